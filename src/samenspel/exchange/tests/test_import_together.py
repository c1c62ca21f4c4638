"""Many households are written together; each still comes in whole or not at all, and never twice."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samenspel.exchange.actions import confirm, finish, start_undo, step
from samenspel.exchange.models import Batch, MessageFact, Proposal
from samenspel.exchange.rules.stages import Outcome, Stage
from samenspel.exchange.tests.importing import (
    NOW,
    as_json,
    brought_in,
    case_lead,
    contents,
    counts,
    keep,
    messages,
    packed,
    read,
)
from samenspel.exchange.tests.many_messages import many_messages
from samenspel.households.models import Change, Household, Person, Revision
from samenspel.households.tests.cast import user
from samenspel.journal.models import Line
from samenspel.network.actions import put_directory
from samenspel.network.models import Organisation, Professional, Team
from samenspel.network.rules import Organisation as OrganisationRow
from samenspel.network.rules import Professional as ProfessionalRow

pytestmark = pytest.mark.django_db
MANY = 200
HOMES = 20


def outcomes(batch: Batch) -> dict[str, int]:
    """How many households have which outcome."""
    found = Proposal.objects.filter(batch=batch).order_by("pk").values_list("outcome", flat=True)
    return {outcome: list(found).count(outcome) for outcome in set(found)}


def in_the_way(proposal: Proposal) -> Household:
    """Somebody opens a household with the same key after the preview."""
    return Household.objects.create(id="f" * 32, network_id="noord", key=proposal.key, name="Ander gezin")


@pytest.mark.parametrize("place", [0, 7, HOMES - 1])
def test_one_household_that_does_not_fit_is_the_only_one_refused(place: int) -> None:
    by = case_lead()
    batch = read(by, ("veel.zip", packed(many_messages(MANY))))
    bad = Proposal.objects.get(batch=batch, position=place)
    in_the_way(bad)
    keep(by, batch)
    assert outcomes(batch) == {Outcome.WRITTEN: HOMES - 1, Outcome.FAILED: 1}
    bad.refresh_from_db()
    assert (bad.outcome, bad.household_id, bad.opened) == (Outcome.FAILED, "", False)
    assert bad.notices[0]["where_nl"] == bad.name
    assert bad.notices[0]["nl"].endswith("Lees het bestand nog een keer in.")
    assert not Person.objects.filter(household="f" * 32).exists()
    assert not MessageFact.objects.filter(client__in=bad.clients).exists()
    assert Household.objects.count() == HOMES


def test_together_is_the_same_as_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    by = case_lead()
    batch = brought_in(by, ("veel.zip", packed(many_messages(MANY))))
    together, rows = contents(), counts()
    lines = Line.objects.filter(act="import", allowed=True).count()
    assert lines == HOMES
    assert Change.objects.count() == HOMES
    start_undo(by=by, at=NOW, batch_id=batch.pk)
    finish(by=by, at=NOW, batch_id=batch.pk)
    assert not Revision.objects.exists()
    monkeypatch.setattr("samenspel.exchange.actions.keeping.HOUSEHOLDS_AT_ONCE", 1)
    brought_in(by, ("veel.zip", packed(many_messages(MANY))))
    assert contents() == together
    assert {name: n for name, n in counts().items() if name != "Processing"} == {
        name: n for name, n in rows.items() if name != "Processing"
    }


def test_many_households_cost_few_statements() -> None:
    by = case_lead()
    batch = read(by, ("veel.zip", packed(many_messages(MANY))))
    confirm(by=by, at=NOW, batch_id=batch.pk)
    with CaptureQueriesContext(
        connection,
    ) as found:
        step(by=by, at=NOW, batch_id=batch.pk)
    assert outcomes(batch) == {Outcome.WRITTEN: HOMES}
    assert len(found) <= 5 * HOMES


def test_two_imports_of_the_same_messages_at_once_write_them_once() -> None:
    by = case_lead()
    archive = ("veel.zip", packed(many_messages(MANY)))
    first, second = read(by, archive), read(by, archive)
    for batch in (first, second):
        confirm(by=by, at=NOW, batch_id=batch.pk)
    for _ in range(3):
        for batch in (first, second):
            step(by=by, at=NOW, batch_id=batch.pk)
    finish(by=by, at=NOW, batch_id=first.pk)
    finish(by=by, at=NOW, batch_id=second.pk)
    assert outcomes(first) == {Outcome.WRITTEN: HOMES}
    assert outcomes(second) == {Outcome.FAILED: HOMES}
    assert Household.objects.count() == HOMES
    kept = MessageFact.objects.order_by("pk").values_list("sha256", "position")
    assert len(kept) == len(set(kept))


def test_two_tabs_on_one_import_write_it_once() -> None:
    by = case_lead()
    batch = read(by, ("veel.zip", packed(many_messages(MANY))))
    confirm(by=by, at=NOW, batch_id=batch.pk)
    for _ in range(4):
        step(by=by, at=NOW, batch_id=batch.pk)
    batch.refresh_from_db()
    assert (batch.stage, batch.done, Household.objects.count()) == (Stage.WRITTEN, HOMES, HOMES)


def test_a_file_and_messages_about_one_household_are_written_one_after_the_other() -> None:
    by = case_lead()
    brought_in(by, *messages(["DeWit_JW301_kaya"]))
    home = Household.objects.get()
    file = as_json(key=home.key, name="Gezin De Wit", plan_holder=None, words=[], relations=[])
    batch = read(by, ("dewit.json", file), *messages(["DeWit_JW305_kaya_start"]))
    assert outcomes(batch) == {Outcome.CHANGES: 2}, [
        row.notices for row in Proposal.objects.filter(batch=batch)
    ]
    keep(by, batch)
    assert outcomes(batch) == {Outcome.WRITTEN: 2}
    assert Change.objects.filter(household=home, batch=batch.pk).count() == 2
    assert Person.objects.filter(household=home, key="ada").exists()


def test_undo_takes_the_directory_out_that_it_brought() -> None:
    by = case_lead()
    before = counts()
    batch = brought_in(by, ("vos.json", as_json()), ("berichten.zip", packed(many_messages(20))))
    assert Organisation.objects.exists()
    start_undo(by=by, at=NOW, batch_id=batch.pk)
    assert finish(by=by, at=NOW, batch_id=batch.pk).stage == Stage.UNDONE
    after = counts()
    assert {name: after[name] for name in ("Organisation", "Team", "Professional")} == {
        name: before[name] for name in ("Organisation", "Team", "Professional")
    }


def test_undo_leaves_in_the_directory_what_others_use() -> None:
    by = case_lead()
    batch = brought_in(by, ("vos.json", as_json()))
    brought_in(by, ("tol.json", as_json(key="tol", name="Gezin Tol", leads=[], actions=[])))
    put_directory(
        by=by,
        at=NOW,
        network_id="noord",
        organisations=[OrganisationRow(key="nieuw", name="Nieuw")],
        teams=[],
        professionals=[ProfessionalRow(key="an", name="An", organisation="gemeente", team="wijkteam")],
    )
    Professional.objects.filter(key="lia-tol").update(user=user("lia-tol"))
    start_undo(by=by, at=NOW, batch_id=batch.pk)
    finish(by=by, at=NOW, batch_id=batch.pk)
    assert {"de-haven", "gemeente", "nieuw"} == set(Organisation.objects.values_list("key", flat=True))
    assert set(Professional.objects.values_list("key", flat=True)) >= {"an", "lia-tol"}
    assert Team.objects.filter(key="wijkteam").exists()


def test_undo_leaves_in_the_directory_what_a_household_that_stays_looks_back_at() -> None:
    by = case_lead()
    brought_in(by, *messages(["DeWit_JW315_kaya_wacht"]))
    batch = brought_in(by, *messages(["DeWit_JW301_kaya"]))
    named = set(Organisation.objects.values_list("key", flat=True))
    start_undo(by=by, at=NOW, batch_id=batch.pk)
    finish(by=by, at=NOW, batch_id=batch.pk)
    assert set(Organisation.objects.values_list("key", flat=True)) == named


def test_a_preview_of_many_is_compared_in_few_statements() -> None:
    by = case_lead()
    with CaptureQueriesContext(connection) as found:
        bring_in_files_of_many(by)
    assert len(found) <= 4 * HOMES


def bring_in_files_of_many(by: object) -> None:
    """Read two hundred messages up to the preview."""
    read(by, ("veel.zip", packed(many_messages(MANY))))  # type: ignore[arg-type]
