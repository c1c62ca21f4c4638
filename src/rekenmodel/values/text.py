"""A sentence in Dutch and in English, so that pure code can speak without a web framework."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["nl", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """The same sentence in both languages. Neither may be empty while the other is not."""

    nl: str
    en: str

    def __post_init__(self) -> None:
        if bool(self.nl) != bool(self.en):
            raise ValueError(f"give both languages or neither, got nl={self.nl!r} en={self.en!r}")

    def say(self, language: Language) -> str:
        """Return the sentence in `language` ("nl" or "en")."""
        return self.nl if language == "nl" else self.en
