"""The municipality is one payer with several budgets: what an option means for each of them.

What a line of help costs is its price times what is planned, so its share can be worked out draw by draw.
What is left of the municipality's whole are the bills of events (shelter after an eviction, an out-of-home
placement) and what better lives save it in benefits.
"""

from collections.abc import Mapping

import numpy as np

from rekenmodel.trajectory import HelpLine, drawn_input, prepare
from rekenmodel.values import Law, Payer, Text
from rekenmodel.values.draws import Draws, Step, discount_factors
from samenspel.scenarios.rules.case import Made

MUNICIPALITY = str(Payer.MUNICIPALITY)
YOUTH, SUPPORT, INCOME, OTHER, EVENTS = (
    f"{MUNICIPALITY}:{part}" for part in ("youth", "support", "income", "other", "events")
)
BY_LAW: Mapping[Law, str] = {
    Law.JEUGDWET: YOUTH,
    Law.WMO: SUPPORT,
    Law.PARTICIPATIEWET: INCOME,
    Law.WGS: INCOME,
}
DEPARTMENT_TEXTS: dict[str, Text] = {
    YOUTH: Text("gemeente: jeugd", "municipality: youth"),
    SUPPORT: Text("gemeente: Wmo", "municipality: social support"),
    INCOME: Text("gemeente: inkomen en schulden", "municipality: income and debts"),
    OTHER: Text("gemeente: wijkteam en overig", "municipality: neighbourhood team and other"),
    EVENTS: Text(
        "gemeente: opvang, plaatsing en uitkeringen", "municipality: shelter, placement and benefits"
    ),
}


def departments(
    made: Made, whole: Mapping[str, Draws], seed: int, rate: float
) -> dict[str, dict[str, Draws]]:
    """What each department of the municipality gains against carrying on, per option, euros of now, (n,).

    `whole`: per option what the municipality gains altogether; the departments add up to it.
    """
    prepared = prepare(made.case, made.scenarios)
    factors = discount_factors(rate, made.case.months, step=Step.MONTH)[:, 0]
    laws = {row.key: row.law for way in made.ways for row in way.file.help}
    first, *others = (schedule.charged @ factors for schedule in prepared.schedules)
    found: dict[str, dict[str, Draws]] = {}
    for way, worth in zip(made.ways[1:], others, strict=True):
        mine: dict[str, Draws] = {}
        left = whole[way.option.key].copy()
        for row, source in enumerate(prepared.sources):
            more = float(worth[row] - first[row])
            if source.payer is not Payer.MUNICIPALITY or more == 0:
                continue
            entry = source.price.amount if isinstance(source, HelpLine) else source.amount
            gain = -more * drawn_input(entry, seed, len(left))
            law = laws.get(source.key)
            name = BY_LAW.get(law, OTHER) if law else OTHER
            mine[name] = mine.get(name, np.zeros(len(left))) + gain
            left -= gain
        found[way.option.key] = {**mine, EVENTS: left}
    return found
