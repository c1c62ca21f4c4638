"""Rows of another table as one JSON text inside a query, so that a whole file is one round trip.

Lists without names, and json rather than jsonb: PostgreSQL makes these in half the time.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Func, Model, QuerySet, Subquery, TextField
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast


class JsonValues(Func):
    """Some values as one JSON list."""

    function = "json_build_array"
    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """SQLite names the function otherwise."""
        return self.as_sql(compiler, connection, function="json_array", **extra)


class JsonList(Subquery):
    """The values of one column of `queryset` as a JSON list; null when there are none."""

    template = "(SELECT json_agg(_row._value) FROM (%(subquery)s) _row)"
    sqlite_template = "(SELECT json_group_array(_row._value) FROM (%(subquery)s) _row)"

    def __init__(self, queryset: QuerySet[Model], value: Combinable) -> None:
        super().__init__(queryset.annotate(_value=value).values("_value"), output_field=TextField())

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """SQLite names the aggregate otherwise."""
        return self.as_sql(compiler, connection, template=self.sqlite_template, **extra)


class JsonRows(JsonList):
    """The rows of `queryset` as a JSON list of lists with the given values."""

    # SQLite must be told that the parts are JSON.
    sqlite_template = "(SELECT json_group_array(json(_row._value)) FROM (%(subquery)s) _row)"

    def __init__(self, queryset: QuerySet[Model], values: Iterable[Combinable]) -> None:
        super().__init__(queryset, JsonValues(*values))


def as_text(value: Combinable) -> Cast:
    """JSON as text, so that both databases hand over the same."""
    return Cast(value, TextField())
