"""Ten thousand iJw messages brought in, read and written, in a process of its own; beside a bare parse."""

import io
import resource
import sys
import time
import zipfile
from collections import Counter
from functools import partial
from typing import Any
from xml.etree import ElementTree

from django.db import connection

from benchmarks.household.figures import Figure, hand_over
from benchmarks.household.rich import NOW, READER
from benchmarks.household.seed import NETWORK
from samenspel.accounts.queries import user_named
from samenspel.exchange.actions import bring_in_files, confirm, finish
from samenspel.exchange.tests.many_messages import many_messages

MESSAGES = 10_000
MOST_SECONDS, MOST_MB = 60, 300


def main() -> None:
    """Make a zip, bring it in up to the preview, write it, and say how long and how much memory that took."""
    user = user_named(READER)
    assert user is not None
    archive = packed()
    at_rest = memory()
    statements: Counter[str] = Counter()
    begin, begin_own = time.perf_counter(), time.process_time()
    with connection.execute_wrapper(partial(counted, statements)):
        batch = bring_in_files(by=user, at=NOW, network_id=NETWORK, files=[("berichten.zip", archive)])
        previewed = time.perf_counter() - begin
        confirm(by=user, at=NOW, batch_id=batch.pk)
        batch = finish(by=user, at=NOW, batch_id=batch.pk)
    took, own = time.perf_counter() - begin, time.process_time() - begin_own
    assert batch.messages == MESSAGES, f"{batch.messages} messages were read"
    assert not batch.messages_refused, batch.notices[:3]
    hand_over(
        [
            Figure(
                name=f"{MESSAGES:,} iJw messages brought in",
                measured=took,
                unit="s",
                most=MOST_SECONDS,
                floor=parsed(archive),
                floor_name="bare XML parse of the same bytes",
            ),
            Figure(name="of which up to the preview", measured=previewed, unit="s"),
            Figure(name="of which in Python, whatever else the computer does", measured=own, unit="s"),
            Figure(name="statements to the database", measured=statements.total(), unit=""),
            Figure(
                name=f"{MESSAGES:,} iJw messages: most memory of the process",
                measured=memory(),
                unit="MB",
                most=MOST_MB,
                floor=at_rest,
                floor_name="before the first message",
            ),
        ]
    )


def counted(statements: Counter[str], execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    """Run a statement and count it."""
    statements[sql[:6]] += 1
    return execute(sql, params, many, context)


def packed() -> io.BytesIO:
    """The messages in one zip, as they come."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in many_messages(MESSAGES):
            file.writestr(name, content)
    archive.seek(0)
    return archive


def parsed(archive: io.BytesIO) -> float:
    """How many seconds it takes to unpack and parse the same bytes and do nothing with them."""
    begin = time.perf_counter()
    with zipfile.ZipFile(archive) as file:
        for name in file.namelist():
            ElementTree.fromstring(file.read(name))  # noqa: S314 our own messages
    return time.perf_counter() - begin


def memory() -> float:
    """The most memory that this process had, in megabytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1_000_000
