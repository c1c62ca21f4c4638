"""The demo holds the people that its file names, and nobody has more."""

from datetime import UTC, datetime, timedelta

import pytest

from samenspel.access.queries import running_of
from samenspel.config.demo import DEMO, DemoNetwork, load_demo
from samenspel.households.models import Household

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_who_takes_part_is_who_the_file_names() -> None:
    load_demo(at=NOW, password="samen aan tafel")
    asked = DemoNetwork.model_validate_json((DEMO / "network.json").read_bytes())
    named = {(one.username, part.household, part.role) for one in asked.users for part in one.memberships}
    later = NOW + timedelta(minutes=1)
    found = {
        (row.user.username, household.key, row.role)
        for household in Household.objects.order_by("key")
        for row in running_of(household.pk, at=later)
    }
    assert found == named
