"""The tests themselves are strict: see conftest.py and the pytest settings in pyproject.toml."""

import socket
import warnings

import pytest
from django.contrib.contenttypes.models import ContentType
from django.template import Context, Template


def test_another_machine_cannot_be_reached() -> None:
    with socket.socket() as line, pytest.raises(RuntimeError, match="tried to reach"):
        line.connect(("192.0.2.1", 80))


def test_another_machine_cannot_be_looked_up() -> None:
    with pytest.raises(RuntimeError, match="tried to look up"):
        socket.getaddrinfo("example.org", 80)


def test_an_unknown_template_variable_fails() -> None:
    with pytest.raises(pytest.fail.Exception, match="nobody_gave_this"):
        Template("{{ nobody_gave_this }}").render(Context())


def test_a_warning_is_an_error() -> None:
    with pytest.raises(DeprecationWarning):
        warnings.warn("old", DeprecationWarning, stacklevel=1)


@pytest.mark.django_db
def test_an_unordered_query_comes_back_to_front() -> None:
    unordered = [row.pk for row in ContentType.objects.all()]
    assert len(unordered) >= 5
    assert unordered == sorted(unordered, reverse=True)
    assert [row.pk for row in ContentType.objects.order_by("pk")] == sorted(unordered)
