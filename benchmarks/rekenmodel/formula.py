"""A model that is one formula: eight uncertain inputs, five years, 100,000 draws; what an edit costs."""

from functools import lru_cache

import numpy as np

from benchmarks.rekenmodel.timing import Took, took
from rekenmodel.values.draws import Beta, Distribution, Draws, Lognormal, Normal, Pert, latin_hypercube

DRAWS, YEARS, SEED = 100_000, 5, 1
WANTED = 10
INPUTS: dict[str, Distribution] = {
    "quantity": Lognormal(40.0, 0.2),
    "proxy": Lognormal(900.0, 0.25),
    "deadweight": Beta(5.0, 15.0),
    "displacement": Pert(0.0, 0.15, 0.3),
    "attribution": Beta(6.0, 18.0),
    "drop_off": Beta(4.0, 12.0),
    "cost": Lognormal(30_000.0, 0.15),
    "rate": Normal(0.0225, 0.005),
}


@lru_cache(maxsize=64)
def drawn(value: Distribution, key: str) -> Draws:
    """Return the draws of one input, kept."""
    return value.draw(latin_hypercube(SEED, key, DRAWS))


def net(inputs: dict[str, Distribution]) -> Draws:
    """Return what it yields above its cost, per draw."""
    found = {key: drawn(value, key) for key, value in inputs.items()}
    first = found["quantity"] * found["proxy"] * (1 - found["deadweight"])
    first = first * (1 - found["displacement"]) * (1 - found["attribution"])
    step = (1 - found["drop_off"]) / (1 + found["rate"])
    years = np.ones_like(step)
    for _ in range(YEARS - 1):
        years = 1 + step * years
    total: Draws = first * years / (1 + found["rate"]) - found["cost"]
    return total


def edit_and_anew() -> tuple[Took, Took]:
    """Return what an edit of one number costs with draws kept, and what sampling everything anew costs."""
    steps = iter(range(1, 1_000))

    def edit() -> None:
        net(INPUTS | {"cost": Lognormal(30_000.0 + next(steps), 0.15)})

    def anew() -> None:
        drawn.cache_clear()
        net(INPUTS)

    slow = took(anew, 5)
    return took(edit, 5), slow
