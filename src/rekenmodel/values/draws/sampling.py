"""Uniform numbers that spread evenly and are the same again whenever seed and name are the same.

Every input has a stream of its own, made from the seed and its key. So two scenarios that share an input
share its draws, and an input added or moved changes nothing for the others.
"""

from hashlib import blake2b

import numpy as np

from rekenmodel.values.draws.arrays import Draws, check_count


def latin_hypercube(seed: int, key: str, count: int) -> Draws:
    """Return `count` uniform numbers in 0..1, one in each of `count` equal strips, in random order.

    Shape (count,). Raises RefusedError when count is below 1 or above `MAX_DRAWS`.
    Source: McKay, Beckman and Conover (1979), Technometrics 21.
    """
    check_count(count)
    name = int.from_bytes(blake2b(key.encode(), digest_size=8).digest())
    stream = np.random.default_rng([seed, name])
    return (stream.permutation(count) + stream.random(count)) / count
