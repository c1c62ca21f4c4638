"""Worth that is counted twice: in each overlap group the largest counts whole, the rest for a share alpha.

V = dominant + alpha x (sum - dominant). Source: Meetstandaard Energiearmoede 0.9.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rekenmodel.values import RefusedError, Text
from rekenmodel.values.draws import Draws, as_share


@dataclass(frozen=True, slots=True, eq=False)
class GroupWorth:
    """What the outcomes of one overlap group are worth, in euros, each of shape (n,).

    `naive` counts everything whole, `dominant` only the largest, `corrected` follows the rule.
    """

    naive: Draws
    dominant: Draws
    corrected: Draws


def overlap_weights(worth: Draws, alpha: float) -> Draws:
    """Return by outcome which share of it counts: 1 for the largest (in absolute worth), alpha for the rest.

    `worth`: euros, shape (outcomes, n); so is the result. Outcomes that are equally large share the weight of
    the largest, so that their order changes nothing. Raises RefusedError when alpha lies outside 0..1.
    """
    as_share(alpha, Text("Overlap", "Overlap"))
    size = np.abs(worth)
    largest = size == size.max(axis=0)
    weights: Draws = alpha + (1 - alpha) * largest / largest.sum(axis=0)
    return weights


def group_worth(worth: Sequence[float] | Draws, alpha: float) -> GroupWorth:
    """Return what one group is worth. `worth`: euros by outcome, shape (outcomes,) or (outcomes, n)."""
    rows = np.asarray(worth, dtype=np.float64)
    rows = rows.reshape(len(rows), -1)
    weights = overlap_weights(rows, alpha)
    dominant = (rows * overlap_weights(rows, 0.0)).sum(axis=0)
    return GroupWorth(rows.sum(axis=0), dominant, (rows * weights).sum(axis=0))


def corrected_total(groups: Mapping[str, Sequence[float]], alphas: Mapping[str, float]) -> float:
    """Return the worth of all groups together, in euros, each corrected with its own alpha.

    Raises RefusedError when a group has no alpha.
    """
    for group in groups.keys() - alphas.keys():
        raise RefusedError(
            Text(
                f"Overlap in {group}: zeg welk deel van de kleinere effecten meetelt.",
                f"Overlap in {group}: say which share of the lesser effects counts.",
            )
        )
    return float(sum(group_worth(groups[group], alphas[group]).corrected[0] for group in sorted(groups)))
