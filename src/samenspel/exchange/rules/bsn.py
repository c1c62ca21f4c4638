"""Finding citizen service numbers (BSN) in what somebody brings in, and hiding them where it is repeated."""

import re

from rekenmodel.values import Text
from samenspel.exchange.rules.ijw_shape import passes_eleven_test

NINE_DIGITS = re.compile(
    r"(?<!\d)\d{3}[ .-]?\d{3}[ .-]?\d{3}(?!\d)|(?<!\d)\d{4}[ .-]\d{2}[ .-]\d{3}(?!\d)", re.ASCII
)
MADE_KEY = re.compile(r"r[0-9a-f]{12}|(?:jw|wmo)-[0-9a-z-]{1,60}")
"""Keys that the platform makes itself: hexadecimal, or with the number of an assignment."""


def holds_bsn(text: str) -> bool:
    """Whether nine figures in the text pass the eleven-test."""
    return not MADE_KEY.fullmatch(text) and masked(text) != text


def masked(text: str) -> str:
    """Return the text with only the last three figures of every BSN."""
    return NINE_DIGITS.sub(_mask, text)


def masked_text(text: Text) -> Text:
    """The same in both languages."""
    return Text(masked(text.nl), masked(text.en))


def bsn_found(text: str) -> Text:
    """Say that there is a BSN, and which one without repeating it."""
    end = next(word[-3:] for word in NINE_DIGITS.findall(text) if masked(word) != word)
    return Text(
        f"Hier staat een burgerservicenummer (BSN) dat eindigt op {end}. Haal het weg: "
        "een BSN bewaren we niet.",
        f"There is a citizen service number (BSN) here that ends in {end}. Remove it: we do not keep a BSN.",
    )


def _mask(found: re.Match[str]) -> str:
    digits = "".join(filter(str.isdecimal, found[0]))
    return f"******{digits[-3:]}" if passes_eleven_test(digits) else found[0]
