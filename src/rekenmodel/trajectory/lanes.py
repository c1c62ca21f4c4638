"""The compiled engine: blocks of `WIDTH` draws, small enough to stay in the fastest memory of the processor.

Every inner loop runs over the draws of a block (the lanes) and has nothing but arithmetic in it, so that the
processor takes four or eight draws per instruction; that is why `exp` is written out here. Calculates what
`reference` says. Letters in shapes as in `engine_input`; B blocks and W lanes.

All compiled functions that call each other stand in this file: what was compiled before is kept on disk until
the file of the caller changes.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rekenmodel.trajectory.engine_input import RUNGS, Places, Rows, Schedule, Wiring
from rekenmodel.trajectory.jit import compiled
from rekenmodel.trajectory.ranks import Singles
from rekenmodel.trajectory.reference import STEEPEST
from rekenmodel.values.draws import Draws

WIDTH = 200
"""Draws per block: whole registers, and ten thousand draws fill their blocks exactly."""

_STEEPEST = STEEPEST
_LN2 = math.log(2.0)
_LOG2E = 1.0 / math.log(2.0)
# ln 2 in two parts: the first has so few digits that a whole number times it is exact.
_LN2_HIGH = float.fromhex("0x1.62e42feep-1")
_LN2_LOW = float.fromhex("0x1.a39ef35793c76p-33")
# Added to a number below 2^51, this rounds it to a whole number, which then stands in the lowest bits.
_ROUNDER = 6755399441055744.0
_ONE_BITS = 1023 << 52
_T2, _T3, _T4, _T5, _T6, _T7, _T8, _T9, _T10, _T11, _T12 = (1.0 / math.factorial(n) for n in range(2, 13))


class State(NamedTuple):
    """Where the draws of one block stand under one scenario, changed in place; with axes B, S in front: of
    all.

    `level` (J, W), `goal` and `built` (H, W), `not_yet` (E, W), `since` (T, W) the month in which the event
    happened (infinite: not yet), `spent` (P, W) euros, `worth` (P, W) the same discounted, `height` (4 V, W)
    discounted sums over the months of min(4 level, r), for every domain with a worth and r = 1..4.
    """

    level: Draws
    goal: Draws
    built: Draws
    not_yet: Draws
    since: Draws
    spent: Draws
    worth: Draws
    height: Draws


class Desk(NamedTuple):
    """Room to calculate in for one block.

    `zs` and `coached` (J, W), `odds` and `before` (E, W), `engaged` (W,), `due` (P, W) euros of this month,
    `bits` and `power`: the same numbers of eight bytes, seen as whole numbers and as fractions.
    """

    zs: Draws
    coached: Draws
    odds: Draws
    before: Draws
    engaged: Draws
    due: Draws
    bits: NDArray[np.int64]
    power: Draws


def desk(domains: int, events: int, payers: int) -> Desk:
    """Return room to calculate in."""
    bits = np.zeros(WIDTH, np.int64)
    zs, coached = np.zeros((2, domains, WIDTH))
    odds, before = np.zeros((2, events, WIDTH))
    return Desk(
        zs, coached, odds, before, np.zeros(WIDTH), np.zeros((payers, WIDTH)), bits, bits.view(np.float64)
    )


@compiled
def exponentials(values: Draws, bits: NDArray[np.int64], power: Draws) -> None:
    """Replace values by exp(-value), in place, to 2e-16 of itself; `values` is one-dimensional.

    exp(v) = 2^k exp(r) with k whole and |r| <= ln 2 / 2; exp(r) by its series, 2^k by writing k in the
    exponent.
    """
    for lane in range(values.shape[0]):
        v = min(max(-values[lane], -_STEEPEST), _STEEPEST)
        rounded = v * _LOG2E + _ROUNDER
        power[lane] = rounded
        k = rounded - _ROUNDER
        r = (v - k * _LN2_HIGH) - k * _LN2_LOW
        tail = _T8 + r * (_T9 + r * (_T10 + r * (_T11 + r * _T12)))
        middle = _T4 + r * (_T5 + r * (_T6 + r * (_T7 + r * tail)))
        values[lane] = 1.0 + r * (1.0 + r * (_T2 + r * (_T3 + r * middle)))
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
def fill(total: Draws, values: Draws) -> None:
    """Put the rows of `values` in `total`, both (k, W)."""
    for row in range(total.shape[0]):
        for lane in range(WIDTH):
            total[row, lane] = values[row, lane]


@compiled
def add_products(total: Draws, into: Places, factors: Draws, values: Draws, of: Places) -> None:
    """Add factors[k] x values[of[k]] to total[into[k]], for every k; all rows (W,).

    Four at a time where four in a row go to the same total: that saves three of four times reading and
    writing it.
    """
    k, many = 0, into.shape[0]
    while k < many:
        row = into[k]
        if k + 3 < many and into[k + 1] == row and into[k + 2] == row and into[k + 3] == row:
            a, b, c, d = of[k], of[k + 1], of[k + 2], of[k + 3]
            for lane in range(WIDTH):
                two = factors[k, lane] * values[a, lane] + factors[k + 1, lane] * values[b, lane]
                more = factors[k + 2, lane] * values[c, lane] + factors[k + 3, lane] * values[d, lane]
                total[row, lane] += two + more
            k += 4
        else:
            a = of[k]
            for lane in range(WIDTH):
                total[row, lane] += factors[k, lane] * values[a, lane]
            k += 1


@compiled
def build_up(wiring: Wiring, rows: Rows, plan: Schedule, state: State, month: int) -> None:
    """Let every line of help come closer to what it reaches at its dose."""
    for line in range(rows.half.shape[0]):
        dose = plan.dose[line, month]
        was = plan.dose[line, month - 1] if month > 0 else wiring.dose_before[line]
        if dose != was:
            for lane in range(WIDTH):
                share = 1.0 - math.exp(-_LN2 * dose / rows.half[line, lane])
                state.goal[line, lane] = share if wiring.direct[line] == 0 else (1.0 if dose > 0.0 else 0.0)
        for lane in range(WIDTH):
            gap = state.goal[line, lane] - state.built[line, lane]
            state.built[line, lane] += rows.build[line, lane] * gap


@compiled
def engagement(rows: Rows, helpers: float, level: Draws, room: Desk) -> None:
    """Put in `room.engaged` which share of the effect of help arrives; `level` is (J, W)."""
    engaged = room.engaged
    for lane in range(WIDTH):
        engaged[lane] = rows.engage[0, lane]
    for domain in range(level.shape[0]):
        for lane in range(WIDTH):
            engaged[lane] += rows.engage[domain + 1, lane] * level[domain, lane]
    logistics(engaged, room.bits, room.power)
    for lane in range(WIDTH):
        too_many = max(0.0, helpers - rows.burden[1, lane])
        engaged[lane] /= 1.0 + rows.burden[0, lane] * too_many


@compiled
def aim(wiring: Wiring, rows: Rows, built: Draws, level: Draws, room: Desk) -> None:
    """Put in `room.zs` where every level is heading; `built` is (H, W), `level` (J, W)."""
    zs, coached, engaged = room.zs, room.coached, room.engaged
    fill(zs, rows.base)
    add_products(zs, wiring.link_to, rows.weight, level, wiring.link_from)
    coached[:] = 0.0
    first = 0  # effects of help come first, those of payments after
    while first < wiring.effect_line.shape[0] and wiring.direct[wiring.effect_line[first]] == 0:
        first += 1
    line, to = wiring.effect_line, wiring.effect_to
    add_products(coached, to[:first], rows.effect[:first], built, line[:first])
    add_products(zs, to[first:], rows.effect[first:], built, line[first:])
    for domain in range(level.shape[0]):
        for lane in range(WIDTH):
            zs[domain, lane] = 2.0 * (zs[domain, lane] + engaged[lane] * coached[domain, lane])
        logistics(zs[domain], room.bits, room.power)


@compiled
def chances(wiring: Wiring, rows: Rows, plan: Schedule, month: int, level: Draws, room: Desk) -> None:
    """Put in `room.odds` the chance of every event in this month."""
    odds = room.odds
    fill(odds, rows.chance)
    add_products(odds, wiring.slope_event, rows.slope, level, wiring.slope_on)
    for event in range(odds.shape[0]):
        exponentials(odds[event], room.bits, room.power)
        factor = plan.odds[event, month]
        for lane in range(WIDTH):
            odds[event, lane] = factor / (factor + odds[event, lane])


@compiled
def strike(wiring: Wiring, rows: Rows, state: State, month: int, room: Desk) -> None:
    """Let events happen whose time has come."""
    for event in range(room.odds.shape[0]):
        not_yet, before, odds = state.not_yet[event], room.before[event], room.odds[event]
        for lane in range(WIDTH):
            before[lane] = not_yet[lane]
            not_yet[lane] *= 1.0 - odds[lane]
    for slot in range(wiring.slot_event.shape[0]):
        event = wiring.slot_event[slot]
        luck, before, not_yet = rows.luck[slot], room.before[event], state.not_yet[event]
        since, struck = state.since[slot], 0
        for lane in range(WIDTH):
            struck += (not_yet[lane] <= luck[lane]) & (luck[lane] < before[lane])
        if struck:
            for lane in range(WIDTH):
                if not_yet[lane] <= luck[lane] and luck[lane] < before[lane]:
                    since[lane] = month
                    hurt(wiring, rows, state.level, event, lane)


@compiled
def hurt(wiring: Wiring, rows: Rows, level: Draws, event: int, lane: int) -> None:
    """Let an event hit its domains in one draw."""
    for hit in range(wiring.hit_event.shape[0]):
        if wiring.hit_event[hit] == event:
            domain, size = wiring.hit_on[hit], rows.hit[hit, lane]
            was = level[domain, lane]
            level[domain, lane] = was + size * (was if size < 0.0 else 1.0 - was)


@compiled
def pay(
    wiring: Wiring, rows: Rows, plan: Schedule, state: State, factor: float, month: int, room: Desk
) -> None:
    """Book what is paid in this month, also discounted by `factor`."""
    room.due[:] = 0.0
    for line in range(plan.charged.shape[0]):
        units = plan.charged[line, month]
        if units != 0.0:
            payer = wiring.line_payer[line]
            for lane in range(WIDTH):
                room.due[payer, lane] += units * rows.price[line, lane]
    for slot in range(wiring.slot_event.shape[0]):
        since = state.since[slot]
        for bill in range(wiring.bill_event.shape[0]):
            if wiring.bill_event[bill] == wiring.slot_event[slot]:
                due, euros = room.due[wiring.bill_payer[bill]], rows.bill[bill]
                earliest = month - wiring.bill_months[bill]
                for lane in range(WIDTH):
                    due[lane] += euros[lane] if earliest < since[lane] <= month else 0.0
    for payer in range(room.due.shape[0]):
        for lane in range(WIDTH):
            due_now = room.due[payer, lane]
            state.spent[payer, lane] += due_now
            state.worth[payer, lane] += factor * due_now


@compiled
def live(
    wiring: Wiring, rows: Rows, plan: Schedule, state: State, factor: float, month: int, room: Desk
) -> None:
    """Go from the begin of one month to its end, for one block of draws."""
    build_up(wiring, rows, plan, state, month)
    engagement(rows, plan.helpers[month], state.level, room)
    aim(wiring, rows, state.built, state.level, room)
    chances(wiring, rows, plan, month, state.level, room)
    for domain in range(state.level.shape[0]):
        for lane in range(WIDTH):
            gap = room.zs[domain, lane] - state.level[domain, lane]
            state.level[domain, lane] += rows.rate[domain, lane] * gap
    strike(wiring, rows, state, month, room)
    pay(wiring, rows, plan, state, factor, month, room)
    climb(wiring, state, factor)


@compiled
def climb(wiring: Wiring, state: State, factor: float) -> None:
    """Count how high on its ladder every domain with a worth stands, discounted by `factor`."""
    for valued in range(wiring.valued.shape[0]):
        level = state.level[wiring.valued[valued]]
        for rung in range(RUNGS):
            height, top = state.height[RUNGS * valued + rung], (rung + 1) * factor
            for lane in range(WIDTH):
                height[lane] += min(RUNGS * factor * level[lane], top)


@compiled
def one_of(plans: Schedule, scenario: int) -> Schedule:
    """Return the schedule of one scenario."""
    return Schedule(
        plans.dose[scenario], plans.charged[scenario], plans.helpers[scenario], plans.odds[scenario]
    )


@compiled
def tile(rows: Rows, block: int) -> Rows:
    """Return the draws of one block, each kind (rows, W)."""
    return Rows(
        rows.start[block],
        rows.base[block],
        rows.rate[block],
        rows.weight[block],
        rows.engage[block],
        rows.burden[block],
        rows.build[block],
        rows.half[block],
        rows.price[block],
        rows.effect[block],
        rows.chance[block],
        rows.slope[block],
        rows.luck[block],
        rows.hit[block],
        rows.bill[block],
    )


@compiled
def place(states: State, block: int, scenario: int) -> State:
    """Return where one block stands under one scenario."""
    return State(
        states.level[block, scenario],
        states.goal[block, scenario],
        states.built[block, scenario],
        states.not_yet[block, scenario],
        states.since[block, scenario],
        states.spent[block, scenario],
        states.worth[block, scenario],
        states.height[block, scenario],
    )


@compiled
def strip(
    wiring: Wiring,
    rows: Rows,
    plans: Schedule,
    states: State,
    factors: Draws,
    first: int,
    last: int,
    begin: int,
    end: int,
    room: Desk,
    series: Singles,
) -> None:
    """Live some months with the blocks from `begin` up to `end`, and write them in the series."""
    for block in range(begin, end):
        here = tile(rows, block)
        for scenario in range(states.level.shape[1]):
            plan, state = one_of(plans, scenario), place(states, block, scenario)
            for month in range(first, last):
                live(wiring, here, plan, state, factors[month], month, room)
                write(wiring, state, block * WIDTH, room.engaged, series[scenario, month - first])


@compiled
def write(wiring: Wiring, state: State, low: int, sums: Draws, into: Singles) -> None:
    """Write where one block stands at the end of a month; `into` is (J + P + 1 + E, n), `sums` room for
    (W,)."""
    domains, payers, events = state.level.shape[0], state.spent.shape[0], state.not_yet.shape[0]
    total, happened = domains + payers, domains + payers + 1
    for row in range(domains):
        for lane in range(WIDTH):
            into[row, low + lane] = state.level[row, lane]
    sums[:] = 0.0
    for payer in range(payers):
        for lane in range(WIDTH):
            into[domains + payer, low + lane] = state.spent[payer, lane]
            sums[lane] += state.spent[payer, lane]
    for lane in range(WIDTH):
        into[total, low + lane] = sums[lane]
    for row in range(happened, happened + events):
        for lane in range(WIDTH):
            into[row, low + lane] = 0.0
    for slot in range(state.since.shape[0]):
        row = happened + wiring.slot_event[slot]
        for lane in range(WIDTH):
            into[row, low + lane] += np.float32(state.since[slot, lane] < np.inf)
