"""The money of a run as the page shows it: the answer, a hundred dots and the course."""

from dataclasses import dataclass

from samenspel.scenarios.drawings.pictures import CostCourse, Course, Dots, Mark
from samenspel.scenarios.rules.codes import EditKind
from samenspel.scenarios.rules.outcome import BandRow, DifferenceRow, Outcome, WayRow
from samenspel.scenarios.rules.plan import Option, PlannedEdit
from samenspel.scenarios.rules.said import Tongue
from samenspel.scenarios.rules.shown import Bit, Live, ScenarioColumn

YEAR = 12
SMALL = 1000
Table = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A run as it is looked at: which option is above, in which language, and what its edits are."""

    outcome: Outcome
    option: Option
    edits: tuple[PlannedEdit, ...]
    tongue: Tongue

    @property
    def difference(self) -> DifferenceRow:
        """The option against carrying on."""
        found = self.outcome.difference(self.option.key)
        if found is None:
            raise LookupError(self.option.key)
        return found

    @property
    def ways(self) -> tuple[WayRow, ...]:
        """Carrying on, then the option that is shown, then the others."""
        first, *others = self.outcome.ways
        return (first, *sorted(others, key=lambda way: way.key != self.option.key))

    @property
    def as_dear(self) -> bool:
        """Whether the option costs exactly as much as carrying on, in all hundred futures."""
        return not any(self.difference.dots)

    @property
    def unchanged(self) -> bool:
        """Whether it costs as much, and nobody gains or loses a euro either."""
        return self.as_dear and all(abs(row.mean) < 1 for row in self.difference.parties)

    @property
    def months(self) -> int:
        """How far ahead."""
        return self.outcome.recipe.months

    @property
    def first_extra(self) -> float:
        """How much more it costs at most along the way, in the middle."""
        return max(self.difference.extra.mid)


def answer(seen: Shown) -> tuple[Bit, ...]:
    """One sentence with cost, chance and range."""
    tongue, one = seen.tongue, seen.difference
    name, after = seen.option.title, tongue.period(seen.months)
    if seen.as_dear:
        return (
            Bit(text=tongue.of(f"{name} kost ", f"{name} costs ")),
            Bit(text=tongue.of("precies evenveel", "exactly as much"), strong=True),
            Bit(text=tongue.of(" als zo doorgaan.", " as carrying on.")),
        )
    if seen.first_extra >= SMALL:
        amount = tongue.money(seen.first_extra)
        first = (
            Bit(text=tongue.of(f"{name} kost eerst ", f"{name} first costs ")),
            Bit(text=tongue.of(f"ongeveer {amount} extra", f"about {amount} extra"), strong=True),
        )
    else:
        first = (
            Bit(text=tongue.of(f"{name} kost ", f"{name} costs ")),
            Bit(text=tongue.of("eerst niets extra", "nothing extra at first"), strong=True),
        )
    return (
        *first,
        Bit(text=tongue.of(f". Na {after} is het ", f". After {after} it is ")),
        Bit(text=tongue.likely(one.chance), strong=True),
        Bit(
            text=tongue.of(
                f": in {tongue.of_hundred(one.chance)} doorrekeningen. Het kan uitpakken van "
                f"{tongue.savings(one.low, one.high)}.",
                f": in {tongue.of_hundred(one.chance)} runs. It may turn out from "
                f"{tongue.savings(one.low, one.high)}.",
            )
        ),
    )


def live(seen: Shown) -> Live:
    """What the panel with the knobs says."""
    tongue, one = seen.tongue, seen.difference
    name = seen.option.title
    if seen.as_dear:
        same = tongue.of(" kost precies evenveel als zo doorgaan", " costs exactly as much as carrying on")
        return Live(strong=name, plain=same, note="")
    return Live(
        strong=tongue.of_hundred(one.chance),
        plain=tongue.of(f" {name} is goedkoper", f" {name} is cheaper"),
        note=tongue.of(f"midden: {tongue.saving(one.mid)}", f"middle: {tongue.saving(one.mid)}"),
    )


def dots(seen: Shown) -> Dots:
    """A hundred possible futures."""
    tongue, one, name = seen.tongue, seen.difference, seen.option.title
    dearer, cheaper, same = (
        sum(fits) / len(one.dots)
        for fits in zip(*((dot < 0, dot > 0, dot == 0) for dot in one.dots), strict=True)
    )
    even = tongue.of("even duur", "the same")
    return Dots(
        title=_dots_title(seen, cheaper, same),
        savings=one.dots,
        dearer=(tongue.of_hundred(dearer), tongue.of(f"{name} is duurder", f"{name} is dearer")),
        cheaper=(tongue.of_hundred(cheaper), tongue.of(f"{name} is goedkoper", f"{name} is cheaper")),
        even=f"{even}: {tongue.of_hundred(same)}" if same else even,
        low=Mark(
            at=one.low,
            strong=tongue.saving(one.low),
            plain=_beyond(seen, tongue.of("5 van de 100 zijn nog slechter", "5 out of 100 are worse still")),
        ),
        middle=Mark(
            at=one.mid,
            strong=tongue.of(f"midden: {tongue.saving(one.mid)}", f"middle: {tongue.saving(one.mid)}"),
            plain=_beyond(
                seen, tongue.of(f"gemiddeld: {tongue.saving(one.mean)}", f"mean: {tongue.saving(one.mean)}")
            ),
        ),
        high=Mark(
            at=one.high,
            strong=tongue.saving(one.high),
            plain=_beyond(seen, tongue.of("5 van de 100 zijn nog beter", "5 out of 100 are better still")),
        ),
        asides=_asides(seen),
        language=tongue.language,
    )


def _dots_title(seen: Shown, cheaper: float, same: float) -> str:
    tongue, name, many = seen.tongue, seen.option.title, seen.tongue.of_hundred(cheaper)
    head = tongue.of(
        f"In {many} toekomsten is {name} goedkoper dan zo doorgaan.",
        f"In {many} futures {name} is cheaper than carrying on.",
    )
    if not same:
        return head
    many = tongue.of_hundred(same)
    return f"{head} {tongue.of(f'In {many} is het even duur.', f'In {many} it costs the same.')}"


def _beyond(seen: Shown, words: str) -> str:
    """What stands under an end or the middle of the whisker; nothing when all futures cost the same."""
    return "" if seen.as_dear else words


def _asides(seen: Shown) -> tuple[tuple[str, str], ...]:
    """What the number that matters most does, when finding it out is worth anything."""
    tongue = seen.tongue
    top = next((row for row in seen.outcome.findings if row.worth >= 1), None)
    number = seen.outcome.number(top.key) if top else None
    if top is None or number is None or seen.option.key not in top.reach:
        return ()
    low, high = top.reach[seen.option.key]
    name = tongue.text(number.name())
    return (
        (
            tongue.of(f"‘{name}’ laag? Dan gemiddeld", f"‘{name}’ low? Then on average"),
            f"{tongue.saving(low)}.",
        ),
        (
            tongue.of(f"‘{name}’ hoog? Dan gemiddeld", f"‘{name}’ high? Then on average"),
            f"{tongue.saving(high)}.",
        ),
    )


def dots_table(seen: Shown) -> Table:
    """The same as the dots: how many of a hundred lie between which amounts."""
    tongue, one = seen.tongue, seen.difference
    heads = (tongue.of("Uitkomst", "Outcome"), tongue.of("Hoeveel van de 100", "How many of 100"))
    tenths = [one.dots[start : start + 10] for start in range(0, len(one.dots), 10)]
    return (heads, *((tongue.savings(part[0], part[-1]), str(len(part))) for part in tenths))


def ticks(months: int, tongue: Tongue) -> tuple[tuple[int, str], ...]:
    """A word for every year on the axis of months."""
    step = YEAR if months <= 6 * YEAR else 2 * YEAR
    found = [(0, tongue.of("nu", "now"))]
    for month in range(step, months + 1, step):
        years = month // YEAR
        found.append((month, tongue.of(f"{years} jaar", f"{years} year{'s' if years > 1 else ''}")))
    return tuple(found)


def course(name: str, band: BandRow, said: str = "", span: str = "") -> Course:
    """One line with its band."""
    return Course(name=name, low=band.low, mid=band.mid, high=band.high, said=said, span=span)


def costs(seen: Shown) -> CostCourse:
    """What it costs together so far, month by month."""
    tongue, one = seen.tongue, seen.difference
    even = None
    if one.break_even and seen.first_extra >= SMALL:
        never = tongue.of(
            f"{tongue.of_hundred(one.never_even)} keer: niet binnen {tongue.period(seen.months)}",
            f"{tongue.of_hundred(one.never_even)} times: not within {tongue.period(seen.months)}",
        )
        even = Mark(
            at=one.break_even,
            strong=tongue.of(
                f"na {one.break_even} maanden even duur", f"after {one.break_even} months the same"
            ),
            plain=never,
        )
    return CostCourse(
        title=costs_sentence(seen),
        courses=tuple(
            course(
                way.title,
                way.total,
                tongue.money(way.total.mid[-1]),
                tongue.span(way.total.low[-1], way.total.high[-1]),
            )
            for way in seen.ways
        ),
        years=ticks(seen.months, tongue),
        even_at=even,
        first=_up_front(seen),
        language=tongue.language,
    )


def _up_front(seen: Shown) -> Mark | None:
    paid = [edit for edit in seen.edits if edit.kind is EditKind.PAY]
    if not paid or seen.first_extra < SMALL:
        return None
    tongue = seen.tongue
    return Mark(
        at=1,
        strong=tongue.of("Eerst duurder:", "Dearer first:"),
        plain=tongue.listed(row.title for row in paid),
    )


def costs_sentence(seen: Shown) -> str:
    """What the course says."""
    tongue, first, own = seen.tongue, seen.ways[0], seen.ways[1]
    ends = (tongue.money(first.total.mid[-1]), tongue.money(own.total.mid[-1]))
    after = tongue.period(seen.months)
    return tongue.of(
        f"Na {after} kost zo doorgaan samen ongeveer {ends[0]}, en {own.title} ongeveer {ends[1]}.",
        f"After {after} carrying on costs about {ends[0]} together, and {own.title} about {ends[1]}.",
    )


def costs_table(seen: Shown) -> Table:
    """The same as the course: what it costs so far, at the end of every year."""
    tongue = seen.tongue
    moments = ticks(seen.months, tongue)[1:] or ((seen.months, tongue.period(seen.months)),)
    rows = [
        (way.title, *(tongue.span(way.total.low[month], way.total.high[month]) for month, _ in moments))
        for way in seen.ways
    ]
    return (("", *(word for _, word in moments)), *rows)


def columns(
    seen: Shown, options: tuple[Option, ...], edits: dict[str, tuple[str, ...]]
) -> tuple[ScenarioColumn, ...]:
    """All options beside each other, carrying on first."""
    tongue = seen.tongue
    ways = {way.key: way for way in seen.outcome.ways}
    found = []
    for place, option in enumerate(options):
        way, one = ways[option.key], seen.outcome.difference(option.key)
        found.append(
            ScenarioColumn(
                key=option.key,
                name=option.title,
                first=place == 0,
                shown=option.key == seen.option.key,
                edits=edits.get(option.key, ()),
                total=tongue.money(way.total.mid[-1]),
                total_span=tongue.span(way.total.low[-1], way.total.high[-1]),
                difference=tongue.saving(one.mid) if one else "",
                difference_span=tongue.savings(one.low, one.high) if one and any(one.dots) else "",
                chance=tongue.of(
                    f"in {tongue.of_hundred(one.chance)} goedkoper",
                    f"cheaper in {tongue.of_hundred(one.chance)}",
                )
                if one and any(one.dots)
                else "",
                payable=tongue.money(max(one.extra.mid)) if one and max(one.extra.mid) >= SMALL else "",
            )
        )
    return tuple(found)
