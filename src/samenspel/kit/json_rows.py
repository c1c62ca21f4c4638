"""Rows of another table as one JSON text inside a query, so that a whole file is one round trip.

Lists without names, and json rather than jsonb: PostgreSQL makes these in half the time.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import DateTimeField, Func, JSONField, Model, QuerySet, Subquery, TextField
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast


class JsonValues(Func):
    """Some values as one JSON list."""

    function = "json_build_array"
    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """SQLite names the function otherwise, and must be told what is JSON and that moments are in UTC."""
        told = self.copy()
        told.set_source_expressions([_told(value) for value in self.get_source_expressions()])
        return told.as_sql(compiler, connection, function="json_array", **extra)


def _told(value: Any) -> Any:
    if isinstance(value.output_field, JSONField):
        return Func(value, function="json")
    if isinstance(value.output_field, DateTimeField):
        return Func(value, template="%(expressions)s || '+00:00'")
    return value


class JsonRows(Subquery):
    """The rows of `queryset` as a JSON list of lists with the given values; null when there are none."""

    template = "(SELECT json_agg(_row._value) FROM (%(subquery)s) _row)"
    sqlite_template = "(SELECT json_group_array(json(_row._value)) FROM (%(subquery)s) _row)"

    def __init__(self, queryset: QuerySet[Model], values: Iterable[Combinable | str]) -> None:
        rows = queryset.annotate(_value=JsonValues(*values)).values("_value")
        super().__init__(rows, output_field=TextField())

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """SQLite names the aggregate otherwise, and must be told that the parts are JSON."""
        return self.as_sql(compiler, connection, template=self.sqlite_template, **extra)


def as_text(value: Combinable) -> Cast:
    """JSON as text, so that both databases hand over the same."""
    return Cast(value, TextField())
