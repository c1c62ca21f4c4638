"""Links to where something is written down, for who may write there."""

from dataclasses import dataclass, field
from html import escape
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from samenspel.desk.rules.signal_list import Place


@dataclass(frozen=True, slots=True)
class Links:
    """The links of one page: hundreds, so that addresses and words are asked once."""

    household_id: str
    writes: frozenset[str]
    """The lists that the reader may change."""
    change_word: str = field(init=False)
    _edit: str = field(init=False)
    _add: str = field(init=False)
    _done: str = field(init=False)

    def __post_init__(self) -> None:
        edit = reverse("desk:edit", args=(self.household_id, "table", "key"))
        add = reverse("desk:add", args=(self.household_id, "table"))
        done = reverse("desk:done", args=(self.household_id, "key"))
        object.__setattr__(self, "change_word", escape(_("Wijzig")))
        object.__setattr__(self, "_edit", edit.removesuffix("table/key/"))
        object.__setattr__(self, "_add", add.removesuffix("table/"))
        object.__setattr__(self, "_done", done.removesuffix("key/"))

    def may(self, place: Place | None) -> bool:
        """Whether the reader may write in this place."""
        return place is not None and place.table in self.writes

    def address(self, place: Place) -> str:
        """Where something is written down: a row, or a new row with what is known already."""
        if place.key:
            path = f"{self._edit}{place.table}/{place.key}/"
            query = urlencode({"field": place.field}) if place.field else ""
        else:
            path = f"{self._add}{place.table}/"
            query = urlencode(place.preset)
        return f"{path}?{query}" if query else path

    def done(self, key: str) -> str:
        """Where an action is ticked off."""
        return f"{self._done}{key}/"

    def change(self, table: str, key: str, title: str) -> SafeString:
        """The link that changes a row, with what it is about for who does not see it stand there."""
        if table not in self.writes:
            return SafeString()
        about = f'<span class="vh"> {escape(title)}</span>' if title else ""
        there = f"{self._edit}{table}/{escape(key)}/"
        return _html(f'<a class="change no-print" href="{there}">{self.change_word}{about}</a>')

    def add(self, place: Place, words: str) -> SafeString:
        """The link that adds a row."""
        if not self.may(place):
            return SafeString()
        return _html(f'<a class="change no-print" href="{escape(self.address(place))}">{escape(words)}</a>')


def _html(made: str) -> SafeString:
    return mark_safe(made)  # noqa: S308 all that people typed is escaped above
