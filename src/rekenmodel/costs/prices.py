"""The price list: what help costs in general, with year, unit, price concept, payer, law and source."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self

from rekenmodel.costs.helps import Price
from rekenmodel.costs.units import Unit
from rekenmodel.values import Law, Payer, RefusedError, Text


@dataclass(frozen=True, slots=True)
class PriceItem:
    """One line of the price list. Payer or law None: the source names more than one, or none of ours.

    `payer_text`, `law_text` and `unit_text` are the words of the source; `payer_basis` tells whether the
    source itself names the payer (stated) or we did (mapped).
    """

    key: str
    item: str
    code: str
    price: Price
    unit: Unit
    unit_text: str
    payer: Payer | None
    payer_text: str
    payer_basis: str
    law: Law | None
    law_text: str
    category: str
    source_url: str
    note: Text


@dataclass(frozen=True, slots=True)
class PriceList:
    """Price items by key, in the order of the file."""

    items: Mapping[str, PriceItem]

    @classmethod
    def of(cls, items: Iterable[PriceItem]) -> Self:
        """Return a list of these items; of two with the same key the last counts."""
        return cls(MappingProxyType({item.key: item for item in items}))

    def find(self, key: str) -> PriceItem:
        """Return the item with this key. Raises RefusedError when there is none."""
        if key not in self.items:
            raise RefusedError(
                Text(
                    nl=f"“{key}” staat niet in de prijslijst. Zoek op een woord of een productcode.",
                    en=f"“{key}” is not in the price list. Search for a word or a product code.",
                )
            )
        return self.items[key]

    def search(self, words: str, limit: int = 10) -> tuple[PriceItem, ...]:
        """Return items whose code is `words`, or that have all the words in name, category, source or code.

        Exact codes come first, then names that begin with the words, then shorter names. Accents and capitals
        do not count.
        """
        wanted = _plain(words)
        parts = wanted.split()
        if not parts:
            return ()
        found = [item for item in self.items.values() if all(part in _searchable(item) for part in parts)]
        found.sort(key=lambda item: _rank(item, wanted))
        return tuple(found[:limit])


def _rank(item: PriceItem, wanted: str) -> tuple[bool, bool, int]:
    name = _plain(item.item)
    return (_plain(item.code) != wanted, not name.startswith(wanted), len(name))


def _searchable(item: PriceItem) -> str:
    return _plain(" ".join((item.item, item.category, item.code, item.price.source, item.payer_text)))


def _plain(text: str) -> str:
    """Return lower-case text without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).strip()
