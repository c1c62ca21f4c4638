"""Real data is refused at start, with a hint."""

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings


def test_the_demo_may_run() -> None:
    apps.get_app_config("config").ready()


def test_real_data_is_refused(settings: Settings) -> None:
    settings.REAL_DATA = True
    with pytest.raises(ImproperlyConfigured, match="row-level security"):
        apps.get_app_config("config").ready()
