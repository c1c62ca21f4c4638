"""Names in cells: which person, professional, organisation, goal or line of help is meant."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from hashlib import sha256

from samenspel.exchange.rules.workbook_words import plain_words, split_list

LONGEST_KEY = 40
MARKED = re.compile(r"(.*?)\s*\[(?:([a-z]+):)?([a-z0-9][a-z0-9-]*)\]", re.DOTALL)
"""A name with its key behind it, for names that come twice: "Jan [jan-2]", "Jan [persons:jan]"."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name: the list of the file in which it stands, its key and its name."""

    table: str
    key: str
    name: str


@dataclass
class Names:
    """The names that may stand in one kind of cell; of people a first name is enough."""

    of_people: bool = True
    by_words: dict[str, list[Named]] = field(default_factory=lambda: defaultdict(list))
    by_key: dict[str, list[Named]] = field(default_factory=lambda: defaultdict(list))
    by_first: dict[str, list[Named]] = field(default_factory=lambda: defaultdict(list))

    def add(self, table: str, key: str, name: str, *other: str) -> Named:
        """Add a name and other ways of writing it."""
        named = Named(table, key, name)
        for written in dict.fromkeys(plain_words(one) for one in (name, *other)):
            self.by_words[written].append(named)
        self.by_key[key].append(named)
        if self.of_people:
            self.by_first[plain_words(name).partition(" ")[0]].append(named)
        return named

    def find(self, written: str) -> list[Named]:
        """Return what `written` can mean: by key, else by whole name, else by first name."""
        marked = MARKED.fullmatch(written)
        if marked:
            found = [named for named in self.by_key.get(marked[3], ()) if marked[2] in {None, named.table}]
            if found:
                return found
        words = plain_words(written)
        return self.by_words.get(words) or (self.by_first.get(words, []) if words else [])

    def near(self, written: str) -> Named | None:
        """Return the name that looks most like `written`, when one does."""
        close = get_close_matches(plain_words(written), self.by_words, n=1, cutoff=0.85)
        return self.by_words[close[0]][0] if close else None

    def split(self, text: str) -> list[str]:
        """Split a typed list of names."""
        return split_list(text, self.by_words | self.by_first)

    def label(self, table: str, key: str, *, marked: bool = False, in_list: bool = False) -> str:
        """Return how to write this name so that it is read back as this one; `marked` shows its key "
        "always."""
        named = next(one for one in self.by_key[key] if one.table == table)
        tries = (f"{named.name} [{key}]", f"{named.name} [{table}:{key}]")
        for written in tries if marked else (named.name, *tries):
            if self.find(written) == [named] and (not in_list or self.split(written) == [written]):
                return written
        return f"[{table}:{key}]"

    def labels(self, table: str, keys: Sequence[str]) -> str:
        """Return a list of names so that it is read back as these."""
        written = [self.label(table, key, in_list=True) for key in keys]
        return self.join(written, [f"[{table}:{key}]" for key in keys])

    def join(self, written: list[str], bare: list[str]) -> str:
        """Return names as one list; as bare keys when the list could be read otherwise."""
        text = "; ".join(written)
        return text if self.split(text) == written else "; ".join(bare)


def slug(words: Sequence[str]) -> str:
    """Return a key made of words: small letters, figures and dashes; a long one ends in a short digest."""
    full = "-".join(plain_words(" ".join(words)).encode("ascii", "ignore").decode().split())
    if full and len(full) <= LONGEST_KEY:
        return full
    digest = sha256(" ".join(words).encode()).hexdigest()[:7]
    return f"{full[: LONGEST_KEY - 8].strip('-')}-{digest}".lstrip("-")


@dataclass
class Keys:
    """The keys of one list, each given out once."""

    taken: set[str] = field(default_factory=set)

    def make(self, *words: str) -> str:
        """Return a new key made of words, with a number behind it when it was given out before."""
        base = slug(words)
        key, number = base, 1
        while key in self.taken:
            number += 1
            key = f"{base[: LONGEST_KEY - 1 - len(str(number))]}-{number}"
        self.taken.add(key)
        return key
