"""A household file: preview, writing it, writing it again, taking it back."""

from datetime import timedelta

import pytest

from samenspel.access.actions import admit
from samenspel.access.rules import Act, Role
from samenspel.accounts.models import User
from samenspel.exchange.actions import WrongStageError, cancel, confirm, expire, finish, start_undo
from samenspel.exchange.models import Batch, Proposal, Upload
from samenspel.exchange.queries import NoBatchError, batch_of
from samenspel.exchange.rules.stages import Outcome, Stage
from samenspel.exchange.tests.importing import (
    NOW,
    as_json,
    brought_in,
    case_lead,
    counts,
    households,
    keep,
    one,
    read,
)
from samenspel.households.actions import set_fields, undo
from samenspel.households.models import Change
from samenspel.households.tests.cast import FULL, user
from samenspel.journal.models import Line

pytestmark = pytest.mark.django_db
VOS = ("vos.json", as_json())


def test_a_preview_writes_nothing() -> None:
    by = case_lead()
    before = counts()
    batch = read(by, VOS)
    assert (batch.stage, one(batch).outcome) == (Stage.PREVIEWED, Outcome.NEW)
    assert counts() == before


def test_a_file_comes_in_whole() -> None:
    batch = brought_in(case_lead(), VOS)
    assert batch.stage == Stage.WRITTEN
    assert households()["vos"].model_dump() == FULL.model_dump()


def test_who_brings_in_becomes_case_lead_and_leaves_a_line() -> None:
    by = case_lead()
    household = one(brought_in(by, VOS)).household_id
    line = Line.objects.get(act=Act.IMPORT, household_id=household)
    assert (line.allowed, line.role, line.user_id) == (True, Role.CASE_LEAD, by.pk)


def test_the_same_file_again_changes_nothing() -> None:
    by = case_lead()
    brought_in(by, VOS)
    before = counts()
    batch = read(by, VOS)
    assert one(batch).outcome == Outcome.SAME
    assert keep(by, batch).stage == Stage.WRITTEN
    assert counts() == before


def test_a_changed_file_shows_what_changes() -> None:
    by = case_lead()
    brought_in(by, VOS)
    goals = [goal.model_dump() | {"title": "Bas blijft op school"} for goal in FULL.goals]
    found = one(read(by, ("vos.json", as_json(name="Gezin Vos-Tol", goals=goals))))
    assert (found.outcome, found.added, found.changed, found.gone) == (Outcome.CHANGES, 0, 2, 0)
    changed = {name: fields for _, _, name, fields in found.differences}
    assert changed["Gezin Vos-Tol"][0][1:] == [["Gezin Vos"] * 2, ["Gezin Vos-Tol"] * 2]
    assert changed["Bas blijft op school"] == [
        [["Titel", "Title"], [FULL.goals[0].title] * 2, ["Bas blijft op school"] * 2]
    ]


def test_comparing_with_a_household_is_a_read() -> None:
    by = case_lead()
    household = one(brought_in(by, VOS)).household_id
    before = Line.objects.filter(act=Act.READ, household_id=household, allowed=True).count()
    read(by, VOS)
    after = Line.objects.filter(act=Act.READ, household_id=household, allowed=True).count()
    assert after == before + 1


def test_a_household_can_be_left_out() -> None:
    by = case_lead()
    batch = read(by, VOS, ("tol.json", as_json(key="tol", name="Gezin Tol")))
    left_out = Proposal.objects.get(batch=batch, key="tol")
    keep(by, batch, left_out=[left_out.pk])
    assert set(households()) == {"vos"}


def test_one_household_in_two_files_is_taken_once() -> None:
    by = case_lead()
    batch = read(by, VOS, ("vos-2.json", as_json(name="Gezin Vossen")))
    second = Proposal.objects.get(batch=batch, position=1)
    assert (second.outcome, second.notices[-1]["en"]) == (
        Outcome.BLOCKED,
        "This household is in two files. Choose one of them.",
    )


def test_a_file_with_a_second_open_case_is_blocked() -> None:
    by = case_lead()
    brought_in(by, VOS)
    cases = [{"key": "tweede", "opened_on": "2026-01-01"}]
    found = one(read(by, ("vos.json", as_json(cases=cases))))
    assert found.outcome == Outcome.BLOCKED
    assert found.notices[-1]["nl"] == "Er is al een open casus. Sluit die eerst."


def test_an_organisation_with_the_same_agb_code_is_the_same() -> None:
    by = case_lead()
    brought_in(by, VOS)
    text = as_json(key="tol", name="Gezin Tol").replace(b"de-haven", b"haven-zorg")
    brought_in(by, ("tol.json", text))
    assert households()["tol"].help[0].organisation == "de-haven"


def test_undo_takes_a_new_household_out() -> None:
    by = case_lead()
    batch = read(by, VOS)
    before = counts()
    keep(by, batch)
    start_undo(by=by, at=NOW, batch_id=batch.pk)
    assert finish(by=by, at=NOW, batch_id=batch.pk).stage == Stage.UNDONE
    logged = {"Processing": 0}
    assert counts() | logged == before | logged


def test_undo_gives_back_what_stood_there() -> None:
    by = case_lead()
    brought_in(by, VOS)
    batch = brought_in(by, ("vos.json", as_json(name="Gezin Vossen", problems=[])))
    start_undo(by=by, at=NOW, batch_id=batch.pk)
    finish(by=by, at=NOW, batch_id=batch.pk)
    assert households()["vos"].model_dump() == FULL.model_dump()


def undone(by: User, batch: Batch) -> Stage:
    """Take a batch back; return where that ends."""
    start_undo(by=by, at=NOW, batch_id=batch.pk)
    return Stage(finish(by=by, at=NOW, batch_id=batch.pk).stage)


def test_imports_of_one_household_can_be_undone_one_after_the_other() -> None:
    by = case_lead()
    first = brought_in(by, VOS)
    second = brought_in(by, ("vos.json", as_json(name="Gezin Vossen")))
    assert undone(by, second) == Stage.UNDONE
    assert undone(by, first) == Stage.UNDONE
    assert households() == {}


def test_a_change_that_was_undone_and_done_again_counts() -> None:
    by = case_lead()
    batch = brought_in(by, VOS)
    home = one(batch).household_id
    title = {"title": "Anders"}
    change = set_fields(by=by, at=NOW, household_id=home, table="goals", key="school", values=title)
    back = undo(by=by, at=NOW, household_id=home, change_id=change)
    undo(by=by, at=NOW, household_id=home, change_id=back)
    assert undone(by, batch) == Stage.WRITTEN
    assert households()["vos"].goals[0].title == "Anders"


def test_an_import_that_somebody_took_back_can_still_be_undone() -> None:
    by = case_lead()
    brought_in(by, VOS)
    batch = brought_in(by, ("vos.json", as_json(name="Gezin Vossen")))
    (change,) = Change.objects.filter(batch=batch.pk)
    undo(by=by, at=NOW, household_id=one(batch).household_id, change_id=change.pk)
    assert undone(by, batch) == Stage.UNDONE
    assert households()["vos"].name == "Gezin Vos"


def test_undo_leaves_what_somebody_changed_since() -> None:
    by = case_lead()
    batch = brought_in(by, VOS)
    household = one(batch).household_id
    set_fields(by=by, at=NOW, household_id=household, table="goals", key="school", values={"title": "Anders"})
    start_undo(by=by, at=NOW, batch_id=batch.pk)
    assert finish(by=by, at=NOW, batch_id=batch.pk).stage == Stage.WRITTEN
    assert one(batch).outcome == Outcome.KEPT
    assert one(batch).notices[0]["nl"].startswith("Iemand veranderde dit gezin na het inlezen.")
    assert households()["vos"].goals[0].title == "Anders"


def test_somebody_elses_household_stays_hidden_and_leaves_a_line() -> None:
    brought_in(case_lead("lia"), VOS)
    stranger = case_lead("karin")
    found = one(read(stranger, ("vos.json", as_json(name="Mijn naam"))))
    assert (found.outcome, found.household_id, found.name) == (Outcome.DENIED, "", "Mijn naam")
    assert Line.objects.filter(user_id=stranger.pk, allowed=False).exists()


def test_a_right_that_ended_before_confirming_is_a_refusal() -> None:
    lia, karin = case_lead("lia"), case_lead("karin")
    household = one(brought_in(lia, VOS)).household_id
    admit(user=karin, household_id=household, role=Role.CASE_LEAD, since=NOW, until=NOW + timedelta(hours=1))
    batch = read(karin, ("vos.json", as_json(name="Anders")))
    later = NOW + timedelta(hours=2)
    confirm(by=karin, at=later, batch_id=batch.pk)
    finish(by=karin, at=later, batch_id=batch.pk)
    assert one(batch).outcome == Outcome.DENIED
    assert households()["vos"].name == "Gezin Vos"
    assert Line.objects.filter(user_id=karin.pk, allowed=False, household_id=household).exists()


def test_a_batch_is_only_its_makers() -> None:
    batch = read(case_lead("lia"), VOS)
    stranger = user("piet")
    with pytest.raises(NoBatchError):
        batch_of(stranger, batch.pk, at=NOW)
    assert Line.objects.filter(user_id=stranger.pk, allowed=False).count() == 1


def test_a_preview_lapses_after_a_day() -> None:
    by = case_lead()
    batch = read(by, VOS)
    assert expire(at=NOW + timedelta(hours=23)) == 0
    assert expire(at=NOW + timedelta(hours=24)) == 1
    batch.refresh_from_db()
    assert batch.stage == Stage.EXPIRED
    assert not Proposal.objects.filter(batch=batch).exists()
    with pytest.raises(WrongStageError):
        confirm(by=by, at=NOW + timedelta(hours=25), batch_id=batch.pk)


def test_the_file_is_gone_once_it_is_read() -> None:
    batch = read(case_lead(), VOS)
    assert not Upload.objects.exists()
    assert one(batch).file is not None
    keep(batch.by, batch)
    assert one(batch).file is None


def test_stopping_a_preview_leaves_nothing() -> None:
    by = case_lead()
    before = counts()
    batch = read(by, VOS)
    cancel(by=by, at=NOW, batch_id=batch.pk)
    assert counts() == before
    assert not Batch.objects.exists()
