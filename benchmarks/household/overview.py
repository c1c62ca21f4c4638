"""`samenspel overview` on the largest file of the demo: the whole process, from nothing to the last line."""

import subprocess
import sys
from functools import partial
from statistics import median

from benchmarks.household.figures import Figure, hand_over
from benchmarks.household.rich import LARGEST
from benchmarks.household.timing import timed

MOST_SECONDS = 1
TIMES = 10
COMMAND = "import sys; from samenspel.config.cli import main; sys.exit(main())"


def main() -> None:
    """Measure the command ten times, beside a Python that does nothing and one that loads pydantic."""
    programs = ((COMMAND, "overview", str(LARGEST)), ("pass",), ("import pydantic",))
    took, floor, pydantic = timed(*(partial(run, *words) for words in programs), times=TIMES, warm_up=2)
    name = "samenspel overview, largest demo file"
    hand_over(
        [
            Figure(
                name=f"{name}: median",
                measured=median(took) / 1000,
                unit="s",
                most=MOST_SECONDS,
                floor=median(floor) / 1000,
                floor_name="python that does nothing",
            ),
            Figure(
                name=f"{name}: slowest of {TIMES}",
                measured=max(took) / 1000,
                unit="s",
                floor=median(pydantic) / 1000,
                floor_name="python that loads pydantic",
            ),
        ]
    )


def run(program: str, *words: str) -> None:
    """Run a small program to its end."""
    subprocess.run([sys.executable, "-c", program, *words], check=True, stdout=subprocess.DEVNULL)
