"""Legal bases as data: which article allows what, and whether somebody has read its text.

data/legal_bases.csv holds one article a row, in our own words, with its source. Where the text itself was not
read the page says that it still has to be confirmed.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from rekenmodel.values import Text

FILE = Path(__file__).resolve().parent.parent / "data" / "legal_bases.csv"


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """One article: what it allows, whether its text was read, and where it stands."""

    key: str
    law: str
    article: str
    subject: str
    allows: str
    kind: str
    evidence: str
    text_date: str
    url: str

    @property
    def confirmed(self) -> bool:
        """Whether the text of the article itself was read; else somebody still has to confirm it."""
        return self.evidence == "text_read"

    @property
    def mark(self) -> Text:
        """What the page says of how sure this is."""
        if self.confirmed:
            return Text(
                f"tekst gelezen, zoals die gold op {self.text_date}", f"text read, as of {self.text_date}"
            )
        if self.evidence == "secondary":
            return Text(
                "nog te bevestigen: uit een tweede bron, de wettekst zelf is niet gelezen",
                "to be confirmed: from a second source, the text of the law was not read",
            )
        return Text(
            "nog te bevestigen: de wettekst is niet gelezen", "to be confirmed: the text was not read"
        )

    @property
    def name(self) -> str:
        """The law and the article."""
        return f"{self.law}, artikel {self.article}" if self.article else self.law


@cache
def legal_bases() -> Mapping[str, LegalBasis]:
    """All legal bases by key, in the order of the file."""
    with FILE.open(encoding="utf-8", newline="") as file:
        found = [_basis(row) for row in csv.DictReader(file)]
    return MappingProxyType({one.key: one for one in found})


def _basis(row: Mapping[str, str]) -> LegalBasis:
    name = f"{row['bwb_id'] or row['law']} {row['article']}".lower()
    return LegalBasis(
        key=re.sub(r"[^a-z0-9]+", "-", name).strip("-"),
        law=row["law"],
        article=row["article"],
        subject=row["subject"],
        allows=row["what_it_allows"],
        kind=row["kind"],
        evidence=row["evidence"],
        text_date=row["text_date"],
        url=row["source_url"],
    )
