"""`samenspel overview` on the largest file of the demo: the whole process, from nothing to the last line."""

import subprocess
import sys
from statistics import median

from benchmarks.household.figures import Figure, hand_over
from benchmarks.household.rich import LARGEST
from benchmarks.household.timing import timed

MOST_SECONDS = 1
TIMES = 10
COMMAND = "import sys; from samenspel.config.cli import main; sys.exit(main())"


def main() -> None:
    """Measure the command ten times, beside a Python that does nothing and one that loads pydantic."""
    took = seconds(COMMAND, "overview", str(LARGEST))
    floor = seconds("pass")
    pydantic = seconds("import pydantic")
    name = "samenspel overview, largest demo file"
    hand_over(
        [
            Figure(
                name=f"{name}: median",
                measured=median(took),
                unit="s",
                most=MOST_SECONDS,
                floor=median(floor),
                floor_name="python that does nothing",
            ),
            Figure(
                name=f"{name}: slowest of {TIMES}",
                measured=max(took),
                unit="s",
                most=MOST_SECONDS,
                floor=median(pydantic),
                floor_name="python that loads pydantic",
            ),
        ]
    )


def seconds(program: str, *words: str) -> list[float]:
    """How long each of some runs of a small program took."""

    def once() -> None:
        subprocess.run([sys.executable, "-c", program, *words], check=True, stdout=subprocess.DEVNULL)

    return [one / 1000 for one in timed(once, TIMES, warm_up=2)]
