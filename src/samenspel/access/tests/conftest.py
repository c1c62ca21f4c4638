"""The case lead and the helper that most tests of this room begin with."""

import pytest

from samenspel.access.rules import Role
from samenspel.access.tests.people import somebody, taking_part
from samenspel.accounts.models import User


@pytest.fixture
def lia() -> User:
    found = somebody("lia", "noord.wijkteam")
    taking_part(found, Role.CASE_LEAD)
    return found


@pytest.fixture
def jo(lia: User) -> User:
    found = somebody("jo", "noord.de-haven")
    taking_part(found, Role.HELPER)
    return found
