"""GLOSSARY.md tells the truth: its words are in the code, and every table of the database is in it."""

import re

from django.apps import apps
from django.utils import translation

from tests.repository.house import floors, glossary, texts


def identifiers() -> set[str]:
    """Every name in the Python code of the platform and the library."""
    sources = [text for path, text in texts().items() if path.startswith("src/") and path.endswith(".py")]
    return {name for text in sources for name in re.findall(r"[A-Za-z_][A-Za-z_0-9]*", text)}


def test_every_term_has_an_identifier_that_exists() -> None:
    rows, known = glossary(), identifiers()
    assert len(rows) >= 20, "the test no longer sees the rows of GLOSSARY.md"
    unknown = [row for row in rows if not set(row["identifier"].split(".")) <= known]
    assert unknown == []


def test_every_term_stands_in_a_room_that_exists() -> None:
    assert [row for row in glossary() if row["room"] not in {*floors(), "rekenmodel"}] == []


def test_every_table_is_in_the_glossary_under_its_dutch_name() -> None:
    known = {(row["term"].lower(), row["identifier"]) for row in glossary()}
    with translation.override("nl"):
        tables = {
            (str(model._meta.verbose_name).lower(), model.__name__)
            for model in apps.get_models()
            if model.__module__.startswith("samenspel.")
        }
    assert len(tables) >= 10, "the test no longer sees the tables"
    assert sorted(tables - known) == []
