"""How numbers, euros and days are written in a sentence, in Dutch and in English."""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from rekenmodel.values.month import Month
from rekenmodel.values.text import Language

_NO_BREAK = "\u00a0"
_MINUS = "−"
_COUNTS: dict[Language, tuple[str, ...]] = {
    "nl": (
        *("geen", "één", "twee", "drie", "vier", "vijf", "zes"),
        *("zeven", "acht", "negen", "tien", "elf", "twaalf"),
    ),
    "en": (
        *("no", "one", "two", "three", "four", "five", "six"),
        *("seven", "eight", "nine", "ten", "eleven", "twelve"),
    ),
}
_MONTHS: dict[Language, tuple[str, ...]] = {
    "nl": (
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}


def number(value: Decimal | int, language: Language, digits: int = 0) -> str:
    """Return `value` rounded to `digits` decimals, with the marks of the language: 1.234,5 or 1,234.5."""
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    text = f"{abs(rounded):,f}"
    if language == "nl":
        text = text.translate(str.maketrans(",.", ".,"))
    return f"{_MINUS}{text}" if rounded < 0 else text


def euros(amount: Decimal | int, language: Language, *, cents: bool = False) -> str:
    """Return an amount in euros: "€ 14.300" with a no-break space in Dutch, "€14,300" in English."""
    text = number(amount, language, 2 if cents else 0)
    sign, digits = (_MINUS, text[1:]) if text.startswith(_MINUS) else ("", text)
    return f"{sign}€{_NO_BREAK if language == 'nl' else ''}{digits}"


def figure(value: float, language: Language, digits: int = 1) -> str:
    """Return a number with at most `digits` decimals and none that are zero: "2", "2,5"."""
    needed = next(
        some for some in range(digits + 1) if some == digits or round(value, some) == round(value, digits)
    )
    return number(Decimal(str(round(value, digits))), language, needed)


def percent(share: float, language: Language, digits: int = 0) -> str:
    """Return a share as a percentage with at most `digits` decimals: "2,25 %", in English "2.25%"."""
    return f"{figure(share * 100, language, digits)}{_NO_BREAK if language == 'nl' else ''}%"


def count_word(count: int, language: Language) -> str:
    """Return a count as it stands in a sentence: "geen", "één" up to "twaalf", then figures."""
    words = _COUNTS[language]
    return words[count] if 0 <= count < len(words) else number(count, language)


def day(moment: date, language: Language) -> str:
    """Return "3 december 2026" or "3 December 2026"."""
    return f"{moment.day} {month_name(Month.of(moment), language)}"


def month_name(month: Month, language: Language) -> str:
    """Return "december 2026" or "December 2026"."""
    return f"{_MONTHS[language][month.month - 1]} {month.year}"


def listed(words: Iterable[str], language: Language) -> str:
    """Return words as a list in a sentence: "a, b en c"; no words give no text."""
    *head, last = list(words) or [""]
    return f"{', '.join(head)} {'en' if language == 'nl' else 'and'} {last}" if head else last
