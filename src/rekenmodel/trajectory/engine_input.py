"""What the engines calculate with: arrays, and nothing else. `prepare` makes them from a household.

Three groups, so that a scenario costs no more than its schedule:
- `Wiring`: which row touches which. Whole numbers, the same in every draw.
- `Rows`: the draws. Every row has shape (n,); a row per domain, link, line of help and so on.
- `Schedule`: what one scenario plans per month. The same in every draw.

They are named tuples, because compiled code can read those. Letters in shapes: J domains, L links, H lines of
help and payments, K effects of lines, E kinds of events, Q slopes, T moments at which an event can happen,
R hits of events, C bills of events, P payers, V domains with a worth, M months, S scenarios, n draws.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rekenmodel.values.draws import Draws

Places = NDArray[np.intp]

RUNGS = 4
"""Parts of the scale of a level that have a worth of their own."""

_NOWHERE: Places = np.empty(0, dtype=np.intp)


class Wiring(NamedTuple):
    """Which row touches which.

    `link_from`, `link_to`: (L,) domains. `effect_line`, `effect_to`: (K,) line and domain, direct ones last.
    `direct`: (H,) 1 for a line whose effect does not depend on the dose, on engagement or on how many help
    along, else 0.
    `dose_before`: (H,) the dose at which a line already runs when the first month begins. `line_payer`: (H,).
    `slope_event`, `slope_on`: (Q,) event and domain. `slot_event`: (T,) the event of each moment.
    `hit_event`, `hit_on`: (R,). `bill_event`, `bill_payer`, `bill_months`: (C,). `payers`: how many there
    are. `valued`: (V,) the domains of which the years on every rung are counted.
    """

    link_from: Places
    link_to: Places
    effect_line: Places
    effect_to: Places
    direct: Places
    dose_before: Draws
    line_payer: Places
    slope_event: Places
    slope_on: Places
    slot_event: Places
    hit_event: Places
    hit_on: Places
    bill_event: Places
    bill_payer: Places
    bill_months: Places
    payers: int
    valued: Places = _NOWHERE


class Rows(NamedTuple):
    """The draws, each array of shape (rows, n).

    `start`, `base`, `rate`: (J, n) level at the start 0..1, constant push, share of the way to go per month.
    `weight`: (L, n). `engage`: (J + 1, n) constant of engagement, then its slope per domain.
    `burden`: (2, n) share of effect lost per helper too many, and the number of helpers that is no burden.
    `build`, `half`, `price`: (H, n) share built up per month, dose that gives half the effect, euros per
    unit.
    `effect`: (K, n) push on a domain at the full dose. `chance`: (E, n) log odds per month when all levels
    are 0.
    `slope`: (Q, n) change of the log odds per level. `luck`: (T, n) the event happens when the chance that it
    did not happen yet falls to this. `hit`: (R, n) -1..1, share of the level that is lost, or of the room
    above it that is won. `bill`: (C, n) euros per month.
    """

    start: Draws
    base: Draws
    rate: Draws
    weight: Draws
    engage: Draws
    burden: Draws
    build: Draws
    half: Draws
    price: Draws
    effect: Draws
    chance: Draws
    slope: Draws
    luck: Draws
    hit: Draws
    bill: Draws

    @property
    def draws(self) -> int:
        """The number of draws."""
        return int(self.start.shape[1])


class Schedule(NamedTuple):
    """What one scenario plans, or several when the arrays have a first axis S.

    `dose`: (H, M) units per month that work. `charged`: (H, M) units per month that are paid. `helpers`: (M,)
    how many help at the same time. `odds`: (E, M) factor on the odds of an event, 1 when nothing changes.
    """

    dose: Draws
    charged: Draws
    helpers: Draws
    odds: Draws


class Paths(NamedTuple):
    """What happened in every draw of one scenario, month 0 (the start) to M.

    `levels`: (M + 1, J, n) 0..1. `spent`: (M + 1, P, n) euros since the start. `happened`: (M + 1, E, n) how
    often.
    """

    levels: Draws
    spent: Draws
    happened: Draws


def stacked(schedules: tuple[Schedule, ...]) -> Schedule:
    """Return the schedules of several scenarios as one, with a first axis S."""
    return Schedule(*(np.ascontiguousarray(np.stack(parts)) for parts in zip(*schedules, strict=True)))


def part(rows: Rows, first: int, last: int) -> Rows:
    """Return the draws from `first` up to but not including `last`; a view, nothing is copied."""
    return Rows(*(row[:, first:last] for row in rows))
