"""A household where all is well, and a few short ways to change it."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from rekenmodel.signals import DEFAULTS, Goal, Help, Lead, LeadScope, Situation, find_signals
from rekenmodel.values import LifeDomain, Payer, Purpose

ON = date(2026, 11, 22)


def ago(days: int) -> date:
    """The day so many days before the day of the scene; negative: after it."""
    return ON - timedelta(days=days)


def line(key: str = "rent", **changes: Any) -> Help:
    """A complete line of help that gives no signal on its own."""
    complete = Help(
        key=key,
        title=f"Hulp {key}",
        helper=f"helper-{key}",
        organisation="woonstee",
        domains=frozenset({LifeDomain.HOUSING}),
        purpose=Purpose.PRACTICAL,
        expected_effect="De huur is op tijd betaald.",
        since=ago(200),
        planned_end=ago(-100),
        evaluation_on=ago(-30),
        hours_per_week=Decimal(1),
        contacts_per_week=Decimal(1),
        payer=Payer.MUNICIPALITY,
        goals=frozenset({"home"}),
    )
    return replace(complete, **changes)


def lead(holder: str = "anouk", scope: LeadScope = LeadScope.CASE, subject: str = "", **changes: Any) -> Lead:
    """Somebody who leads since long and said yes."""
    key = f"{holder}-{scope}-{subject}"
    return replace(Lead(key=key, holder=holder, scope=scope, subject=subject, since=ago(200)), **changes)


HOME = Goal(key="home", title="Wij wonen hier nog", domain=LifeDomain.HOUSING, horizon=ago(-400))
HOUSING_LEAD = lead(scope=LeadScope.DOMAIN, subject="housing")
NAMES = {"anouk": "Anouk Prins", "wim": "Wim Faber", "samira": "Samira", "yassin": "Yassin"}
CALM = Situation(
    on=ON, helps=(line(),), leads=(lead(), HOUSING_LEAD), goals=(HOME,), own_words=True, names=NAMES
)


def with_lines(*lines: Help, **changes: Any) -> Situation:
    """The calm household with these lines of help instead of its own."""
    return replace(CALM, helps=lines, **changes)


def codes(situation: Situation, **limits: Any) -> list[str]:
    """The codes of all signals, in their order."""
    from_limits = replace(DEFAULTS, **limits)
    return [signal.code.value for signal in find_signals(situation, from_limits)]


def check_cured(code: str, provoked: Situation, cured: Situation) -> None:
    """Exactly this signal is there, and after the cure none is."""
    assert codes(provoked) == [code]
    assert codes(cured) == []
