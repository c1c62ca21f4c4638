"""Every sentence of the pages exists in English, and no sentence is kept that nothing says any more."""

import ast
import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

from tests.repository.house import ROOT

CATALOGUE = ROOT / "src" / "samenspel" / "locale" / "en" / "LC_MESSAGES" / "django.po"
PYTHON = {"_": None, "gettext": None, "gettext_lazy": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
CALL = re.compile(r"""gettext\(\s*u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")""")
PLACE = re.compile(r"%\((\w+)\)[sd]")


def sentences() -> set[str]:
    """Every sentence that the pages say, as it stands in the code."""
    found: set[str] = set()
    for path in (ROOT / "src" / "samenspel").rglob("*"):
        if "tests" in path.parts or path.suffix not in {".py", ".html"}:
            continue
        text = path.read_text(encoding="utf-8")
        found |= set(in_template(path, text) if path.suffix == ".html" else in_python(path, text))
    return found - {""}


def in_python(path: Path, text: str) -> Iterator[str]:
    """The sentences in a file of Python."""
    for _line, message, _comments, context in extract("python", io.BytesIO(text.encode()), PYTHON):
        assert not context, f"{path} gives a context; the catalogue has none"
        yield message if isinstance(message, str) else message[0]


def in_template(path: Path, text: str) -> Iterator[str]:
    """The sentences in a template, which Django first turns into calls."""
    for literal in CALL.findall(templatize(text, origin=str(path))):
        yield ast.literal_eval(literal)


def catalogue(path: Path = CATALOGUE) -> Catalog:
    """The English catalogue."""
    with path.open("rb") as file:
        return read_po(file, locale="en")


def english() -> dict[str, tuple[str, ...]]:
    """The English of every sentence in the catalogue."""
    return {
        message.id if isinstance(message.id, str) else message.id[0]: (
            (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        )
        for message in catalogue()
        if message.id
    }


def test_every_sentence_has_its_english() -> None:
    known = english()
    assert len(known) >= 50, "the test no longer sees the catalogue"
    assert sorted(sentences() - {one for one, said in known.items() if all(said)}) == []


def test_no_english_is_kept_for_nothing() -> None:
    assert sorted(set(english()) - sentences()) == []


def test_both_languages_fill_in_the_same_things() -> None:
    wrong = [
        one
        for one, said in english().items()
        for part in said
        if set(PLACE.findall(one)) != set(PLACE.findall(part))
    ]
    assert wrong == []
