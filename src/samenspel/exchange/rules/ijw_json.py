"""Facts to plain JSON values and back, without loss."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import StrEnum
from functools import lru_cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from samenspel.exchange.rules.ijw_facts import FACTS, Fact

Decoder = Callable[[Any], Any]
AS_IT_IS = frozenset({str, int, bool, type(None)})
KINDS: dict[str, type[Fact]] = {kind.__name__: kind for kind in FACTS}


def to_json(fact: Fact) -> dict[str, Any]:
    """Return a fact as plain JSON values, its kind under "fact"."""
    return {"fact": type(fact).__name__, **_plain(fact)}


def from_json(value: Mapping[str, Any]) -> Fact:
    """Return the fact that `to_json` wrote; raises KeyError or ValueError when it was not one."""
    kind: Any = KINDS[value["fact"]]
    fact: Fact = _decoder(kind)(value)
    return fact


def _plain(value: Any) -> Any:
    kind: Any = type(value)
    if kind in AS_IT_IS:
        return value
    if kind is tuple:
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return {name: _plain(getattr(value, name)) for name in _names(kind)}
    return value.isoformat() if isinstance(value, date | time) else value.value


@lru_cache(maxsize=64)
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@lru_cache(maxsize=64)
def _decoder(kind: Any) -> Decoder:
    if is_dataclass(kind):
        return _dataclass_decoder(kind)
    if get_origin(kind) is tuple:
        item = _decoder(get_args(kind)[0])
        return lambda values: tuple(item(value) for value in values)
    if isinstance(kind, UnionType):
        inner = _decoder(get_args(kind)[0])
        return lambda value: None if value is None else inner(value)
    if kind in {date, time}:
        parse: Decoder = kind.fromisoformat
        return parse
    return kind if issubclass(kind, StrEnum) else lambda value: value


def _dataclass_decoder(kind: Any) -> Decoder:
    hints = get_type_hints(kind)
    decoders = {field.name: _decoder(hints[field.name]) for field in fields(kind)}
    return lambda value: kind(**{name: decode(value[name]) for name, decode in decoders.items()})
