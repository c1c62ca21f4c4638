"""The rooms stand on floors, also in the database and in the templates."""

import re
from typing import Any

import pytest
from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.db.models import Field, Model

from tests.repository.house import PLATFORM, floors, layers, texts

INCLUDED = re.compile(r"""\{%-?\s*(?:include|extends|from|import)\s+["']([^"']+)["']""")
# Django itself asks for these by name.
CALLED_BY_DJANGO = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}
# Files that Django or pytest look for by name; they stand beside the layers of a room.
BESIDE = {"__init__", "apps", "management", "migrations", "templatetags", "tests"}
TEMPLATE_SUFFIXES = (".html", ".txt", ".svg", ".xml")


def rooms_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("samenspel.")]


def own_relations(model: type[Model]) -> "list[Field[Any, Any]]":
    """The relations that we wrote: Django's own base classes bring theirs along."""
    inherited = {
        field.name
        for base in model.__mro__
        if base.__module__.startswith("django.") and hasattr(base, "_meta")
        for field in (*base._meta.local_fields, *base._meta.local_many_to_many)
    }
    fields = (*model._meta.local_fields, *model._meta.local_many_to_many)
    return [field for field in fields if field.is_relation and field.name not in inherited]


def templates() -> dict[str, str]:
    """Every template of every room: its name for Django -> its room."""
    found = {}
    for path in texts():
        room, separator, name = path.removeprefix("src/samenspel/").partition("/templates/")
        if separator and path.startswith("src/samenspel/") and path.endswith(TEMPLATE_SUFFIXES):
            found[name] = room
    return found


def source(name: str, room: str) -> str:
    return texts()[f"src/samenspel/{room}/templates/{name}"]


def test_no_relation_points_to_a_higher_floor() -> None:
    seen, wrong = 0, []
    for model in rooms_models():
        for field in own_relations(model):
            seen += 1
            here, there = model._meta.app_label, field.related_model._meta.app_label  # type: ignore[union-attr]
            if there in floors() and floors().index(there) > floors().index(here):
                wrong.append(f"{model.__name__}.{field.name} in {here} points up to {there}")
    assert not wrong
    assert seen >= 20, "the test no longer sees the relations"


def test_no_relation_carries_a_reverse_name() -> None:
    wrong = [
        f'{model.__name__}.{field.name} needs related_name="+"'
        for model in rooms_models()
        for field in own_relations(model)
        if not (field.remote_field and str(field.remote_field.related_name).endswith("+"))
    ]
    assert not wrong


def test_no_relation_without_a_floor() -> None:
    generic = [
        f"{model.__name__}.{name}"
        for model in rooms_models()
        for name, field in vars(model).items()
        if isinstance(field, GenericForeignKey)
    ]
    assert not generic


def test_every_room_has_a_floor_and_every_floor_a_room() -> None:
    rooms = {path.parent.name for path in PLATFORM.glob("*/__init__.py")}
    assert rooms == set(floors())


def test_rooms_hold_the_same_few_files() -> None:
    """The kit and the wiring are no rooms of the product: they hold what they hold."""
    allowed = {*layers("room"), *BESIDE}
    parts = [path.relative_to(PLATFORM).parts for path in PLATFORM.glob("*/**/*.py")]
    held = {(room, name.removesuffix(".py")) for room, name, *_ in parts if room not in {"kit", "config"}}
    assert len(held) >= 20, "the test no longer sees the rooms"
    assert [f"{room}/{name}" for room, name in sorted(held) if name not in allowed] == []


def test_templates_live_in_a_folder_with_the_name_of_their_room() -> None:
    wrong = [
        name
        for name, room in templates().items()
        if name not in CALLED_BY_DJANGO and not name.startswith(f"{room}/")
    ]
    assert not wrong


def test_templates_include_only_their_own_room_or_the_kit() -> None:
    wrong = [
        f"{name} takes in {other}"
        for name, room in templates().items()
        for other in INCLUDED.findall(source(name, room))
        if not other.startswith((f"{room}/", "kit/"))
    ]
    assert not wrong
    assert len(templates()) >= 5, "the test no longer sees the templates"


@pytest.mark.parametrize("suffix", TEMPLATE_SUFFIXES)
def test_every_template_is_used(suffix: str) -> None:
    """By name, written out somewhere: a name that is put together cannot be found by a reader either."""
    sources = [
        text
        for path, text in texts().items()
        if path.startswith("src/samenspel/") and path.endswith((".py", *TEMPLATE_SUFFIXES))
    ]
    unused = [
        name
        for name in templates()
        if name.endswith(suffix) and name not in CALLED_BY_DJANGO
        if not any(f'"{name}' in text or f"'{name}" in text for text in sources)
    ]
    assert not unused
