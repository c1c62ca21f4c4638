"""Rules about help as a burden: too many people at the door, and too many who come and go."""

from collections.abc import Iterator
from decimal import Decimal

from rekenmodel.signals.days import active_helps, helpers_at_work, in_last_days, is_active
from rekenmodel.signals.load import FamilyLoad, load_on_family
from rekenmodel.signals.signal import Code, Severity, Signal, Thresholds, names_of, subjects
from rekenmodel.signals.situation import Situation
from rekenmodel.signals.wording import (
    both,
    count,
    counted,
    lines_of_help,
    listing,
    organisations,
    people,
    sentence,
)
from rekenmodel.values import Text


def family_load(situation: Situation, limits: Thresholds) -> Iterator[Signal]:
    """More helpers, organisations, appointments or hours per week than the limits."""
    load = load_on_family(situation)
    over = _over(load, limits)
    if not over:
        return
    yield Signal(
        code=Code.FAMILY_LOAD,
        severity=Severity.TOO_MUCH,
        title=over[0],
        why=_why_load(load, over[1:]),
        action=Text(
            "Bekijk met het huishouden wat samen kan of later mag.",
            "See with the household what can be combined or can wait.",
        ),
        subjects=subjects(
            help=[line.key for line in active_helps(situation)], holder=helpers_at_work(situation)
        ),
    )


def _over(load: FamilyLoad, limits: Thresholds) -> list[Text]:
    found = []
    if load.contacts_per_week > limits.contacts_per_week:
        number = _amount(load.contacts_per_week)
        found.append(
            Text(
                f"Het huishouden heeft elke week {number.nl} afspraken.",
                f"The household has {number.en} appointments every week.",
            )
        )
    if load.helpers > limits.helpers:
        number = people(load.helpers)
        found.append(sentence(f"{number.nl} helpen tegelijk.", f"{number.en} help at the same time."))
    if load.organisations > limits.organisations:
        number = organisations(load.organisations)
        found.append(sentence(f"{number.nl} helpen tegelijk.", f"{number.en} help at the same time."))
    if load.hours_per_week > limits.hours_per_week:
        number = _amount(load.hours_per_week)
        found.append(
            Text(f"De hulp vraagt {number.nl} uur per week.", f"The help takes {number.en} hours a week.")
        )
    return found


def _amount(amount: Decimal) -> Text:
    if amount == amount.to_integral_value():
        return count(int(amount))
    plain = f"{amount.quantize(Decimal('0.1')):f}"
    return Text(plain.replace(".", ","), plain)


def _why_load(load: FamilyLoad, more: list[Text]) -> Text:
    parts = [*more, Text("Elke afspraak kost tijd en kracht.", "Every appointment takes time and strength.")]
    if load.contacts_unknown:
        lines = lines_of_help(load.contacts_unknown)
        parts.append(
            Text(
                f"Van {lines.nl} weten we het aantal afspraken niet.",
                f"Of {lines.en} we do not know the number of appointments.",
            )
        )
    if load.hours_unknown:
        lines = lines_of_help(load.hours_unknown)
        parts.append(
            Text(f"Van {lines.nl} weten we de uren niet.", f"Of {lines.en} we do not know the hours.")
        )
    return Text(" ".join(part.nl for part in parts), " ".join(part.en for part in parts))


def churn(situation: Situation, limits: Thresholds) -> Iterator[Signal]:
    """Helpers who came and helpers who left in the last ninety days, counted together."""
    came, left = came_and_left(situation, limits.churn_days)
    if not came or not left or len(came) + len(left) < limits.churn_people:
        return
    newcomers, leavers = people(len(came)), people(len(left))
    begin = "begon" if len(came) == 1 else "begonnen"
    stop = "stopte" if len(left) == 1 else "stopten"
    who_came = listing([both(name) for name in names_of(situation, came)])
    who_left = listing([both(name) for name in names_of(situation, left)])
    span = counted(limits.churn_days, Text("dag", "day"), Text("dagen", "days"))
    yield Signal(
        code=Code.CHURN,
        severity=Severity.TOO_MUCH,
        title=sentence(
            f"{leavers.nl} {stop} en {newcomers.nl} {begin} in {span.nl}.",
            f"{leavers.en} left and {newcomers.en} came in {span.en}.",
        ),
        why=Text(
            f"Elke keer moet het huishouden opnieuw beginnen. Weg: {who_left.nl}. Nieuw: {who_came.nl}.",
            f"Each time the household has to start again. Left: {who_left.en}. New: {who_came.en}.",
        ),
        action=Text(
            "Spreek af wie er het komende jaar in elk geval blijft.",
            "Agree who will stay for the coming year in any case.",
        ),
        subjects=subjects(holder=came | left),
    )


def came_and_left(situation: Situation, days: int) -> tuple[frozenset[str], frozenset[str]]:
    """Helpers who first came, and helpers who stopped for good, in the last `days` days."""
    on = situation.on
    before, came, here, left = set[str](), set[str](), set[str](), set[str]()
    for line in situation.helps:
        if in_last_days(line.since, on, days):
            came.add(line.helper)
        elif line.waiting_since is None if line.since is None else line.since <= on:
            before.add(line.helper)
        if is_active(line, on):
            here.add(line.helper)
        elif in_last_days(line.until, on, days):
            left.add(line.helper)
    return frozenset(came - before - {""}), frozenset(left - here - {""})
