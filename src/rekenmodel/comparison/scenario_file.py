"""A scenario file (TOML): a household and what to compare, in a form that people can write and keep.

The fields are explained in docs/how-to/calculate.md. Amounts are in euros of a `year` and are converted to
the price year of the assumptions; quantities are per month unless `per` says otherwise.
"""

import csv
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TypeVar

from rekenmodel.comparison.compare import NL_RATE
from rekenmodel.comparison.result import Perspective
from rekenmodel.comparison.table import Table, is_number
from rekenmodel.costs import Period, Unit
from rekenmodel.costs.units import periods_in_average_month
from rekenmodel.signals.wording import DOMAIN_NAMES
from rekenmodel.trajectory import (
    BASELINE,
    DEFAULT_VERSION,
    AssumptionSet,
    Case,
    Change,
    Edit,
    Guard,
    HelpLine,
    Pay,
    Payment,
    PerUnit,
    Scenario,
    Start,
    Stop,
    load_assumptions,
    read_assumption,
    usual_help,
)
from rekenmodel.values import LifeDomain, Payer, Purpose, RefusedError, Text, load_price_index, number
from rekenmodel.values.draws import (
    Assumption,
    Beta,
    Distribution,
    Gamma,
    Lognormal,
    Normal,
    Pert,
    Shape,
)

SEED, DRAWS, MONTHS = 20261123, 10_000, 36
MOST_EUROS = 1_000_000_000
"""No help or payment of one household costs more; above it somebody mistyped."""
_FIELDS = ("title", "months", "seed", "draws", "rate", "perspective", "assumptions", "version")
_HELP = ("key", "name", "purpose", "payer", "quantity", "unit", "per", "price", "helper", "effects")
_LEVEL, _EURO = Text("niveau 0–1", "level 0–1"), Text("euro", "euros")
_Made = TypeVar("_Made")
_UNKNOWN = "unknown"
"""Written as payer of what nobody has agreed to pay yet."""


_SHAPES: dict[type[Distribution], Shape] = {
    Beta: Shape.BETA,
    Gamma: Shape.GAMMA,
    Lognormal: Shape.LOGNORMAL,
    Normal: Shape.NORMAL,
    Pert: Shape.PERT,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a scenario file asks for: everything that `compare` needs."""

    title: str
    case: Case
    scenarios: tuple[Scenario, ...]
    seed: int
    draws: int
    rate: float
    perspective: Perspective


def read_scenario_file(path: Path) -> Asked:
    """Read a scenario file, and the file of assumptions that it names.

    Raises RefusedError with the file, the place in it and what to do; OSError when it cannot be opened.
    """
    return scenario_of(path.read_bytes(), path.name, path.parent)


def scenario_of(data: bytes, file: str, folder: Path) -> Asked:
    """Read the content of a scenario file; `folder` is where the file of assumptions is looked for.

    Raises RefusedError as `read_scenario_file` does.
    """
    try:
        values = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as wrong:
        raise RefusedError(
            Text(f"{file}: sla dit bestand op als UTF-8.", f"{file}: save this file as UTF-8.")
        ) from wrong
    except tomllib.TOMLDecodeError as wrong:
        raise RefusedError(
            Text(f"{file}: dit is geen goede TOML: {wrong}.", f"{file}: this is no valid TOML: {wrong}.")
        ) from wrong
    return _Reader(Table(file, "", values), folder).asked()


class _Reader:
    """Reads one file; knows the assumptions that hold in it."""

    def __init__(self, whole: Table, folder: Path) -> None:
        self.whole, self.folder = whole, folder
        self.known = self.assumptions()

    def asked(self) -> Asked:
        whole = self.whole
        whole.allow(*_FIELDS, "now", "assumption", "help", "scenario")
        lines = tuple(self.help_line(table, ()) for table in whole.tables("help"))
        months = whole.whole("months", MONTHS)
        case = _placed(whole, "", lambda: Case(self.known, lines, months))
        scenarios = (BASELINE, *(self.scenario(table) for table in whole.tables("scenario")))
        if len(scenarios) == 1:
            raise whole.wrong(
                "scenario",
                Text("beschrijf minstens één scenario in [[scenario]].", "describe one in [[scenario]]."),
            )
        return Asked(
            whole.text("title", whole.file),
            *(case, scenarios, whole.whole("seed", SEED), whole.whole("draws", DRAWS)),
            *(whole.number("rate", NL_RATE), whole.word("perspective", Perspective, Perspective.PAYERS)),
        )

    def assumptions(self) -> AssumptionSet:
        whole = self.whole
        version = whole.text("version", DEFAULT_VERSION)
        known = _placed(whole, "version", lambda: load_assumptions(version))
        own = list(self.own_file()) if "assumptions" in whole.values else []
        now = whole.table("now")
        now.allow(*LifeDomain)
        for domain in now.values:
            was = known.get(f"start.{domain}")
            own.append(now.assumption(domain, was.key, was.name, was.unit, Shape.PERT))
        for table in whole.tables("assumption"):
            key = table.text("key")
            if key not in known.entries:
                raise table.wrong("key", Text("deze aanname bestaat niet.", "there is no such assumption."))
            was = known.entries[key]
            shape = _SHAPES.get(type(was.value), Shape.PERT)
            own.append(table.as_assumption("", key, was.name, was.unit, shape, 1.0))
        return known.replaced(own, f"{known.version} + {whole.file}" if own else None)

    def own_file(self) -> list[Assumption]:
        name = self.whole.text("assumptions")
        try:
            text = (self.folder / name).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as wrong:
            why = Text(f"{name} kunnen we niet lezen.", f"we cannot read {name}.")
            raise self.whole.wrong("assumptions", why) from wrong
        return [_own_row(name, number, row) for number, row in enumerate(csv.DictReader(StringIO(text)), 2)]

    def help_line(self, table: Table, more: tuple[str, ...]) -> HelpLine:
        table.allow(*_HELP, *more)
        key, name = table.text("key"), table.text("name", table.values.get("key"))
        unit, purpose = table.word("unit", Unit), table.word("purpose", Purpose)
        label = Text(name, name)
        price = self.euros(table, "price", f"price.{key}", Text(f"Prijs van {name}", f"Price of {name}"))
        dose, payer = _a_month(table), _payer(table)
        per_unit = PerUnit(price, unit, self.known.price_year)
        line = _placed(table, "", lambda: usual_help(self.known, key, label, purpose, payer, per_unit, dose))
        effects = self.effects(table, key, name) or line.effects
        begin, end = table.month("month"), table.month("until")
        return _placed(
            table,
            "",
            lambda: HelpLine(
                *(line.key, line.name, line.payer, line.dose, line.unit, line.price, line.half_dose),
                *(line.build_up, effects, begin, end, table.flag("helper", True)),
            ),
        )

    def euros(self, table: Table, field: str, key: str, name: Text) -> Assumption:
        """Return an amount in euros of the price year; it must say of which year it is."""
        inner = table.table(field) if isinstance(table.values.get(field), dict) else None
        if inner is None or "year" not in inner.values:
            raise table.wrong(
                field,
                Text(
                    "zeg ook van welk jaar dit is, zoals { low = 70, mid = 80, high = 95, year = 2024 }.",
                    "say of which year this is, as { low = 70, mid = 80, high = 95, year = 2024 }.",
                ),
            )
        year, index = inner.whole("year"), load_price_index()
        if year not in index.years:
            why = f"{min(index.years)}–{index.newest}"
            raise inner.wrong("year", Text(f"kies een jaar uit {why}.", f"choose a year from {why}."))
        _in_range(inner)
        factor = float(index.conversion(year, self.known.price_year).factor)
        return table.assumption(field, key, name, _EURO, Shape.LOGNORMAL, factor)

    def effects(self, table: Table, key: str, name: str) -> Mapping[LifeDomain, Assumption]:
        effects = table.table("effects")
        effects.allow(*LifeDomain)
        return {
            LifeDomain(domain): effects.assumption(
                *(domain, f"effect.{key}.{domain}", _effect_name(name, LifeDomain(domain))),
                *(_LEVEL, Shape.NORMAL),
            )
            for domain in effects.values
        }

    def scenario(self, table: Table) -> Scenario:
        table.allow("key", "name", "stop", "change", "start", "pay", "guard")
        key = table.text("key")
        name = table.text("name", key)
        edits: list[Edit] = []
        for stop in table.tables("stop"):
            stop.allow("help", "month")
            edits.append(Stop(stop.text("help"), stop.whole("month")))
        for change in table.tables("change"):
            change.allow("help", "month", "quantity", "per")
            edits.append(Change(change.text("help"), change.whole("month"), _a_month(change)))
        for start in table.tables("start"):
            if "month" not in start.values:
                raise start.wrong("month", Text("vul de eerste maand in.", "give the first month."))
            edits.append(Start(self.help_line(start, ("month", "until"))))
        edits += [Pay(self.payment(pay)) for pay in table.tables("pay")]
        for guard in table.tables("guard"):
            guard.allow("event", "odds", "from", "until")
            span = (guard.whole("from", 0), guard.month("until"))
            edits.append(Guard(guard.text("event"), guard.number("odds"), *span))
        return Scenario(key, Text(name, name), tuple(edits))

    def payment(self, table: Table) -> Payment:
        table.allow("key", "name", "payer", "month", "amount", "effects")
        key = table.text("key")
        name = table.text("name", key)
        amount = self.euros(table, "amount", f"amount.{key}", Text(name, name))
        build_up = self.known.get("build_up.payment")
        effects, month = self.effects(table, key, name), table.whole("month")
        label, payer, year = Text(name, name), _payer(table), self.known.price_year
        return _placed(
            table, "month", lambda: Payment(key, label, payer, month, amount, year, build_up, effects)
        )


def _a_month(table: Table) -> float:
    """Return how many units come in an average month."""
    per = table.word("per", Period, Period.MONTH)
    if per is Period.ONCE:
        raise table.wrong("per", Text("schrijf iets eenmaligs als pay.", "write what comes once as pay."))
    return table.number("quantity") * float(periods_in_average_month(per))


def _in_range(amount: Table) -> None:
    """Raise RefusedError at the end of an amount that is below zero or far too large."""
    for end in ("low", "mid", "high"):
        found = amount.values.get(end)
        if is_number(found) and not 0 <= amount.number(end) <= MOST_EUROS:
            most = number(MOST_EUROS, "nl"), number(MOST_EUROS, "en")
            raise amount.wrong(
                end,
                Text(
                    f"kies een bedrag van 0 tot en met {most[0]}.", f"choose an amount from 0 to {most[1]}."
                ),
            )


def _payer(table: Table) -> Payer | None:
    return None if table.values.get("payer") == _UNKNOWN else table.word("payer", Payer)


def _effect_name(name: str, domain: LifeDomain) -> Text:
    on = DOMAIN_NAMES[domain]
    return Text(f"Wat {name} doet voor {on.nl}", f"What {name} does for {on.en}")


def _own_row(file: str, number: int, row: Mapping[str, str]) -> Assumption:
    """Return the assumption of one row of a file with the columns of the library's own file."""
    try:
        return read_assumption(row)
    except RefusedError as refused:
        why = refused.text
    except (KeyError, TypeError, ValueError):
        why = Text(
            "deze rij is niet compleet. Neem de kolommen over van het bestand van de bibliotheek.",
            "this row is not complete. Take over the columns of the library’s own file.",
        )
    raise RefusedError(Text(f"{file}, rij {number}: {why.nl}", f"{file}, row {number}: {why.en}"))


def _placed(table: Table, field: str, make: Callable[[], _Made]) -> _Made:
    """Return what is made, or refuse it with the place in the file."""
    try:
        return make()
    except RefusedError as refused:
        raise table.wrong(field, refused.text) from refused
