"""The compiled engine: blocks of `WIDTH` draws, small enough to stay in the fastest memory of the processor.

Every inner loop runs over the draws of a block (the lanes) and has nothing but arithmetic in it, so that the
processor takes four or eight draws per instruction; that is why `exp` is written out here. Calculates what
`reference` says, some months at a time.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rekenmodel.trajectory.engine_input import Rows, Schedule, Wiring
from rekenmodel.trajectory.jit import compiled
from rekenmodel.trajectory.reference import STEEPEST
from rekenmodel.values.draws import Draws

WIDTH = 64

_LOG2E = 1.0 / math.log(2.0)
# ln 2 in two parts: the first has so few digits that a whole number times it is exact.
_LN2_HIGH = 0.693147180369123816490
_LN2_LOW = 1.90821492927058770002e-10
# Added to a number below 2^51, this rounds it to a whole number, which then stands in the lowest bits.
_ROUNDER = 6755399441055744.0
_ONE_BITS = 1023 << 52
_STEEPEST = STEEPEST
_TERMS = tuple(1.0 / math.factorial(power) for power in range(13))
_T0, _T1, _T2, _T3, _T4, _T5, _T6, _T7, _T8, _T9, _T10, _T11, _T12 = _TERMS


class State(NamedTuple):
    """Where every draw stands, of every scenario: changed in place, month by month.

    `level` (S, J, n), `goal` and `built` (S, H, n), `not_yet` (S, E, n), `since` (S, T, n) the month in which the
    event happened (infinite: not yet), `spent` (S, P, n) euros, `worth` (S, P, n) the same discounted.
    """

    level: Draws
    goal: Draws
    built: Draws
    not_yet: Draws
    since: Draws
    spent: Draws
    worth: Draws


class Desk(NamedTuple):
    """Room to calculate in for one block.

    `zs` and `coached` (J, WIDTH), `odds` and `before` (E, WIDTH), `engaged` (WIDTH,), `bits` and `power`: the same
    J x WIDTH numbers of eight bytes, seen as whole numbers and as fractions.
    """

    zs: Draws
    coached: Draws
    odds: Draws
    before: Draws
    engaged: Draws
    bits: NDArray[np.int64]
    power: Draws


def desk(domains: int, events: int) -> Desk:
    """Return room to calculate in."""
    size = max(domains, events) * WIDTH
    bits = np.zeros(size, np.int64)
    return Desk(
        np.zeros((domains, WIDTH)),
        np.zeros((domains, WIDTH)),
        np.zeros((events, WIDTH)),
        np.zeros((events, WIDTH)),
        np.zeros(WIDTH),
        bits,
        bits.view(np.float64),
    )


@compiled
def exponentials(values: Draws, bits: NDArray[np.int64], power: Draws) -> None:
    """Replace values by exp(-value), in place, to 2e-16 of itself; `values` is one-dimensional.

    exp(v) = 2^k exp(r) with k whole and |r| <= ln 2 / 2; exp(r) by its series, 2^k by writing k in the exponent.
    """
    for lane in range(values.shape[0]):
        v = min(max(-values[lane], -_STEEPEST), _STEEPEST)
        rounded = v * _LOG2E + _ROUNDER
        power[lane] = rounded
        k = rounded - _ROUNDER
        r = (v - k * _LN2_HIGH) - k * _LN2_LOW
        tail = _T8 + r * (_T9 + r * (_T10 + r * (_T11 + r * _T12)))
        middle = _T4 + r * (_T5 + r * (_T6 + r * (_T7 + r * tail)))
        values[lane] = _T0 + r * (_T1 + r * (_T2 + r * (_T3 + r * middle)))
    for lane in range(values.shape[0]):
        bits[lane] = (bits[lane] << 52) + _ONE_BITS
    for lane in range(values.shape[0]):
        values[lane] *= power[lane]


@compiled
def logistics(values: Draws, bits: NDArray[np.int64], power: Draws) -> None:
    """Replace values by 1 / (1 + exp(-value)), in place; `values` is one-dimensional."""
    exponentials(values, bits, power)
    for lane in range(values.shape[0]):
        values[lane] = 1.0 / (1.0 + values[lane])


@compiled
def add_product(total: Draws, one: Draws, other: Draws) -> None:
    """Add one x other to the total, lane by lane."""
    for lane in range(total.shape[0]):
        total[lane] += one[lane] * other[lane]


@compiled
def build_up(
    wiring: Wiring, rows: Rows, plan: Schedule, state: State, scenario: int, month: int, low: int, high: int
) -> None:
    """Let every line of help come closer to what it reaches at its dose."""
    for line in range(rows.half.shape[0]):
        dose = plan.dose[scenario, line, month]
        was = plan.dose[scenario, line, month - 1] if month > 0 else wiring.dose_before[line]
        goal = state.goal[scenario, line, low:high]
        if dose != was:
            for lane in range(high - low):
                share = 1.0 - math.exp(-math.log(2.0) * dose / rows.half[line, low + lane])
                goal[lane] = share if wiring.direct[line] == 0 else (1.0 if dose > 0.0 else 0.0)
        built, build = state.built[scenario, line, low:high], rows.build[line, low:high]
        for lane in range(high - low):
            built[lane] += build[lane] * (goal[lane] - built[lane])


@compiled
def engagement(rows: Rows, helpers: float, level: Draws, low: int, high: int, room: Desk) -> None:
    """Put in `room.engaged` which share of the effect of help arrives; `level` is (J, lanes)."""
    engaged = room.engaged[: high - low]
    engaged[:] = rows.engage[0, low:high]
    for domain in range(level.shape[0]):
        add_product(engaged, rows.engage[domain + 1, low:high], level[domain])
    logistics(engaged, room.bits, room.power)
    lost, free = rows.burden[0, low:high], rows.burden[1, low:high]
    for lane in range(high - low):
        engaged[lane] /= 1.0 + lost[lane] * max(0.0, helpers - free[lane])


@compiled
def aim(wiring: Wiring, rows: Rows, built: Draws, level: Draws, low: int, high: int, room: Desk) -> None:
    """Put in `room.zs` where every level is heading; `built` is (H, lanes), `level` (J, lanes)."""
    lanes = high - low
    room.coached[:] = 0.0
    for domain in range(level.shape[0]):
        room.zs[domain, :lanes] = rows.base[domain, low:high]
    for link in range(wiring.link_from.shape[0]):
        add_product(
            room.zs[wiring.link_to[link], :lanes], rows.weight[link, low:high], level[wiring.link_from[link]]
        )
    for effect in range(wiring.effect_line.shape[0]):
        line, domain = wiring.effect_line[effect], wiring.effect_to[effect]
        into = room.coached[domain, :lanes] if wiring.direct[line] == 0 else room.zs[domain, :lanes]
        add_product(into, rows.effect[effect, low:high], built[line])
    for domain in range(level.shape[0]):
        z, coached = room.zs[domain], room.coached[domain]
        for lane in range(lanes):
            z[lane] = 2.0 * (z[lane] + room.engaged[lane] * coached[lane])
    logistics(room.zs.reshape(-1), room.bits, room.power)


@compiled
def chances(wiring: Wiring, rows: Rows, factors: Draws, level: Draws, low: int, high: int, room: Desk) -> None:
    """Put in `room.odds` the chance of every event in this month; `factors` (E,) multiply its odds."""
    lanes = high - low
    for event in range(factors.shape[0]):
        room.odds[event, :lanes] = rows.chance[event, low:high]
    for slope in range(wiring.slope_event.shape[0]):
        add_product(
            room.odds[wiring.slope_event[slope], :lanes],
            rows.slope[slope, low:high],
            level[wiring.slope_on[slope]],
        )
    exponentials(room.odds.reshape(-1), room.bits, room.power)
    for event in range(factors.shape[0]):
        odds, factor = room.odds[event], factors[event]
        for lane in range(lanes):
            odds[lane] = factor / (factor + odds[lane])


@compiled
def strike(
    wiring: Wiring, rows: Rows, state: State, scenario: int, month: int, low: int, high: int, room: Desk
) -> None:
    """Let events happen whose time has come."""
    for event in range(room.odds.shape[0]):
        not_yet = state.not_yet[scenario, event, low:high]
        room.before[event, : high - low] = not_yet
        for lane in range(high - low):
            not_yet[lane] *= 1.0 - room.odds[event, lane]
    for slot in range(wiring.slot_event.shape[0]):
        event = wiring.slot_event[slot]
        luck, before = rows.luck[slot, low:high], room.before[event]
        not_yet, since = state.not_yet[scenario, event, low:high], state.since[scenario, slot, low:high]
        struck = 0
        for lane in range(high - low):
            now = (not_yet[lane] <= luck[lane]) & (luck[lane] < before[lane])
            since[lane] = month if now else since[lane]
            struck += now
        if struck:
            hurt(wiring, rows, state, scenario, event, slot, month, low, high)


@compiled
def hurt(
    wiring: Wiring, rows: Rows, state: State, scenario: int, event: int, slot: int, month: int, low: int, high: int
) -> None:
    """Let an event hit its domains in the draws where it happened this month."""
    for hit in range(wiring.hit_event.shape[0]):
        if wiring.hit_event[hit] == event:
            level = state.level[scenario, wiring.hit_on[hit], low:high]
            for lane in range(high - low):
                if state.since[scenario, slot, low + lane] == month:
                    size = rows.hit[hit, low + lane]
                    level[lane] += size * (level[lane] if size < 0.0 else 1.0 - level[lane])


@compiled
def pay(
    wiring: Wiring,
    rows: Rows,
    charged: Draws,
    state: State,
    factor: float,
    scenario: int,
    month: int,
    low: int,
    high: int,
) -> None:
    """Book what is paid in this month, also discounted by `factor`; `charged` is (H,) units."""
    for line in range(charged.shape[0]):
        if charged[line] != 0.0:
            payer, units, price = wiring.line_payer[line], charged[line], rows.price[line, low:high]
            spent, worth = state.spent[scenario, payer, low:high], state.worth[scenario, payer, low:high]
            for lane in range(high - low):
                spent[lane] += units * price[lane]
                worth[lane] += factor * (units * price[lane])
    for slot in range(wiring.slot_event.shape[0]):
        since = state.since[scenario, slot, low:high]
        for bill in range(wiring.bill_event.shape[0]):
            if wiring.bill_event[bill] == wiring.slot_event[slot]:
                payer, euros = wiring.bill_payer[bill], rows.bill[bill, low:high]
                spent, worth = state.spent[scenario, payer, low:high], state.worth[scenario, payer, low:high]
                earliest = month - wiring.bill_months[bill]
                for lane in range(high - low):
                    due = euros[lane] if earliest < since[lane] <= month else 0.0
                    spent[lane] += due
                    worth[lane] += factor * due


@compiled
def live(
    wiring: Wiring,
    rows: Rows,
    plan: Schedule,
    state: State,
    factor: float,
    scenario: int,
    month: int,
    low: int,
    high: int,
    room: Desk,
) -> None:
    """Go from the begin of one month to its end, for the draws from `low` up to `high`."""
    level = state.level[scenario, :, low:high]
    build_up(wiring, rows, plan, state, scenario, month, low, high)
    engagement(rows, plan.helpers[scenario, month], level, low, high, room)
    aim(wiring, rows, state.built[scenario, :, low:high], level, low, high, room)
    chances(wiring, rows, plan.odds[scenario, :, month], level, low, high, room)
    for domain in range(level.shape[0]):
        now, rate, goal = level[domain], rows.rate[domain, low:high], room.zs[domain]
        for lane in range(high - low):
            now[lane] += rate[lane] * (goal[lane] - now[lane])
    strike(wiring, rows, state, scenario, month, low, high, room)
    pay(wiring, rows, plan.charged[scenario, :, month], state, factor, scenario, month, low, high)
