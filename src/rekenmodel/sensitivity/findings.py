"""What to find out first, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rekenmodel.sensitivity.correlation import standard_ranks
from rekenmodel.sensitivity.information import Order, evppis, ordered
from rekenmodel.values import Text, euros
from rekenmodel.values.draws import Assumption, Draws

_CLEAR = 0.1


@dataclass(frozen=True, slots=True)
class Finding:
    """What one assumption does to the choice.

    `worth`: EVPPI in euros. `correlation`: the rank correlation, -1..1, of the assumption with how much
    better the best option is than the next.
    """

    assumption: Assumption
    worth: float
    correlation: float

    @property
    def text(self) -> Text:
        """What it is worth to find out, which way it works and whether it is weakly founded."""
        sentences = [self._worth, self._direction, self._foundation]
        return Text(
            " ".join(text.nl for text in sentences if text.nl),
            " ".join(text.en for text in sentences if text.en),
        )

    @property
    def _worth(self) -> Text:
        name, worth = self.assumption.name, round(self.worth)
        if worth == 0:
            return Text(
                f"{name.nl}: dit weten verandert de keuze niet.",
                f"{name.en}: knowing this does not change the choice.",
            )
        return Text(
            f"{name.nl}: dit eerst uitzoeken is hoogstens {euros(worth, 'nl')} waard.",
            f"{name.en}: finding this out first is worth at most {euros(worth, 'en')}.",
        )

    @property
    def _direction(self) -> Text:
        if abs(self.correlation) < _CLEAR:
            return Text("", "")
        if self.correlation > 0:
            return Text(
                "Hoe hoger het is, hoe beter de beste keuze uitpakt.",
                "The higher it is, the better the best choice turns out.",
            )
        return Text(
            "Hoe hoger het is, hoe minder de beste keuze oplevert.",
            "The higher it is, the less the best choice yields.",
        )

    @property
    def _foundation(self) -> Text:
        if not self.assumption.weak:
            return Text("", "")
        confidence = self.assumption.confidence
        return Text(
            f"Dit getal is zwak onderbouwd: zekerheid {confidence} van 10.",
            f"This number is weakly founded: confidence {confidence} out of 10.",
        )


@dataclass(frozen=True, slots=True, eq=False)
class RankedInput:
    """An input with its draws put in order once: `order` for EVPPI, `ranks` for the correlation, (n,).

    Make it with `ranked`; it can be kept and held against other results of the same draws.
    """

    assumption: Assumption
    order: Order
    ranks: Draws


def ranked(assumption: Assumption, draws: Draws) -> RankedInput:
    """Return an input with its draws, (n,), put in order."""
    return RankedInput(assumption, ordered(draws), standard_ranks(draws))


def findings_of(inputs: Sequence[RankedInput], net_benefits: Draws) -> tuple[Finding, ...]:
    """Return a finding on every input, the most worth finding out first.

    `net_benefits`: euros, shape (options, n), two or more options. Where knowing is worth nothing, the
    strongest rank correlation goes first.
    """
    *_, second, best = np.argsort(net_benefits.mean(axis=1), kind="stable")
    margin = standard_ranks(net_benefits[best] - net_benefits[second])
    worths = evppis((entry.order for entry in inputs), net_benefits)
    findings = [
        Finding(entry.assumption, worth, float(entry.ranks @ margin))
        for entry, worth in zip(inputs, worths, strict=True)
    ]
    findings.sort(key=lambda found: (-round(found.worth), -abs(found.correlation), found.assumption.key))
    return tuple(findings)


def top_findings(
    assumptions: Sequence[Assumption], draws: Mapping[str, Draws], net_benefits: Draws, count: int = 5
) -> tuple[Finding, ...]:
    """Return the assumptions that are most worth finding out, at most `count`, the most worth first.

    `draws`: by key of the assumption, shape (n,). `net_benefits`: euros, shape (options, n), two or more
    options. Where knowing is worth nothing, the strongest rank correlation goes first.
    """
    return findings_of([ranked(entry, draws[entry.key]) for entry in assumptions], net_benefits)[:count]
