"""What a plan is worth: for society, per party and per line, present value first and the ratio second."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

import numpy as np

from rekenmodel.social_value.flows import Flow, single_flow, total_flow, yearly_flow
from rekenmodel.social_value.inputs import Contribution, Outcome, Transfer
from rekenmodel.social_value.overlap import overlap_weights
from rekenmodel.social_value.parties import PartyWorth, WrongPocket, wrong_pocket
from rekenmodel.social_value.payback import Payback, payback
from rekenmodel.social_value.terms import Terms
from rekenmodel.values import RefusedError, Text
from rekenmodel.values.draws import Draws, as_draws, draw_count
from rekenmodel.values.money import same_year


class LineKind(StrEnum):
    """What kind of line it is (soort regel)."""

    OUTCOME = "outcome"
    CONTRIBUTION = "contribution"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True, eq=False)
class LineWorth:
    """What one line is worth. `weight`: the share left after overlap, shape (n,); 1 without overlap.

    `flow` is what remains, in euros: gains of an outcome, costs of a contribution, what a transfer moves.
    """

    kind: LineKind
    source: Outcome | Contribution | Transfer
    weight: Draws
    flow: Flow

    @property
    def present_value(self) -> Draws:
        """What this line is worth now, in euros, shape (n,)."""
        return self.flow.present_value


@dataclass(frozen=True, slots=True, eq=False)
class Valuation:
    """The worth of outcomes against contributions, under `terms`. Euros of `terms.price_year`, shape (n,).

    Lines stand in order of kind and key, whatever the order in which they were given.
    """

    terms: Terms
    lines: tuple[LineWorth, ...]

    def of_kind(self, kind: LineKind) -> tuple[LineWorth, ...]:
        """Return the lines of one kind."""
        return tuple(line for line in self.lines if line.kind is kind)

    @property
    def benefits(self) -> Draws:
        """The present value of all outcomes, harms taken off."""
        return self._present_value(LineKind.OUTCOME)

    @property
    def costs(self) -> Draws:
        """The present value of all contributions."""
        return self._present_value(LineKind.CONTRIBUTION)

    @property
    def net(self) -> Draws:
        """Benefits less costs, for society as a whole: transfers are no gain and no loss."""
        return self.benefits - self.costs

    @property
    def net_flow(self) -> Flow:
        """Benefits less costs per period, shape (periods + 1, n); row 0 is the very start."""
        gains = [line.flow for line in self.of_kind(LineKind.OUTCOME)]
        costs = [line.flow.times(-1.0) for line in self.of_kind(LineKind.CONTRIBUTION)]
        return total_flow([*gains, *costs], self.terms)

    @property
    def ratio(self) -> float | None:
        """Mean benefits by mean costs; None when nothing is paid. Harms stay in the numerator.

        Show it after the net value: it changes when a saving is booked as a lower cost.
        """
        costs = float(self.costs.mean())
        return float(self.benefits.mean()) / costs if costs > 0 else None

    @property
    def payback(self) -> Payback:
        """When the benefits have paid the costs, for society."""
        return payback(self.net_flow, self.terms)

    @property
    def parties(self) -> tuple[PartyWorth, ...]:
        """The worth per party, in order of name. Their nets add up to `net`."""
        booked = [booking for line in self.lines for booking in _bookings(line)]
        booked.sort(key=lambda booking: booking[0])
        return tuple(
            _party(party, [(kind, worth) for _, kind, worth in entries])
            for party, entries in groupby(booked, key=lambda booking: booking[0])
        )

    @property
    def wrong_pocket(self) -> WrongPocket:
        """Whether the gains land with those who pay, on the mean of the draws."""
        return wrong_pocket({worth.party: float(worth.net.mean()) for worth in self.parties})

    def _present_value(self, kind: LineKind) -> Draws:
        return sum((line.present_value for line in self.of_kind(kind)), start=np.zeros(1))


def appraise(
    outcomes: Iterable[Outcome],
    contributions: Iterable[Contribution],
    terms: Terms,
    transfers: Iterable[Transfer] = (),
) -> Valuation:
    """Return what the outcomes are worth against what the contributions cost.

    Raises RefusedError when price years or numbers of draws differ, or when a key occurs twice.
    """
    gains = sorted(outcomes, key=lambda line: line.key)
    paid = sorted(contributions, key=lambda line: line.key)
    moved = sorted(transfers, key=lambda line: line.key)
    _check_lines([*gains, *paid, *moved], terms)
    whole = [
        yearly_flow(line.first_year, line.start, line.duration, terms, as_draws(line.drop_off, line.name))
        for line in gains
    ]
    payers: list[Contribution | Transfer] = [*paid, *moved]
    payments = [_payment(line, terms) for line in payers]
    draw_count(*(np.empty(flow.draw_count) for flow in (*whole, *payments)))
    weighted = zip(gains, whole, _weights(gains, whole, terms), strict=True)
    lines = [LineWorth(LineKind.OUTCOME, line, weight, flow.times(weight)) for line, flow, weight in weighted]
    kinds = [LineKind.CONTRIBUTION] * len(paid) + [LineKind.TRANSFER] * len(moved)
    for kind, line, flow in zip(kinds, payers, payments, strict=True):
        lines.append(LineWorth(kind, line, np.ones(1), flow))
    return Valuation(terms, tuple(lines))


def _check_lines(lines: Sequence[Outcome | Contribution | Transfer], terms: Terms) -> None:
    seen = set()
    for line in lines:
        same_year(terms.price_year, line.price_year)
        if line.key in seen:
            raise RefusedError(
                Text(
                    f"{line.name.nl}: de sleutel “{line.key}” komt twee keer voor.",
                    f"{line.name.en}: the key “{line.key}” occurs twice.",
                )
            )
        seen.add(line.key)


def _weights(outcomes: Sequence[Outcome], flows: Sequence[Flow], terms: Terms) -> list[Draws]:
    """Return by outcome the share of it that counts; overlap is judged on present values."""
    weights = [np.ones(1) for _ in outcomes]
    groups: dict[str, list[int]] = {}
    for place, outcome in enumerate(outcomes):
        if outcome.overlap_group is not None:
            groups.setdefault(outcome.overlap_group, []).append(place)
    for group, places in groups.items():
        worth = np.vstack(np.broadcast_arrays(*(flows[place].present_value for place in places)))
        for place, weight in zip(places, overlap_weights(worth, terms.alpha(group)), strict=True):
            weights[place] = weight
    return weights


def _payment(line: Contribution | Transfer, terms: Terms) -> Flow:
    amount = as_draws(line.amount, line.name)
    if line.duration is None:
        return single_flow(amount, line.start, terms)
    return yearly_flow(amount, line.start, line.duration, terms)


def _bookings(line: LineWorth) -> list[tuple[str, LineKind, Draws]]:
    """Return at which parties a line is booked, and for how much."""
    if isinstance(line.source, Transfer):
        worth = line.present_value
        return [(line.source.giver, line.kind, -worth), (line.source.receiver, line.kind, worth)]
    return [(line.source.party, line.kind, line.present_value)]


def _party(party: str, booked: Sequence[tuple[LineKind, Draws]]) -> PartyWorth:
    def total(kind: LineKind) -> Draws:
        return sum((worth for booking, worth in booked if booking is kind), start=np.zeros(1))

    return PartyWorth(party, total(LineKind.OUTCOME), total(LineKind.CONTRIBUTION), total(LineKind.TRANSFER))


def by_key(result: Valuation) -> Mapping[str, LineWorth]:
    """Return the lines of a valuation by key."""
    return {line.source.key: line for line in result.lines}
