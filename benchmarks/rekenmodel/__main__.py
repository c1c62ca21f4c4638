"""Measure the calculation model: `python3 samen.py bench rekenmodel [--no-peers] [--households 10000]`."""

import argparse
import json
import os
import platform
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from benchmarks.rekenmodel import formula, portfolio
from benchmarks.rekenmodel.household import case, scenarios
from benchmarks.rekenmodel.linked import GOLDEN, OPERATIONS, LanesSums, numpy_sums, work
from benchmarks.rekenmodel.machine import bandwidth, flops
from benchmarks.rekenmodel.peers import PEERS, LeftOut
from benchmarks.rekenmodel.timing import Took, took
from rekenmodel.comparison import Perspective, compare
from rekenmodel.trajectory import FAST, drawn_inputs, simulate
from rekenmodel.trajectory.prepare import drawn

DRAWS, MONTHS, SEED, RATE = 10_000, 120, 20261123, 0.0225
WANTED = {"PySD 3.14.3": 3000, "squigglepy 0.30": 400, "squiggle-lang 0.10.0": 200}


def main() -> int:
    """Run all parts one after another and print what they took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-peers", action="store_true", help="leave the peers out")
    parser.add_argument("--households", type=int, default=200, help="how many in the portfolio (200)")
    options = parser.parse_args()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, load {load:.1f} before")
    full_run()
    edits()
    print(f"\nPortfolio, {portfolio.DRAWS:,} draws x {portfolio.MONTHS} months x 2 scenarios each")
    portfolio.measure(options.households)
    if not FAST:
        print("Numba is not installed: nothing is compared with the compiled engine.")
        return 0
    per_draw = linked()
    if not options.no_peers:
        beside_peers(per_draw)
    return 0


def full_run() -> None:
    """The run behind one answer on the page: all summaries and the worth of knowing each input."""
    there, both = case(MONTHS), scenarios()
    print(f"\n{DRAWS:,} draws x {MONTHS} months x 2 scenarios, all summaries (limit on 2 idle cores)")
    for fast, limit in ((False, 400), (True, 80)):
        if fast and not FAST:
            continue
        name = "compiled" if fast else "NumPy   "

        def answer(fast: bool = fast) -> None:
            compare(there, both, SEED, DRAWS, RATE, perspective=Perspective.SOCIETY, fast=fast)

        def summaries(fast: bool = fast) -> None:
            simulate(there, both, SEED, DRAWS, RATE, fast)

        print(f"  {name} with EVPPI of every input {took(answer, 5)}, limit {limit} ms")
        print(f"  {name} summaries alone           {took(summaries, 5)}")

    def anew() -> None:
        drawn.cache_clear()
        drawn_inputs(there, both, SEED, DRAWS)

    print(f"  drawing all inputs anew   {took(anew, 3)}")


def edits() -> None:
    """A formula with eight inputs: an edit with the draws kept beside sampling anew."""
    edit, anew = formula.edit_and_anew()
    print(f"\nA formula of 8 inputs, {formula.DRAWS:,} draws")
    faster = anew.cpu / edit.cpu
    print(f"  sampling anew {anew}\n  an edit       {edit}: {faster:.0f} x, wanted {formula.WANTED} x")


def linked() -> float:
    """Eleven variables x sixty months; returns the compiled engine's milliseconds of processor per draw."""
    wiring, rows, schedule = work(DRAWS)
    vectors = took(lambda: numpy_sums(wiring, rows), 5)
    with ThreadPoolExecutor(2) as pool:
        lanes = LanesSums(wiring, rows, schedule, pool, 1)
        found = lanes.run()[:, 0].transpose(1, 0, 2).reshape(11, -1)[:, :DRAWS]
        compiled = took(lanes.run)
    apart = float(np.abs(found - numpy_sums(wiring, rows)).max())
    print(f"\n11 variables x 60 months, {DRAWS:,} draws, one core, sums only (apart at most {apart:.0e})")
    print(
        f"  NumPy     {vectors}\n  compiled  {compiled}: {vectors.cpu / compiled.cpu:.1f} x NumPy, wanted 4 x"
    )
    limits(compiled)
    return compiled.cpu / DRAWS


def limits(compiled: Took) -> None:
    """Say how far the compiled engine is from what the machine can do."""
    peak, reached = flops(), OPERATIONS * DRAWS / compiled.cpu / 1e6
    print(f"  machine: {peak:.0f} GFLOP/s in multiply-adds, {bandwidth():.0f} GB/s; one core")
    print(f"  reached: {reached:.1f} GFLOP/s, {100 * reached / peak:.0f} % of it, wanted 50 %")


def beside_peers(per_draw: float) -> None:
    """Say how much faster per draw than each peer."""
    print("\nPer draw, by processor time")
    for name, measure in PEERS.items():
        try:
            found = measure()
        except LeftOut as reason:
            print(f"  {name:22} left out: {reason}")
            continue
        print(
            f"  {name:22} {found['ms']:9.4f} ms: {found['ms'] / per_draw:8,.0f} x, wanted {WANTED[name]:,} x"
        )
        if "levels" in found:
            expected = json.loads(GOLDEN.read_text())["expected"]["60"]
            apart = float(np.abs(np.array(found["levels"]) - expected).max())
            print(f"  {'':22} golden draw the same to {apart:.0e}")


if __name__ == "__main__":
    raise SystemExit(main())
