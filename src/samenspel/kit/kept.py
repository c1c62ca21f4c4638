"""Queries that are composed once: composing one takes longer than running it."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import Func, QuerySet, TextField, Value


class Kept:
    """A query with open places, kept as SQL.

    `compose` makes the query, called with the `examples`: for every open place a value by which that place is
    found back, so each must occur nowhere else in the query. Without examples every value of the query is the
    one open place.
    """

    def __init__(self, compose: Callable[..., QuerySet[Any, Any]], **examples: Any) -> None:
        self.compose, self.examples = compose, examples

    @cached_property
    def _kept(self) -> tuple[str, tuple[tuple[str, Any], ...]]:
        """The query as the database gets it, and for each place in it the name of its value, or the value."""
        sql, values = self.compose(**self.examples).query.sql_with_params()
        names = {_sent(example): name for name, example in self.examples.items()}
        return str(sql), tuple((names.get(value, ""), value) for value in values)

    @property
    def sql(self) -> str:
        """The query as the database gets it."""
        return self._kept[0]

    def values(self, **given: Any) -> list[Any]:
        """What to send in every place of the query, in order."""
        return [_sent(given[name]) if name else value for name, value in self._kept[1]]

    def rows(self, value: str) -> list[tuple[Any, ...]]:
        """Ask it with this value in every place; values come as the database gives them."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, [value])
            found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def _sent(value: Any) -> Any:
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value


class Listed(Func):
    """The items of an open value that is a JSON list, for `__in`."""

    template = "(SELECT json_array_elements_text(%(expressions)s))"
    output_field = TextField()

    def __init__(self) -> None:
        super().__init__(Value(""))

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """SQLite names the function otherwise."""
        template = "(SELECT value FROM json_each(%(expressions)s))"
        return self.as_sql(compiler, connection, template=template, **extra)
