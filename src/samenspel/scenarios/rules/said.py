"""How amounts, chances and periods are said on the pages about scenarios."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from rekenmodel.comparison.words import about, period
from rekenmodel.values import Language, Text, euros, figure, listed, percent

LIKELY, SURE = 0.6, 0.9


@dataclass(frozen=True, slots=True)
class Tongue:
    """Says things in one language."""

    language: Language

    def of(self, nl: str, en: str) -> str:
        """One of two sentences."""
        return nl if self.language == "nl" else en

    def text(self, text: Text) -> str:
        """A sentence that has both."""
        return text.say(self.language)

    def money(self, amount: float) -> str:
        """An amount as precise as an estimate is."""
        return about(amount, self.language)

    def exact(self, amount: float, *, cents: bool = False) -> str:
        """An amount to the euro, or to the cent."""
        return euros(_decimal(amount), self.language, cents=cents)

    def signed(self, amount: float) -> str:
        """An amount with its sign: "+€ 45.200", "−€ 600"."""
        return f"+{self.money(amount)}" if amount > 0 else self.money(amount)

    def saving(self, amount: float) -> str:
        """How much cheaper or dearer: "€ 30.000 goedkoper"; exactly nothing is "even duur"."""
        if amount == 0:
            return self.of("even duur", "the same")
        word = self.of("duurder", "dearer") if amount < 0 else self.of("goedkoper", "cheaper")
        return f"{self.money(abs(amount))} {word}"

    def savings(self, low: float, high: float) -> str:
        """From how much to how much: "€ 32.000 duurder tot € 116.000 goedkoper"."""
        if low == high:
            return self.saving(low)
        if (low < 0) == (high < 0):
            near, far = sorted((abs(low), abs(high)))
            return f"{self.money(near)} {self.to} {self.saving(far if low >= 0 else -far)}"
        return f"{self.saving(low)} {self.to} {self.saving(high)}"

    @property
    def to(self) -> str:
        """The word between two ends."""
        return self.of("tot", "to")

    def span(self, low: float, high: float) -> str:
        """Two amounts: "€ 249.000 tot € 362.000"."""
        return f"{self.money(low)} {self.to} {self.money(high)}"

    def of_hundred(self, share: float) -> str:
        """A chance as people count it: "67 van de 100"."""
        return self.of(f"{round(100 * share)} van de 100", f"{round(100 * share)} out of 100")

    def period(self, months: int) -> str:
        """A number of months: "drie jaar"."""
        return period(months, self.language)

    def likely(self, chance: float) -> str:
        """What a chance of being cheaper comes to, in words."""
        if chance >= SURE:
            return self.of("bijna zeker goedkoper", "almost certainly cheaper")
        if chance >= LIKELY:
            return self.of("waarschijnlijk goedkoper", "probably cheaper")
        if chance > 1 - LIKELY:
            return self.of("onzeker of het goedkoper is", "uncertain whether it is cheaper")
        if chance > 1 - SURE:
            return self.of("waarschijnlijk duurder", "probably dearer")
        return self.of("bijna zeker duurder", "almost certainly dearer")

    def number(self, value: float, unit_nl: str, unit_en: str) -> str:
        """A number of a run in its own unit."""
        if unit_nl.startswith("euro"):
            return self.exact(value, cents=abs(value) < 1000 and value != round(value))
        if unit_nl == "per jaar":
            return self.of(f"{percent(value, 'nl', 1)} per jaar", f"{percent(value, 'en', 1)} a year")
        if unit_nl == "aandeel":
            return percent(value, self.language, 0)
        return f"{figure(value, self.language, 2)} {self.of(unit_nl, unit_en)}".strip()

    def listed(self, words: Iterable[str]) -> str:
        """Words as a list in a sentence: "a, b en c"."""
        return listed(words, self.language)


def _decimal(amount: float) -> Decimal:
    return Decimal(str(round(amount, 2)))
