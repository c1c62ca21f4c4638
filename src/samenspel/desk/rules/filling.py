"""A part of an editor filled in: what stands in its fields, and what was typed read back into values."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter

from rekenmodel.values import Language, RefusedError, Text
from samenspel.desk.rules.fields import Around, Field, Form, Option, Part
from samenspel.desk.rules.typed import Input, clean, read, written
from samenspel.kit.rows import Row

Posted = Mapping[str, Sequence[str]]
MISSING = Text("Vul dit in.", "Fill this in.")
UNKNOWN = Text(
    "Deze keuze staat niet in de lijst. Kies een ander.", "This choice is not in the list. Choose another."
)
CHOSEN = {Input.ONE, Input.MORE}


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose on the page."""

    value: str
    label: Text
    chosen: bool


@dataclass(frozen=True, slots=True)
class Box:
    """A field as it stands on the page."""

    field: Field
    typed: str
    choices: tuple[tuple[Text, tuple[Choice, ...]], ...]
    needed: bool
    may_be_empty: bool
    wrong: Text | None = None

    @property
    def on(self) -> bool:
        """Whether a field to tick is ticked."""
        return self.typed == "on"


@dataclass(slots=True)
class Filled:
    """What was read from a part: values by column, what does not fit by field, and where we had to guess."""

    values: dict[str, Any] = field(default_factory=dict)
    wrong: dict[str, Text] = field(default_factory=dict)
    asked: list[Text] = field(default_factory=list)


def boxes(
    part: Part, shape: type[Row], values: Mapping[str, Any], around: Around, language: Language
) -> tuple[Box, ...]:
    """The fields of a part with the values of a row in them."""
    return tuple(_box(each, shape, values, around, language) for each in part.fields)


def boxes_as_typed(
    part: Part, shape: type[Row], posted: Posted, around: Around, wrong: Mapping[str, Text]
) -> tuple[Box, ...]:
    """The fields of a part with what was typed still in them, and beside it what does not fit."""
    found = []
    for each in part.fields:
        typed = posted.get(each.name, ())
        choices = _choices(each.options(around), typed)
        found.append(
            Box(each, typed[0] if typed else "", choices, *_empty(each, shape), wrong=wrong.get(each.name))
        )
    return tuple(found)


def _box(each: Field, shape: type[Row], values: Mapping[str, Any], around: Around, language: Language) -> Box:
    options = tuple(each.options(around))
    if each.kind in CHOSEN:
        return Box(each, "", _choices(options, chosen(each, options, values)), *_empty(each, shape))
    value = values.get(each.columns[0])
    if each.kind is Input.YES:
        typed = "on" if value else ""
    elif each.kind is Input.SHOWN:
        typed = shown(value)
    else:
        typed = written(each.kind, value, language)
    return Box(each, typed, (), *_empty(each, shape))


def chosen(each: Field, options: Iterable[Option], values: Mapping[str, Any]) -> list[str]:
    """The codes of the options that a row has."""
    if each.kind is Input.MORE:
        return [str(item) for item in values.get(each.name) or ()]
    if all(values.get(column) is None for column in each.columns):
        return []
    return [
        option.value
        for option in options
        if all(values.get(column) == value for column, value in option.sets.items())
    ]


def shown(value: Any) -> str:
    """A value that nobody types, as plain text."""
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {item}" for key, item in value.items())
    if isinstance(value, tuple | list):
        return ", ".join(str(item["voter"]) for item in value)
    return "" if value is None else str(value)


def _choices(options: Iterable[Option], typed: Sequence[str]) -> tuple[tuple[Text, tuple[Choice, ...]], ...]:
    groups: dict[Text, list[Choice]] = {}
    for option in options:
        group = groups.setdefault(option.group, [])
        group.append(Choice(option.value, option.label, option.value in typed))
    return tuple((group, tuple(members)) for group, members in groups.items())


def _empty(each: Field, shape: type[Row]) -> tuple[bool, bool]:
    """Whether a field must be filled in, and whether a choice of nothing makes sense."""
    columns = [shape.model_fields[column] for column in each.columns]
    needed = any(column.is_required() for column in columns)
    return needed, needed or all(column.default in (None, "") for column in columns)


def read_part(part: Part, shape: type[Row], posted: Posted, around: Around) -> Filled:
    """Read what was typed in a part. What was not sent counts as empty."""
    filled = Filled()
    for each in part.fields:
        try:
            _read_field(each, shape, posted.get(each.name, ()), around, filled)
        except RefusedError as error:
            filled.wrong[each.name] = error.text
    return filled


def _read_field(each: Field, shape: type[Row], typed: Sequence[str], around: Around, filled: Filled) -> None:
    if each.kind is Input.SHOWN:
        return
    if each.kind is Input.YES:
        filled.values[each.name] = bool(typed)
    elif each.kind is Input.MORE:
        known = {option.value: option.sets[each.name] for option in each.options(around)}
        if not set(typed) <= set(known):
            raise RefusedError(UNKNOWN)
        filled.values[each.name] = tuple(known[value] for value in dict.fromkeys(typed))
    elif each.kind is Input.ONE:
        filled.values |= _one(each, shape, typed, around)
    else:
        text = typed[0] if typed else ""
        found = read(each.kind, text)
        filled.values[each.name] = found.value
        filled.asked.extend(found.asked)
    if _empty(each, shape)[0] and not any(clean(text) for text in typed):
        raise RefusedError(MISSING)


def keep_order(values: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """The values read, in which lists keep the order that they had: ticks have no order of their own."""
    kept = dict(values)
    for column, now in kept.items():
        if isinstance(now, tuple):
            held = tuple(before[column])
            kept[column] = tuple(item for item in held if item in now) + tuple(
                item for item in now if item not in held
            )
    return kept


def _one(each: Field, shape: type[Row], typed: Sequence[str], around: Around) -> dict[str, Any]:
    value = typed[0] if typed else ""
    if not value:
        return {column: "" if shape.model_fields[column].default == "" else None for column in each.columns}
    option = next((option for option in each.options(around) if option.value == value), None)
    if option is None:
        raise RefusedError(UNKNOWN)
    return dict(option.sets)


def field_of(form: Form, column: str) -> Field | None:
    """The field of an editor that fills a column."""
    return next((each for part in form.parts for each in part.fields if column in each.columns), None)


def snapshot(part: Part, values: Mapping[str, Any]) -> str:
    """What a part holds, in a form that can be sent along and compared."""
    held = {column: values.get(column) for column in part.columns}
    return json.dumps(TypeAdapter(dict[str, Any]).dump_python(held, mode="json"), sort_keys=True)


def in_words(part: Part, values: Mapping[str, Any], around: Around, language: Language) -> str:
    """What a part holds, as people would say it: for telling what somebody else had filled in."""
    said = []
    for each in part.fields:
        if each.kind in CHOSEN:
            options = tuple(each.options(around))
            codes = chosen(each, options, values)
            said += [option.label.say(language) for option in options if option.value in codes]
        elif each.kind is Input.YES:
            yes = values.get(each.name)
            said.append(Text("ja" if yes else "nee", "yes" if yes else "no").say(language))
        else:
            said.append(written(each.kind, values.get(each.name), language))
    return ", ".join(text for text in said if text)


def preset(form: Form, given: Posted, around: Around) -> dict[str, Any]:
    """The values of a new row that a link already knows; what does not fit is left out.

    A link says `domain=money` also where a row can have more than one life domain.
    """
    values: dict[str, Any] = {}
    for part in form.parts:
        for each in part.fields:
            if each.kind is Input.ONE:
                wanted = {column: given[column][0] for column in each.columns if column in given}
                values |= _preset_one(each, wanted, around)
            elif each.kind is Input.MORE:
                sent = [*given.get(each.name, ()), *given.get(each.name.removesuffix("s"), ())]
                known = {option.value: option.sets[each.name] for option in each.options(around)}
                values[each.name] = tuple(known[value] for value in sent if value in known)
            elif each.name in given:
                values |= _preset_typed(each, given[each.name][0])
    return values


def _preset_one(each: Field, wanted: Mapping[str, str], around: Around) -> dict[str, Any]:
    if not wanted:
        return {}
    fits = [
        option
        for option in each.options(around)
        if all(str(option.sets.get(column)) == value for column, value in wanted.items())
    ]
    return dict(fits[0].sets) if len(fits) == 1 else {}


def _preset_typed(each: Field, text: str) -> dict[str, Any]:
    if each.kind is Input.YES:
        return {each.name: text in {"on", "true", "1"}}
    try:
        return {each.name: read(each.kind, text).value}
    except RefusedError:
        return {}
