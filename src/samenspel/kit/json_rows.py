"""Rows of another table as one JSON list inside a query, so that a whole file is one round trip."""

from collections.abc import Mapping
from typing import Any

from django.db.models import JSONField, Model, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject


class JsonRows(Subquery):
    """The rows of `queryset` as a JSON list of objects with the given expressions."""

    template = "(SELECT jsonb_agg(_row._value) FROM (%(subquery)s) _row)"

    def __init__(self, queryset: QuerySet[Model], values: Mapping[str, Combinable | str]) -> None:
        rows = queryset.annotate(_value=JSONObject(**values)).values("_value")
        super().__init__(rows, output_field=JSONField())

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """SQLite names the aggregate otherwise and must be told that the parts are JSON."""
        template = "(SELECT json_group_array(json(_row._value)) FROM (%(subquery)s) _row)"
        return self.as_sql(compiler, connection, template=template, **extra)


class JsonList(JsonRows):
    """The values of one column of `queryset` as a JSON list."""

    template = "(SELECT jsonb_agg(_row._value) FROM (%(subquery)s) _row)"

    def __init__(self, queryset: QuerySet[Model], column: Combinable) -> None:
        Subquery.__init__(self, queryset.annotate(_value=column).values("_value"), output_field=JSONField())

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """A plain column needs no cast."""
        template = "(SELECT json_group_array(_row._value) FROM (%(subquery)s) _row)"
        return self.as_sql(compiler, connection, template=template, **extra)
