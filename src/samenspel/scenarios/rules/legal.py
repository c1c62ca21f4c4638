"""Legal bases as data: which article allows what, and whether somebody has read its text.

The list is that of the access room. Where the text itself was not read the page says that it still has to be
confirmed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from rekenmodel.values import Text, day
from samenspel.access.rules.articles import articles


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
            on = date.fromisoformat(self.text_date)
            return Text(
                f"tekst gelezen, zoals die gold op {day(on, 'nl')}", f"text read, as of {day(on, 'en')}"
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
    return MappingProxyType({one.key: one for one in map(_basis, articles())})


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
