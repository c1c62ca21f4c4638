"""Reading the journal. Who may read it is decided by whoever asks."""

from samenspel.journal.models import Line

MOST_LINES = 500


def lines_of(household_id: str, *, most: int = MOST_LINES) -> list[Line]:
    """The newest lines about one household."""
    return list(Line.objects.filter(household_id=household_id)[:most])
