"""Households and engine inputs for the tests; all invented but the golden one."""

import json
from pathlib import Path

import numpy as np

from rekenmodel.costs import Unit
from rekenmodel.trajectory import Case, HelpLine, Payment, PerUnit, Scenario, load_assumptions, usual_help
from rekenmodel.trajectory.engine_input import Places, Rows, Schedule, Wiring
from rekenmodel.trajectory.scenario import Edit
from rekenmodel.values import LifeDomain, Payer, Purpose, Text
from rekenmodel.values.draws import Assumption, Distribution, Draws, Lognormal, Normal

# linked11_draw0.json: made by value-model.md section 6, same in NumPy, PySD 3.14.3 and BPTK-Py 3.2.0.
GOLDEN = json.loads((Path(__file__).parent / "golden" / "linked11_draw0.json").read_text())

KNOWN = load_assumptions()


def assumption(key: str, value: Distribution) -> Assumption:
    return Assumption(
        key, Text(f"naam {key}", f"name {key}"), value, Text("euro", "euros"), "test", 7, "test"
    )


def price(key: str, unit: Unit = Unit.HOUR, year: int = 2026) -> PerUnit:
    return PerUnit(assumption(f"price.{key}", Lognormal(80.0, 0.1)), unit, year)


def line(key: str, purpose: Purpose = Purpose.GUIDANCE, payer: Payer | None = Payer.MUNICIPALITY) -> HelpLine:
    return usual_help(KNOWN, key, Text(f"Hulp {key}", f"Help {key}"), purpose, payer, price(key), 8.0)


def debt(month: int = 1) -> Payment:
    return Payment(
        "debt",
        Text("Schuld overnemen", "Take over the debt"),
        Payer.MUNICIPALITY,
        month,
        assumption("debt.amount", Lognormal(6000.0, 0.2)),
        2026,
        KNOWN.get("build_up.payment"),
        {LifeDomain.MONEY: assumption("debt.effect", Normal(0.2, 0.05))},
    )


def case(months: int = 12, lines: tuple[HelpLine, ...] | None = None) -> Case:
    usual = (
        line("a"),
        line("b", Purpose.TREATMENT, Payer.HEALTH_INSURER),
        line("c", Purpose.INCOME, None),
        *(line(f"d{number}", Purpose.PRACTICAL) for number in range(5)),
    )
    return Case(KNOWN, usual if lines is None else lines, months)


def scenario(*edits: Edit, key: str = "other") -> Scenario:
    return Scenario(key, Text("Anders", "Otherwise"), edits)


def golden_input() -> tuple[Wiring, Rows, Schedule]:
    """Links and levels only: no help, no events, nobody pays."""
    none, links = np.empty(0, dtype=np.intp), GOLDEN["links"]
    here, there = (np.array([link[end] for link in links], dtype=np.intp) for end in ("from", "to"))
    x0, base, rate = (np.array([GOLDEN[kind]]).T for kind in ("x0", "base", "rate"))
    weight, nothing = np.array([[link["weight"]] for link in links]), np.empty((0, 1))
    effects, events = (none, none, none, np.empty(0), none), (none, none, none, none, none)
    wiring = Wiring(here, there, *effects, *events, none, none, none, 0)
    help_rows, event_rows = (
        (nothing, nothing, nothing, nothing),
        (nothing, nothing, nothing, nothing, nothing),
    )
    rows = Rows(x0, base, rate, weight, np.zeros((12, 1)), np.zeros((2, 1)), *help_rows, *event_rows)
    return wiring, rows, Schedule(np.empty((0, 60)), np.empty((0, 60)), np.zeros(60), np.empty((0, 60)))


def random_input(seed: int, draws: int, months: int = 8) -> tuple[Wiring, Rows, tuple[Schedule, ...]]:
    """Anything that the engines must agree on: two scenarios, repeated events, odds of zero, steep links."""
    rng = np.random.default_rng(seed)
    domains, links, lines, events, payers = 5, 9, 4, 2, 3

    def pick(most: int, count: int) -> Places:
        return rng.integers(0, most, count).astype(np.intp)

    def normal(count: int, spread: float, middle: float = 0.0) -> Draws:
        return rng.normal(middle, spread, (count, draws))

    slots = np.array([0, 0, 1], dtype=np.intp)
    lines_and_payers = (
        np.array([0, 1, 0, 0], dtype=np.intp),
        np.array([6.0, 0.0, 2.0, 0.0]),
        pick(payers, lines),
    )
    wiring = Wiring(
        *(
            pick(domains, links),
            np.array([0, 0, 0, 0, 0, 2, 3, 4, 4]),
            np.array([0, 2, 2, 3, 3, 1]),
            pick(domains, 6),
        ),
        *lines_and_payers,
        *(pick(events, 3), pick(domains, 3), slots, pick(events, 4), pick(domains, 4)),
        *(pick(events, 3), pick(payers, 3), pick(4, 3) + 1),
        payers,
    )
    wiring = wiring._replace(valued=np.array([0, 3], dtype=np.intp))
    luck = rng.random((3, draws))
    luck[1] *= luck[0]
    rows = Rows(
        *(rng.random((domains, draws)), normal(domains, 0.5), rng.uniform(0.05, 1.0, (domains, draws))),
        *(normal(links, 1.0), normal(domains + 1, 1.0), rng.random((2, draws)) * [[0.2], [3.0]]),
        *(rng.uniform(0.1, 1.0, (lines, draws)), rng.uniform(1, 9, (lines, draws))),
        *(rng.uniform(10, 90, (lines, draws)), normal(6, 0.3), normal(events, 1.0, -2.0), normal(3, 2.0)),
        *(luck, rng.uniform(-1, 1, (4, draws)), rng.uniform(100, 900, (3, draws))),
    )
    return wiring, rows, tuple(_schedule(rng, lines, events, months) for _ in range(2))


def _schedule(rng: np.random.Generator, lines: int, events: int, months: int) -> Schedule:
    dose = rng.choice([0.0, 2.0, 6.0], (lines, months))
    return Schedule(
        dose, dose * 1.0, (dose > 0).sum(axis=0) * 2.0, rng.choice([0.0, 1.0, 3.0], (events, months))
    )
