"""The drawings of the example: muddling on or breaking through, three years, all invented."""

from samenspel.scenarios.drawings.pictures import (
    CostCourse,
    Course,
    DomainPicture,
    Dots,
    Mark,
    PayerBar,
    PayerBars,
    Reach,
    Triangle,
)

MONTHS = 36
YEARS = ((0, "nu"), (12, "1 jaar"), (24, "2 jaar"), (36, "3 jaar"))
COLUMNS = {-45: 2, -35: 4, -25: 9, -15: 11, -5: 7, 5: 6, 15: 5, 25: 6, 35: 7, 45: 7, 55: 7, 65: 7}
TAIL = {75: 5, 85: 5, 95: 3, 105: 3, 115: 2, 125: 1, 135: 1, 145: 1, 175: 1}
SAVINGS = tuple(1000.0 * at for at, count in {**COLUMNS, **TAIL}.items() for _ in range(count))

DOTS = Dots(
    title="Honderd stippen. In 33 is doorbreken duurder, in 67 goedkoper.",
    savings=SAVINGS,
    dearer=("33 van de 100", "doorbreken is duurder"),
    cheaper=("67 van de 100", "doorbreken is goedkoper"),
    even="even duur",
    low=Mark(at=-32_000, strong="€\u00a032.000 duurder", plain="5 van de 100 zijn nog slechter"),
    middle=Mark(at=30_000, strong="midden: €\u00a030.000 goedkoper"),
    high=Mark(at=116_000, strong="€\u00a0116.000 goedkoper", plain="5 van de 100 zijn nog beter"),
    asides=(
        ("Blijft de stap werken? Dan gemiddeld", "€\u00a056.000 goedkoper."),
        ("Blijft de stap niet werken? Dan", "€\u00a015.000 duurder."),
    ),
)


def rising(
    name: str, first: float, monthly: float, spread: tuple[float, float], said: str, span: str
) -> Course:
    """A cost that starts with `first` and rises by `monthly`, with a band that widens."""
    mid = tuple(0.0 if month == 0 else first + monthly * month for month in range(MONTHS + 1))
    low, high = (tuple(value * part for value in mid) for part in spread)
    return Course(name=name, low=low, mid=mid, high=high, said=said, span=span)


GOING_ON = rising(
    "Zo doorgaan", 0, 8_050, (0.86, 1.25), "€\u00a0290.000", "€\u00a0249.000 tot €\u00a0362.000"
)
BREAKING = rising(
    "Schulden afkopen", 33_000, 6_300, (0.73, 1.34), "€\u00a0260.000", "€\u00a0190.000 tot €\u00a0348.000"
)
LESS_HELP = rising(
    "Alleen minder hulp", 0, 7_400, (0.7, 1.4), "€\u00a0266.000", "€\u00a0186.000 tot €\u00a0373.000"
)
COSTS = CostCourse(
    title="Schulden afkopen begint duurder en is na 24 maanden even duur als zo doorgaan.",
    courses=(GOING_ON, BREAKING, LESS_HELP),
    years=YEARS,
    even_at=Mark(at=19, strong="na 19 maanden even duur", plain="1 op de 3 keer: niet binnen drie jaar"),
    first=Mark(at=1.4, strong="Eerst duurder:", plain="schulden afkopen"),
)

PAYERS = PayerBars(
    title="De gemeente, schulden en werk, betaalt € 32.900 meer. Jeugd houdt € 45.200 over.",
    loses="betaalt meer",
    gains="houdt over",
    bars=tuple(
        PayerBar(name=name, low=low, mid=mid, high=high, said=said, span=span, household=name == "Gezin")
        for name, low, mid, high, said, span in (
            (
                "Gemeente: schulden en werk",
                -49e3,
                -32.9e3,
                -22e3,
                "−€\u00a032.900",
                "−€\u00a049.000 tot −€\u00a022.000",
            ),
            ("Zorgverzekeraar", -2.1e3, -0.6e3, 2.7e3, "−€\u00a0600", "−€\u00a02.100 tot €\u00a02.700"),
            ("Rijk: politie en school", 0, 5.7e3, 18e3, "+€\u00a05.700", "€\u00a00 tot €\u00a018.000"),
            ("Gezin", 2.4e3, 6.8e3, 12e3, "+€\u00a06.800", "€\u00a02.400 tot €\u00a012.000"),
            ("Woonstee", 2.1e3, 7e3, 16e3, "+€\u00a07.000", "€\u00a02.100 tot €\u00a016.000"),
            ("Gemeente: jeugd", 1.7e3, 45.2e3, 100e3, "+€\u00a045.200", "€\u00a01.700 tot €\u00a0100.000"),
        )
    ),
)


def level(name: str, start: float, end: float, wide: float) -> Course:
    """A level that moves in a straight line, with a band around it."""
    mid = tuple(start + (end - start) * month / MONTHS for month in range(MONTHS + 1))
    return Course(
        name=name,
        low=tuple(max(value - wide * month / MONTHS, 0) for month, value in enumerate(mid)),
        mid=mid,
        high=tuple(min(value + wide * month / MONTHS, 1) for month, value in enumerate(mid)),
    )


DOMAIN = DomainPicture(
    title="Geld: bij schulden afkopen wordt het in 81 van de 100 keer lichter dan bij zo doorgaan.",
    courses=(level("Zo doorgaan", 0.2, 0.25, 0.15), level("Schulden afkopen", 0.2, 0.62, 0.2)),
    years=YEARS,
    heavy="zwaar",
    good="goed",
)

TRIANGLE = Triangle(
    title="Het mag, het gezin wil het. Of het genoeg oplevert is nog open.",
    names=("Legitimiteit", "Betrokkenheid", "Rendement"),
    legitimacy="yes",
    involvement="yes",
    yields="open",
    lead_in="De stap:",
    step="schulden in één keer afkopen, en één trekker bij opvoeden",
)

REACH = Reach(
    title="van € 15.000 duurder tot € 56.000 goedkoper",
    low=-15_000,
    high=56_000,
    axis_low=-20_000,
    axis_high=65_000,
)
