"""The timeline: help per part of life, what happened, and what it costs, under one axis."""

from dataclasses import replace
from datetime import date

from rekenmodel.signals import EventKind
from rekenmodel.signals.days import domains_in_use, is_active
from rekenmodel.values import Month, Purpose, count_word, month_name
from samenspel.desk.drawings.timeline_picture import Bar, BarKind, EventMark, Happening, Row, TimelinePicture
from samenspel.desk.rules.cost_chart import costs_of
from samenspel.desk.rules.ring import helps_in, nobody_since
from samenspel.desk.rules.scene import Part, Scene, months_between, sentence_case
from samenspel.households.rules.record import Event, Help

LONG_WAIT_MONTHS = 2
SOON_MONTHS = 2


def timeline_of(scene: Scene) -> TimelinePicture:
    """Help, events and costs on one axis, in the reader's language."""
    names = tuple(
        month_name(Month(scene.on.year, number), scene.language).split()[0] for number in range(1, 13)
    )
    return TimelinePicture(
        title=course(scene),
        today=scene.on,
        today_label=scene.short_day(scene.on),
        month_names=names,
        rows=tuple(rows_of(scene)),
        events=tuple(
            Happening(
                on=row.on,
                day=scene.short_day(row.on),
                line=row.title,
                mark=EventMark.CRISIS if is_crisis(row) else EventMark.OTHER,
            )
            for row in scene.file.events
        ),
        costs=costs_of(scene),
        stays=scene.said("blijft", "stays"),
        now=scene.now,
    )


def rows_of(scene: Scene) -> list[Row]:
    """One row for the overview and one for each part of life with help, now or before, or with a gap."""
    rows = []
    placed = placed_helps(scene)
    if placed[""]:
        rows.append(Row(title=scene.said("Overzicht", "Overview"), bars=bars(scene, placed[""])))
    for part in scene.parts:
        found = bars(scene, placed[part.key]) + _gap(scene, part)
        if found:
            rows.append(Row(title=scene.say(part.name), bars=found))
    return _with_key(scene, rows)


def placed_helps(scene: Scene) -> dict[str, list[Help]]:
    """The help by the part of the ring it is drawn in, each line once; "" holds what is about the whole."""
    placed: dict[str, list[Help]] = {key: [] for key in ("", *(part.key for part in scene.parts))}
    for row in scene.file.help:
        part = scene.part_of(row.domains[0]) if row.domains else None
        whole = part is None or row.purpose is Purpose.COORDINATION
        placed["" if whole or part is None else part.key].append(row)
    return placed


def bars(scene: Scene, rows: list[Help]) -> tuple[Bar, ...]:
    """The bars of these lines of help, earliest first."""
    first = scene.picture.costs.months[0].first_day
    drawn = [bar for row in rows if (bar := bar_of(scene, row)) and (bar.end is None or bar.end >= first)]
    return tuple(sorted(drawn, key=lambda bar: (bar.waiting_since or bar.start, bar.title)))


def bar_of(scene: Scene, row: Help) -> Bar | None:
    """How one line of help stands on the day; None when nothing is known of its time."""
    first = scene.picture.costs.months[0].first_day
    waiting = row.waiting_since
    who = scene.name(scene.helper(row))
    whom = scene.for_whom(row)
    if row.key in scene.waiting_keys and waiting is not None:
        line = scene.said(f"wacht: {whom}", f"waits: {whom}") if whom else scene.said("wacht", "waits")
        note = _waited(scene, waiting, scene.on)
        return Bar(kind=BarKind.WAITING, title=row.title, start=max(waiting, first), who=line, note=note)
    start = row.since or (first if row.key in scene.active_keys else None)
    if start is None:
        return None
    kind = _kind(scene, row)
    ended = kind in {BarKind.STOPPED, BarKind.FINISHED}
    waited = waiting is not None and months_between(waiting, start) >= 1
    runs = row.key in scene.active_keys and waiting is not None
    return Bar(
        kind=kind,
        title=row.title,
        start=max(start, first),
        end=row.until if ended else row.planned_end,
        who="" if ended else who,
        waiting_since=max(waiting, first) if waited and waiting is not None and start > first else None,
        waiting_line=scene.said("wachtlijst", "waiting list") if waited else "",
        note=_waited(scene, waiting, start) if runs and waiting is not None else "",
    )


def _kind(scene: Scene, row: Help) -> BarKind:
    if row.until is not None and row.until <= scene.on:
        return BarKind.STOPPED if row.stopped_unfinished else BarKind.FINISHED
    if row.since is not None and row.since > scene.on:
        return BarKind.PLANNED
    if row.stays:
        return BarKind.STAYS
    ahead = row.planned_end is not None and row.planned_end > scene.on
    return BarKind.PLANNED_END if ahead else BarKind.OPEN_END


def is_crisis(row: Event) -> bool:
    """Whether an event is a crisis: it says so, or a life was in danger."""
    return row.kind is EventKind.CRISIS or row.life_threatening


def _gap(scene: Scene, part: Part) -> tuple[Bar, ...]:
    """The time with nobody: a part in use, without help now."""
    if helps_in(scene, part) or not set(part.domains) & domains_in_use(scene.picture.situation):
        return ()
    since = nobody_since(scene, part)
    first = scene.picture.costs.months[0].first_day
    start = max(since, first) if since else first
    return (Bar(kind=BarKind.NOBODY, title=_nobody(scene, since), start=min(start, scene.on), end=scene.on),)


def _nobody(scene: Scene, since: date | None) -> str:
    if since is None or since.replace(day=1) == scene.on.replace(day=1):
        return scene.said("nu niemand", "nobody now")
    month = month_name(Month.of(since), scene.language)
    return scene.said(f"niemand sinds {month}", f"nobody since {month}")


def _waited(scene: Scene, since: date, until: date) -> str:
    """How long somebody waited, or waits, for this help; nothing when that was short."""
    months = months_between(since, until)
    if months < LONG_WAIT_MONTHS:
        return ""
    long = scene.said(scene.count(months, "maand", "maanden"), scene.count(months, "month", "months"))
    return scene.said(f"{sentence_case(long)} gewacht.", f"{sentence_case(long)} of waiting.")


def open_ended(scene: Scene) -> int:
    """How many lines of help run without an end, while they are not meant to stay."""
    return sum(_kind(scene, row) is BarKind.OPEN_END for row in scene.active)


def _with_key(scene: Scene, rows: list[Row]) -> list[Row]:
    """The rows, with beside the first broken bar what a broken bar means."""
    number, whole = open_ended(scene), len(scene.active)
    for place, row in enumerate(rows):
        broken = next((bar for bar in row.bars if bar.kind is BarKind.OPEN_END), None)
        if broken is None:
            continue
        said = scene.said(
            f"er is geen einddatum. Dat is zo bij {number} van de {whole}.",
            f"there is no end date. So it is with {number} of {whole}.",
        )
        key = replace(
            broken,
            note_head=scene.said("Gebroken balk:", "Broken bar:"),
            note=f"{said} {broken.note}".strip(),
        )
        bars = tuple(key if bar is broken else bar for bar in row.bars)
        return [*rows[:place], replace(row, bars=bars), *rows[place + 1 :]]
    return rows


def course(scene: Scene) -> str:
    """What the timeline says, in a sentence or two: the title of the section."""
    if scene.nothing_known:
        return scene.said("Nog niet bekend.", "Not known yet.")
    return " ".join(filter(None, (_after_crises(scene), lines_now(scene))))


def _after_crises(scene: Scene) -> str:
    crises = [row for row in scene.file.events if is_crisis(row)]
    followed = sum(_help_came_after(scene, row) for row in crises)
    if not followed:
        return ""
    if len(crises) == 1:
        return scene.said("Na de crisis kwam er hulp bij.", "After the crisis help was added.")
    if followed == len(crises):
        return scene.said("Na elke crisis kwam er hulp bij.", "After each crisis help was added.")
    return scene.said(
        f"Na {count_word(followed, 'nl')} van de {count_word(len(crises), 'nl')} crises kwam er hulp bij.",
        f"After {count_word(followed, 'en')} of {count_word(len(crises), 'en')} crises help was added.",
    )


def lines_now(scene: Scene) -> str:
    """How much help runs now, one of the six facts, and how much that was at its most."""
    number = scene.picture.facts.active_help_lines
    if number == 0:
        return scene.said("Er loopt nu geen hulp.", "No help runs now.")
    most = most_lines(scene)
    lines = scene.said(
        scene.count(number, "vorm van hulp", "vormen van hulp"),
        scene.count(number, "line of help", "lines of help"),
    )
    if most is None or most[0] <= number:
        runs = scene.said(
            "Er loopt nu" if number == 1 else "Er lopen nu",
            "There is now" if number == 1 else "There are now",
        )
        return f"{runs} {lines}."
    when = month_name(most[1], scene.language)
    then = count_word(most[0], scene.language)
    return scene.said(f"In {when} waren er {then}, nu {lines}.", f"In {when} there were {then}, now {lines}.")


def _help_came_after(scene: Scene, event: Event) -> bool:
    return any(
        row.since is not None
        and row.since <= scene.on
        and 0 <= (row.since - event.on).days <= 31 * SOON_MONTHS
        for row in scene.file.help
    )


def most_lines(scene: Scene) -> tuple[int, Month] | None:
    """The month in which most help ran, and how much that was."""
    months = [month for month in scene.picture.costs.months if month.first_day <= scene.on]
    helps = scene.picture.situation.helps
    counts = []
    for month in months:
        first = month.first_day
        counts.append((sum([is_active(row, first) for row in helps]), month))
    return max(counts, key=lambda one: one[0], default=None)
