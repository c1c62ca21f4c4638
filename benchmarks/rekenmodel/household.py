"""An invented household with fourteen lines of help, and a breakthrough to compare with carrying on."""

from rekenmodel.costs import Unit
from rekenmodel.trajectory import (
    BASELINE,
    Case,
    Guard,
    Pay,
    Payment,
    PerUnit,
    Scenario,
    Stop,
    load_assumptions,
    usual_help,
)
from rekenmodel.values import LifeDomain, Payer, Purpose, Text
from rekenmodel.values.draws import Assumption, Distribution, Lognormal, Normal

KNOWN = load_assumptions()
PURPOSES = (
    *(Purpose.GUIDANCE, Purpose.TREATMENT, Purpose.PRACTICAL, Purpose.INCOME),
    *(Purpose.SAFETY, Purpose.RELIEF, Purpose.COORDINATION),
)
PAYERS = (Payer.MUNICIPALITY, Payer.HEALTH_INSURER, Payer.STATE)


def assumption(key: str, value: Distribution) -> Assumption:
    return Assumption(key, Text(key, key), value, Text("euro", "euros"), "benchmark", 7, "benchmark")


def case(months: int) -> Case:
    """Fourteen lines of help, four to seventeen hours a month each."""
    lines = tuple(
        usual_help(
            *(KNOWN, f"help-{number:02}", Text(f"Hulp {number}", f"Help {number}")),
            *(PURPOSES[number % 7], PAYERS[number % 3]),
            PerUnit(assumption(f"price-{number:02}", Lognormal(80.0, 0.06)), Unit.HOUR, 2026),
            4.0 + number,
        )
        for number in range(14)
    )
    return Case(KNOWN, lines, months)


def scenarios() -> tuple[Scenario, Scenario]:
    """Carry on; or take over a debt, stop eight of the fourteen lines and have the landlord wait."""
    debt = Payment(
        *("debt", Text("Schuld", "Debt"), Payer.MUNICIPALITY, 1, assumption("debt", Lognormal(6000.0, 0.2))),
        *(2026, KNOWN.get("build_up.payment")),
        {LifeDomain.MONEY: assumption("debt.effect", Normal(0.2, 0.08))},
    )
    stops = (Stop(f"help-{number:02}", 3) for number in range(8))
    return BASELINE, Scenario(
        "break", Text("Doorbreken", "Break through"), (Pay(debt), *stops, Guard("eviction", 0.3, 0, 24))
    )
