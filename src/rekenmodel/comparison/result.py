"""What a comparison answers. Euros of the price year in `recipe`; draws have shape (n,), on the same luck.

Signs: a `Spread` is above zero when the scenario is better than carrying on. `Comparison.extra` of the
trajectory counts what it costs more, so there below zero is better.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from rekenmodel.sensitivity import Finding
from rekenmodel.social_value import PartyWorth, WrongPocket, wrong_pocket
from rekenmodel.trajectory import Comparison, Outlook, Recipe
from rekenmodel.values import LifeDomain, RefusedError, Text
from rekenmodel.values.draws import Assumption, Draws

MOST_WORTH_KNOWING = 5


class Perspective(StrEnum):
    """Whose gains and losses decide which scenario is best (gezichtspunt)."""

    PAYERS = "payers"
    """Only what the payers pay."""
    SOCIETY = "society"
    """What the payers pay and what better or worse lives are worth, to everybody together."""


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """How much better than carrying on, in euros of now, per draw, (n,); below zero: worse."""

    draws: Draws

    @property
    def mean(self) -> float:
        """The expected value."""
        return float(self.draws.mean())

    @property
    def low(self) -> float:
        """In one of twenty draws it turns out worse than this."""
        return self.quantile(0.05)

    @property
    def mid(self) -> float:
        """In half of the draws it turns out better than this."""
        return self.quantile(0.5)

    @property
    def high(self) -> float:
        """In one of twenty draws it turns out better than this."""
        return self.quantile(0.95)

    @property
    def chance(self) -> float:
        """The share of draws in which it is better than carrying on, 0..1; the same is not better."""
        return float((self.draws > 0).mean())

    @property
    def error(self) -> float:
        """The standard error of the mean: how far chance alone may have moved it."""
        return float(self.draws.std()) / float(np.sqrt(self.draws.size))

    def quantile(self, share: float) -> float:
        """Return what this share of the draws, 0..1, stays below."""
        return float(np.quantile(self.draws, share))

    def dots(self, count: int = 100) -> Draws:
        """Return `count` equally likely outcomes in order, (count,): one dot each in a drawing."""
        return np.quantile(self.draws, (np.arange(count) + 0.5) / count)


@dataclass(frozen=True, slots=True, eq=False)
class WorthLine:
    """What one scenario changes in one life domain for one party, in euros of now, per draw, (n,).

    `present_value`: the whole change; `weight`: the share of it that counts after overlap with other lines of
    `overlap_group`; so present_value x weight is what is booked. `counterpart`: for a transfer, the party at
    which the opposite is booked, else "". `source`: where the amounts come from.
    """

    key: str
    domain: LifeDomain
    name: Text
    party: str
    counterpart: str
    overlap_group: str
    present_value: Draws
    weight: Draws
    source: str

    @property
    def booked(self) -> Draws:
        """What counts for the party, (n,)."""
        return self.present_value * self.weight


@dataclass(frozen=True, slots=True, eq=False)
class Alternative:
    """One scenario against carrying on.

    `money`: the trajectory's own comparison: per month `extra` (cumulative cost above carrying on, bands),
    `cheaper` (chance) and `better` (chance per domain); per payer `worth` (discounted extra cost, per draw).
    `saved`: what all payers together pay less; `gained`: what better lives are worth, overlap taken off;
    `net`: what decides under the perspective that was asked for (saved, or saved + gained).
    `parties`: gains, costs and transfers per party, in order of name; a payer that is not known yet is
    "unknown". `lines`: how `gained` and the transfers are made up. `break_even`: the first month from which
    the middle of the cumulative cost stays at or below carrying on; None: not within the horizon.
    """

    key: str
    name: Text
    money: Comparison
    saved: Spread
    gained: Spread
    net: Spread
    parties: tuple[PartyWorth, ...]
    lines: tuple[WorthLine, ...]
    break_even: int | None

    @property
    def wrong_pocket(self) -> WrongPocket:
        """Whether the gains land with those who pay; on the mean of the draws."""
        return wrong_pocket({worth.party: float(worth.net.mean()) for worth in self.parties})


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Two to five scenarios beside each other; the first is carrying on.

    `outlooks`: of every scenario, carrying on first: per month `levels` per domain, `spent` per payer and
    `total` (bands), `chances` per event. `alternatives`: every other scenario against carrying on, in the
    order in which they were asked. `best`: key of the scenario with the best mean. `evpi`: what knowing
    everything before deciding is worth at most. `findings`: every uncertain input with its EVPPI (`worth`),
    rank correlation and a sentence (`text`), most worth first. `weak`: what is weakly founded.
    `ladders`: version of the amounts behind `gained`. `unpriced`: domains whose change is in no euro at all.
    """

    recipe: Recipe
    perspective: Perspective
    ladders: str
    outlooks: tuple[Outlook, ...]
    alternatives: tuple[Alternative, ...]
    best: str
    evpi: float
    findings: tuple[Finding, ...]
    weak: tuple[Assumption, ...]
    unpriced: tuple[LifeDomain, ...]

    @property
    def top(self) -> tuple[Finding, ...]:
        """The five inputs that are most worth finding out."""
        return self.findings[:MOST_WORTH_KNOWING]

    @property
    def evppi(self) -> Mapping[str, float]:
        """What knowing each input before deciding is worth at most, in euros, by key of the assumption."""
        return {found.assumption.key: found.worth for found in self.findings}

    def alternative(self, key: str) -> Alternative:
        """Return one alternative. Raises RefusedError when there is none by this key."""
        for found in self.alternatives:
            if found.key == key:
                return found
        raise RefusedError(Text(f"Er is geen scenario “{key}”.", f"There is no scenario “{key}”."))
