"""Run the steps of `check` or `test`, all of them, and print which failed and how long each took."""

import os
import subprocess
import sys
import time
from contextlib import ExitStack

from tests.runner.chromium import NoChromium, chromium
from tests.runner.postgres import NoPostgres, database, server
from tests.runner.steps import ROOT, Step, check, everything


def run(step: Step) -> tuple[str, bool, float]:
    """Run one step and return its name, whether it passed, and its seconds."""
    print(f"\n== {step.name}", flush=True)
    began = time.monotonic()
    finished = subprocess.run(step.command, cwd=ROOT, env={**os.environ, **step.environment}, check=False)
    return step.name, finished.returncode == 0, time.monotonic() - began


def table(results: list[tuple[str, bool, float]]) -> str:
    """Return the closing table: step, result, seconds."""
    width = max(len(name) for name, _, _ in results)
    total = sum(took for _, _, took in results)
    words = [(name, "ok" if good else "FAILED", took) for name, good, took in results]
    return "\n".join(
        f"{name:<{width}}  {word:<6}  {took:7.1f} s" for name, word, took in [*words, ("together", "", total)]
    )


def main(verb: str) -> int:
    """Run everything even when a step fails, so that one run tells all."""
    with ExitStack() as stack:
        if verb == "check":
            steps = check()
        else:
            address = stack.enter_context(database(stack.enter_context(server())))
            steps = everything(address, chromium())
        results = [run(step) for step in steps]
    print("\n" + table(results))
    return 0 if all(passed for _, passed, _ in results) else 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1]))
    except (NoPostgres, NoChromium) as reason:
        sys.exit(str(reason))
