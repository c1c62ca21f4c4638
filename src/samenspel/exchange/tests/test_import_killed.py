"""A process that is killed in the middle of writing leaves whole chunks, and the work goes on afterwards."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

START = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from samenspel.exchange.actions import confirm, step
from samenspel.exchange.tests.importing import NOW, case_lead, packed, read
from samenspel.exchange.tests.many_messages import many_messages
from samenspel.exchange.actions import keeping
from samenspel.households import writing
keeping.HOUSEHOLDS_AT_ONCE = 3
by = case_lead()
batch = read(by, ("veel.zip", packed(many_messages(100))))
confirm(by=by, at=NOW, batch_id=batch.pk)
step(by=by, at=NOW, batch_id=batch.pk)
write = writing.Fresh.write
def half(self):
    write(self)
    print("halfway", flush=True)
    import time; time.sleep(600)
writing.Fresh.write = half
step(by=by, at=NOW, batch_id=batch.pk)
"""
LOOK = """
import django; django.setup()
import json
from samenspel.exchange.actions import finish
from samenspel.exchange.models import Batch, MessageFact, Proposal
from samenspel.exchange.tests.importing import NOW
from samenspel.households.models import Change, Help, Household, Revision
def counted():
    outcomes = Proposal.objects.order_by("pk").values_list("outcome", flat=True)
    return {
        "written": list(outcomes).count("written"), "households": Household.objects.count(),
        "changes": Change.objects.count(), "help": Help.objects.count(),
        "revisions": Revision.objects.count(),
        "facts": MessageFact.objects.filter(kept=True).count(),
    }
before = counted()
batch = Batch.objects.get()
finish(by=batch.by, at=NOW, batch_id=batch.pk)
print(json.dumps([before, counted()]))
"""


def process(code: str, folder: Path, **options: Any) -> "subprocess.Popen[str]":
    """A Python of its own, on a database in a file of its own."""
    own = {
        "DJANGO_SETTINGS_MODULE": "samenspel.config.settings",
        "DATABASE_URL": f"sqlite:///{folder / 'killed.sqlite3'}",
        "SAMENSPEL_VAR": str(folder),
    }
    return subprocess.Popen(  # noqa: S603 our own code
        [sys.executable, "-c", code], env=os.environ | own, stdout=subprocess.PIPE, text=True, **options
    )


def test_a_killed_import_goes_on_where_it_was(tmp_path: Path) -> None:
    with process(START, tmp_path) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == "halfway\n"
        killed.send_signal(signal.SIGKILL)
    assert killed.returncode == -signal.SIGKILL
    with process(LOOK, tmp_path) as after:
        said, _ = after.communicate(timeout=300)
    before, finished = json.loads(said)
    assert (before["written"], before["households"], before["changes"]) == (3, 3, 3)
    assert (finished["written"], finished["households"], finished["changes"]) == (10, 10, 10)
    for name in ("help", "revisions"):
        assert finished[name] * 3 == before[name] * 10
    assert finished["facts"] > before["facts"] > 0
