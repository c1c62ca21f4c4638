"""The words by which a household is found: folded, so that both databases find the same."""

import unicodedata
from collections.abc import Iterable


def search_text(name: str, persons: Iterable[str]) -> str:
    """The name of the household and its people, folded."""
    return " ".join(dict.fromkeys(fold(" ".join([name, *persons])).split()))


def fold(text: str) -> str:
    """Lower case, without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
