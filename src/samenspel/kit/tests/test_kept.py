"""A kept query is composed once, and gives the same on both databases."""

import json

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from samenspel.kit.kept import Kept, Listed

pytestmark = pytest.mark.django_db


def test_a_query_is_composed_once() -> None:
    composed = []

    def compose() -> QuerySet[ContentType, tuple[str]]:
        composed.append(1)
        return ContentType.objects.filter(model="").order_by("pk").values_list("model")

    kept = Kept(compose)
    for name in ("zeker", "anders"):
        ContentType.objects.create(app_label="proef", model=name)
    assert [kept.rows(name) for name in ("zeker", "anders", "niets")] == [[("zeker",)], [("anders",)], []]
    assert composed == [1]


def test_a_list_of_any_length_fits_in_one_query() -> None:
    kept = Kept(lambda: ContentType.objects.filter(model__in=Listed()).order_by("model").values_list("model"))
    for name in ("een", "met 'aanhaling\"", "twee"):
        ContentType.objects.create(app_label="proef", model=name)
    assert kept.rows(json.dumps(["twee", "een", "weg"])) == [("een",), ("twee",)]
    assert kept.rows(json.dumps(["met 'aanhaling\""])) == [("met 'aanhaling\"",)]
    assert kept.rows(json.dumps([])) == []
