"""What better or worse lives are worth, to whom: from years on the steps of a ladder to euros of now.

A domain with a ladder has five steps, from 1 (level 0, heavy) to 5 (level 1, good), and for each of its parts
what a year on a step is worth to one party. Between two steps the worth runs along a straight line, so all
that is needed from a trajectory are the discounted years of each draw on each rung (between two steps). What
counts is the difference with carrying on under the same luck: what would have happened anyway drops out.

- `worth.<domain>` among the assumptions says which share of the published amounts holds here;
- `worth.displacement` is the share of productivity won by work that only moves from somebody else;
- overlap: parts of several domains in one group count the same worth twice, see `social_value.overlap`;
- a ladder counts for one person per household: a careful choice, since the levels are of the household.

Source of the amounts: Meetstandaard Energiearmoede 0.9, added up per domain, part and step. It books the
whole yield of work at the employer. So the wage that replaces a benefit is booked there too: as a transfer
from the employer to the payer of the benefit.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from rekenmodel.comparison.result import WorthLine
from rekenmodel.social_value import DEFAULT_ALPHA, PartyWorth, overlap_weights
from rekenmodel.trajectory import Comparison, Outlook
from rekenmodel.values import LifeDomain, Payer, RefusedError, Text
from rekenmodel.values.draws import Draws
from rekenmodel.values.money import same_year

LADDERS_VERSION = "2026-1"
UNKNOWN = "unknown"
"""The party that stands for whoever will turn out to pay."""

_DATA = Path(__file__).with_name("data")
_STEPS = ("step_1", "step_2", "step_3", "step_4", "step_5")


@dataclass(frozen=True, slots=True)
class DomainLadder:
    """One part of what a year on each step of one domain is worth, euros of `price_year`, to `party`.

    `counterpart`: a transfer is booked with the opposite sign there; "": a real gain. `displaced`: the share
    `worth.displacement` of it is taken off. Raises RefusedError when there are not five steps.
    """

    domain: LifeDomain
    part: str
    name: Text
    party: str
    counterpart: str
    overlap_group: str
    displaced: bool
    steps: tuple[float, ...]
    price_year: int
    source: str

    def __post_init__(self) -> None:
        if len(self.steps) != len(_STEPS):
            raise RefusedError(
                Text(
                    f"{self.name.nl}: geef vijf treden, niet {len(self.steps)}.",
                    f"{self.name.en}: give five steps, not {len(self.steps)}.",
                )
            )

    @property
    def rungs(self) -> Draws:
        """What a year a step higher is worth, from each step to the next, (4,)."""
        return np.diff(self.steps)


@cache
def load_ladders(version: str = LADDERS_VERSION) -> tuple[DomainLadder, ...]:
    """Return the ladders that come with the library. Raises RefusedError when there is no such version."""
    path = _DATA / f"ladders_{version}.csv"
    if not path.is_file():
        raise RefusedError(
            Text(f"Versie {version} van de ladders bestaat niet.", f"There is no version {version}.")
        )
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(map(_ladder, csv.DictReader(file)))


def _ladder(row: Mapping[str, str]) -> DomainLadder:
    return DomainLadder(
        LifeDomain(row["domain"]),
        row["part"],
        Text(row["name_nl"], row["name_en"]),
        row["party"],
        row["counterpart"],
        row["overlap_group"],
        row["displaced"] == "yes",
        tuple(float(row[step]) for step in _STEPS),
        int(row["price_year"]),
        row["source"],
    )


def worth_lines(
    ladders: Iterable[DomainLadder],
    inputs: Mapping[str, Draws],
    years: Mapping[LifeDomain, Draws],
    price_year: int,
    alpha: float = DEFAULT_ALPHA,
) -> tuple[WorthLine, ...]:
    """Return what a change is worth, per domain and part, in order of domain and part.

    `years`: by domain how many discounted years more than carrying on are spent above each rung, (4, n).
    `inputs`: draws by key of the assumptions. Domains without years, or without an assumption
    `worth.<domain>`, are left out. Raises RefusedError when a ladder is of another price year.
    """
    lines = []
    for ladder in ladders:
        scale = inputs.get(f"worth.{ladder.domain}")
        if ladder.domain not in years or scale is None:
            continue
        same_year(price_year, ladder.price_year)
        worth = (ladder.rungs @ years[ladder.domain]) * scale
        if ladder.displaced and "worth.displacement" in inputs:
            worth = worth * (1 - inputs["worth.displacement"])
        lines.append((ladder, worth))
    weights = _weights(lines, alpha)
    return tuple(
        WorthLine(
            f"{ladder.domain}.{ladder.part}",
            ladder.domain,
            *(ladder.name, ladder.party, ladder.counterpart, ladder.overlap_group),
            *(worth, weight, ladder.source),
        )
        for (ladder, worth), weight in zip(lines, weights, strict=True)
    )


def _weights(lines: Sequence[tuple[DomainLadder, Draws]], alpha: float) -> list[Draws]:
    """Return by line the share that counts; lines of one group overlap, whatever their party."""
    weights = [np.ones(1) for _ in lines]
    groups: dict[str, list[int]] = {}
    for place, (ladder, _) in enumerate(lines):
        groups.setdefault(ladder.overlap_group, []).append(place)
    for places in groups.values():
        if len(places) > 1:
            shares = overlap_weights(np.stack([lines[place][1] for place in places]), alpha)
            for place, share in zip(places, shares, strict=True):
                weights[place] = share
    return weights


def gained(lines: Iterable[WorthLine], draws: int) -> Draws:
    """Return what all real lines together are worth to everybody, (n,); transfers are no gain."""
    return sum((line.booked for line in lines if not line.counterpart), start=np.zeros(draws))


def parties(money: Comparison, lines: Iterable[WorthLine], draws: int) -> tuple[PartyWorth, ...]:
    """Return gains, extra costs and transfers per party, in order of name; their nets add up to society's."""
    gains: dict[str, Draws] = {}
    costs = {party_of(payer): worth for payer, worth in money.worth.items()}
    transfers: dict[str, Draws] = {}
    for line in lines:
        into = transfers if line.counterpart else gains
        into[line.party] = into.get(line.party, np.zeros(draws)) + line.booked
        if line.counterpart:
            transfers[line.counterpart] = transfers.get(line.counterpart, np.zeros(draws)) - line.booked
    nothing = np.zeros(draws)
    return tuple(
        PartyWorth(name, gains.get(name, nothing), costs.get(name, nothing), transfers.get(name, nothing))
        for name in sorted({*gains, *costs, *transfers})
    )


def party_of(payer: Payer | None) -> str:
    """Return the party that a payer is."""
    return UNKNOWN if payer is None else str(payer)


def years_more(other: Outlook, first: Outlook) -> Mapping[LifeDomain, Draws]:
    """Return by domain the discounted years above each rung that `other` has more than `first`, (4, n)."""
    return {domain: other.years[domain] - first.years[domain] for domain in first.years}
