"""What keeps itself going: loops of influences in words, and whether the model runs away.

Near the middle of the scale a push of 1 moves a level by 1/2 in the long run, so a loop that passes its own
change on times the product of weight / 2 is stable by itself below 1. Whether the whole is stable at the end,
the Jacobian of one month tells: a small change dies out when its spectral radius is below 1.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from rekenmodel.signals.wording import DOMAIN_NAMES
from rekenmodel.trajectory.assumptions import AssumptionSet, domain_of
from rekenmodel.trajectory.case import Case
from rekenmodel.trajectory.prepare import prepare
from rekenmodel.trajectory.scenario import Scenario
from rekenmodel.trajectory.vectorised import Course, logistic
from rekenmodel.values import LifeDomain, Text, count_word
from rekenmodel.values.draws import Draws

LONGEST_LOOP = 4
_WARN_FROM = 0.05


@dataclass(frozen=True, slots=True)
class Loop:
    """Domains that influence each other in a circle. `gain`: how much of a change comes back, below 0
    reversed."""

    domains: tuple[LifeDomain, ...]
    gain: float

    @property
    def text(self) -> Text:
        """One or two sentences that say how the loop works."""
        names = [DOMAIN_NAMES[domain] for domain in (*self.domains[1:], self.domains[0])]
        first = DOMAIN_NAMES[self.domains[0]]
        nl, en = (getattr(first, tongue) for tongue in ("nl", "en"))
        nl = f"{nl[0].upper()}{nl[1:]} werkt door op {' en dat weer op '.join(name.nl for name in names)}."
        en = f"{en[0].upper()}{en[1:]} works on {' and that on '.join(name.en for name in names)}."
        if self.gain > 0:
            return Text(
                f"{nl} Dat versterkt zichzelf, omhoog en omlaag.", f"{en} It feeds itself, up and down."
            )
        return Text(f"{nl} Dat remt zichzelf af.", f"{en} It holds itself back.")


@dataclass(frozen=True, slots=True, eq=False)
class Stability:
    """How the model behaves at the end of a scenario: the spectral radius of one month per draw, (n,)."""

    radius: Draws

    @property
    def share(self) -> float:
        """The share of draws in which a small change grows, 0..1."""
        return float((self.radius > 1).mean())

    @property
    def warning(self) -> Text | None:
        """A warning when a small change grows in five of a hundred draws or more, else None."""
        if self.share < _WARN_FROM:
            return None
        many = round(100 * self.share)
        return Text(
            f"In {count_word(many, 'nl')} van de 100 doorrekeningen versterken invloeden elkaar zo sterk "
            "dat een kleine verandering alles omgooit. Kijk of een invloed te groot is ingeschat.",
            f"In {count_word(many, 'en')} of 100 runs influences feed each other so strongly that "
            "a small change overturns everything. See whether an influence was put too high.",
        )


def feedback_loops(assumptions: AssumptionSet, most: int = 5) -> tuple[Loop, ...]:
    """Return the strongest loops of at most four domains, strongest first, with the mean of every link."""
    links: dict[LifeDomain, dict[LifeDomain, float]] = {domain: {} for domain in LifeDomain}
    for key, entry in assumptions.under("link."):
        here, there = (domain_of(word) for word in key.split(".", 1))
        links[here][there] = entry.value.mean / 2
    loops = [loop for start in LifeDomain for loop in _loops(links, (start,), 1.0)]
    return tuple(sorted(loops, key=lambda loop: -abs(loop.gain))[:most])


def stability(case: Case, scenario: Scenario, seed: int, draws: int = 64) -> Stability:
    """Return how stable the model is at the end of a scenario, by a sample of draws."""
    prepared = prepare(case, (scenario,))
    rows, last = prepared.rows(seed, draws), case.months - 1
    course = Course(prepared.wiring, rows, prepared.schedules[0])
    for month in range(case.months):
        course.live(month)
    goals = course.goals(last)
    engaged = logistic(rows.engage[0] + np.einsum("jn,jn->n", rows.engage[1:], course.level))
    pushes = (course.coached * (1 - engaged))[:, None, :] * rows.engage[None, 1:]
    np.add.at(pushes, (prepared.wiring.link_to, prepared.wiring.link_from), rows.weight)
    moves = (rows.rate * 2 * goals * (1 - goals))[:, None, :] * pushes
    stay = np.eye(len(goals))[:, :, None] * (1 - rows.rate)[:, None, :]
    matrices = (moves + stay).transpose(2, 0, 1)
    return Stability(np.abs(np.linalg.eigvals(matrices)).max(axis=1))


def _loops(
    links: Mapping[LifeDomain, Mapping[LifeDomain, float]], path: tuple[LifeDomain, ...], gain: float
) -> Iterator[Loop]:
    """Give the loops that begin with `path`; each loop once, from its first domain in the order of the
    domains."""
    order = list(LifeDomain)
    for there, weight in links[path[-1]].items():
        if there is path[0]:
            yield Loop(path, gain * weight)
        elif there not in path and len(path) < LONGEST_LOOP and order.index(there) > order.index(path[0]):
            yield from _loops(links, (*path, there), gain * weight)
