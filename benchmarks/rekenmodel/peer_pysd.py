"""Runs in the peers' environment: PySD, the golden draw once and then twenty runs with other weights."""

import json
import random
import statistics
import sys
import time

import pysd  # type: ignore[import-not-found]

model = pysd.read_vensim(sys.argv[1])
columns = [f"x{one}" for one in range(11)]
golden = model.run(return_columns=columns)
times = []
for _ in range(20):
    weights = {f"w{place}": random.gauss(0, 0.4) for place in range(30)}
    begin = time.process_time()
    model.run(params=weights, return_columns=columns)
    times.append(time.process_time() - begin)
print(json.dumps({"ms": 1000 * statistics.median(times), "levels": golden.iloc[-1].tolist()}))
