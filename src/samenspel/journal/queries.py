"""Reading the journal. Who may read it is decided by whoever asks."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from samenspel.journal.models import Line, Processing
from samenspel.journal.rules import PROCESSED, SAID, Break, End, Link, digest, follow

MOST_LINES = 500
AT_A_TIME = 2_000


def lines_of(household_id: str, *, most: int = MOST_LINES) -> list[Line]:
    """The newest lines about one household."""
    return list(Line.objects.filter(household_id=household_id)[:most])


def verified() -> Iterator[Break | End]:
    """Go through both logs from the first line on: gives each break, and of each chain its end."""
    return follow(_links())


def _links() -> Iterator[Link]:
    columns = ("chain", "sequence", "link", "digest", *SAID)
    lines = Line.objects.order_by("chain", "sequence").values(*columns).iterator(AT_A_TIME)
    while some := list(islice(lines, AT_A_TIME)):
        processings = defaultdict(list)
        joined = Processing.objects.filter(event__in=[line["event"] for line in some])
        for one in joined.values("event", *PROCESSED):
            processings[one["event"]].append(one)
        for line in some:
            now = digest(line, processings[line["event"]])
            yield Link(line["chain"], line["sequence"], line["link"], line["digest"], now)
