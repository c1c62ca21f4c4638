"""Runs in the peers' environment: squigglepy, the model as a function that is sampled a hundred times."""

import json
import math
import sys
import time
from pathlib import Path

import squigglepy as sq  # type: ignore[import-not-found]

golden = json.loads(Path(sys.argv[1]).read_text())
SPREAD = {"base": 0.1, "rate": 0.02, "x0": 0.05}
DISTRIBUTIONS = {name: [sq.norm(mean=value, sd=by) for value in golden[name]] for name, by in SPREAD.items()}
WEIGHTS = [(link["from"], link["to"], sq.norm(mean=link["weight"], sd=0.15)) for link in golden["links"]]


def course() -> float:
    base, rate, level = (
        [float(sq.sample(one)) for one in DISTRIBUTIONS[name]] for name in ("base", "rate", "x0")
    )
    links = [(here, there, float(sq.sample(one))) for here, there, one in WEIGHTS]
    for _ in range(60):
        zs = list(base)
        for here, there, weight in links:
            zs[there] += weight * level[here]
        level = [x + k * (1 / (1 + math.exp(-2 * z)) - x) for x, k, z in zip(level, rate, zs, strict=True)]
    return level[0]


begin = time.process_time()
sq.sample(course, n=100)
print(json.dumps({"ms": 10 * (time.process_time() - begin)}))
