"""iJw and iWmo messages: what they become, and that replaying, shuffling and hand work do no harm."""

from decimal import Decimal
from hashlib import sha256

import pytest
from django.db import connection

from rekenmodel.costs import Period, Unit
from samenspel.exchange.actions import finish, start_undo
from samenspel.exchange.actions.reading import digest
from samenspel.exchange.models import MessageFact, Proposal
from samenspel.exchange.rules.stages import Outcome, Stage
from samenspel.exchange.tests.ijw_messages import DE_WIT, LINDEMAN
from samenspel.exchange.tests.importing import (
    NOW,
    brought_in,
    case_lead,
    contents,
    counts,
    households,
    keep,
    messages,
    one,
    packed,
    read,
)
from samenspel.exchange.tests.many_messages import many_messages
from samenspel.households.actions import set_fields
from samenspel.households.models import Household, Person
from samenspel.households.rules.record import HouseholdFile
from samenspel.kit.rows import Row

pytestmark = pytest.mark.django_db
KAYA = [name for name in DE_WIT if "kaya" in name or "JW323" in name or "JW325" in name]
BSNS = ("999900304", "999900316", "999900328")


def lindeman() -> HouseholdFile:
    return next(file for key, file in households().items() if key.startswith("lindeman"))


def test_messages_become_two_households() -> None:
    batch = brought_in(case_lead(), ("alles.zip", packed(messages([*DE_WIT, *LINDEMAN]))))
    assert {file.name for file in households().values()} == {"Gezin De Wit", "Gezin Lindeman"}
    assert (batch.messages, batch.messages_refused, batch.people_waiting) == (
        len(DE_WIT) + len(LINDEMAN),
        0,
        0,
    )


def test_a_line_of_help_has_its_dates_its_tariff_and_its_bills() -> None:
    brought_in(case_lead(), ("berichten.zip", packed(messages(LINDEMAN))))
    file = lindeman()
    line = next(row for row in file.help if row.key == "jw-0518-500102")
    assert (str(line.since), str(line.until), line.stopped_unfinished) == ("2026-02-05", "2026-04-17", True)
    assert (line.quantity, line.unit, line.per) == (Decimal(3), Unit.HALF_DAY, Period.WEEK)
    assert line.price_cents == 9350
    assert (line.law, line.payer, line.payer_name) == ("jeugdwet", "municipality", "Gemeente 0518")
    assert [bill.cents for bill in file.declarations if bill.help == line.key] == [102850]


def test_a_credit_names_the_bill_it_takes_back() -> None:
    brought_in(case_lead(), ("berichten.zip", packed(messages(LINDEMAN))))
    credit = next(bill for bill in lindeman().declarations if bill.cents < 0)
    assert (credit.cents, credit.corrects) == (-79200, "P0001")


def test_a_provider_is_known_by_its_agb_code() -> None:
    brought_in(case_lead(), ("berichten.zip", packed(messages(LINDEMAN))))
    assert {(row.name, row.agb) for row in lindeman().organisations} >= {("Aanbieder 42420011", "42420011")}


def test_no_bsn_is_in_the_database() -> None:
    brought_in(case_lead(), ("berichten.zip", packed(messages(DE_WIT))))
    assert Person.objects.filter(bsn_digest=digest(BSNS[0])).exists()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 names of our own tables
            assert not [row for row in cursor.fetchall() if BSNS[0] in str(row)], table


def test_replaying_changes_nothing() -> None:
    by = case_lead()
    brought_in(by, ("berichten.zip", packed(messages(DE_WIT))))
    before = counts()
    batch = read(by, *messages(DE_WIT))
    assert (batch.messages_known, Proposal.objects.filter(batch=batch).count()) == (len(DE_WIT), 0)
    keep(by, batch)
    assert counts() == before


@pytest.mark.parametrize("seed", range(4))
def test_messages_one_by_one_in_any_order_give_the_same_help(seed: int) -> None:
    by = case_lead()
    names = sorted(LINDEMAN, key=lambda name: sha256(f"{seed}{name}".encode()).digest())
    for name, data in messages(["JW301_twee_producten.xml", "JW301_zus_verblijf.xml", *names]):
        brought_in(by, (name, data))
    shuffled = [row.model_dump(exclude={"for_whom"}) for row in sorted_rows(lindeman())]
    Household.objects.all().delete()
    MessageFact.objects.all().delete()
    brought_in(by, ("berichten.zip", packed(messages(LINDEMAN))))
    assert shuffled == [row.model_dump(exclude={"for_whom"}) for row in sorted_rows(lindeman())]


def sorted_rows(file: HouseholdFile) -> list[Row]:
    return sorted((*file.help, *file.declarations), key=lambda row: row.key)


def test_what_people_typed_stays() -> None:
    by = case_lead()
    brought_in(by, *messages(["DeWit_JW301_kaya", "DeWit_JW305_kaya_start"]))
    household = Household.objects.get().pk
    typed = {"title": "Iedere dinsdag met Bo", "purpose": "safety", "evaluation_on": "2026-06-01"}
    set_fields(by=by, at=NOW, household_id=household, table="help", key="jw-0344-610001", values=typed)
    brought_in(by, *messages(["DeWit_JW301_kaya_verlengd", "DeWit_JW323_januari"]))
    row = next(row for row in one_household().help if row.key == "jw-0344-610001")
    assert (row.title, row.purpose, str(row.evaluation_on)) == (
        "Iedere dinsdag met Bo",
        "safety",
        "2026-06-01",
    )
    assert (str(row.planned_end), row.price_cents) == ("2026-12-31", 9000)


def test_a_date_typed_by_hand_stays_until_messages_say_otherwise() -> None:
    by = case_lead()
    brought_in(by, *messages(["DeWit_JW301_kaya", "DeWit_JW305_kaya_start"]))
    household = Household.objects.get().pk
    set_fields(
        by=by,
        at=NOW,
        household_id=household,
        table="help",
        key="jw-0344-610001",
        values={"planned_end": "2026-05-01"},
    )
    brought_in(by, *messages(["DeWit_JW323_januari"]))
    assert str(one_household().help[0].planned_end) == "2026-05-01"
    brought_in(by, *messages(["DeWit_JW301_kaya_verlengd"]))
    assert str(one_household().help[0].planned_end) == "2026-12-31"


def one_household() -> HouseholdFile:
    (file,) = households().values()
    return file


def test_withdrawn_help_disappears() -> None:
    by = case_lead()
    brought_in(by, *messages(["DeWit_JW301_kaya"]))
    assert {row.key for row in one_household().help} == {"jw-0344-610001", "jw-0344-610002"}
    brought_in(by, *messages(["DeWit_JW301_kaya_ingetrokken"]))
    assert {row.key for row in one_household().help} == {"jw-0344-610001"}


def test_help_that_was_asked_for_waits_and_a_refusal_takes_it_away() -> None:
    by = case_lead()
    brought_in(by, *messages(["DeWit_JW315_kaya_wacht", "DeWit_JW315_kaya_afgewezen"]))
    assert all(row.since is None and row.waiting_since for row in one_household().help)
    assert len(one_household().help) == 2
    brought_in(by, *messages(["DeWit_JW319_kaya_afgewezen"]))
    assert len(one_household().help) == 1


def test_people_without_an_assignment_wait() -> None:
    by = case_lead()
    batch = brought_in(by, *messages(["DeWit_JW305_kaya_start"]))
    assert (batch.people_waiting, households()) == (1, {})
    brought_in(by, *messages(["DeWit_JW301_kaya"]))
    assert str(one_household().help[0].since) == "2026-01-19"


def test_undo_takes_messages_back() -> None:
    by = case_lead()
    batch = brought_in(by, ("berichten.zip", packed(messages(DE_WIT))))
    start_undo(by=by, at=NOW, batch_id=batch.pk)
    assert finish(by=by, at=NOW, batch_id=batch.pk).stage == Stage.UNDONE
    assert (Household.objects.count(), MessageFact.objects.count()) == (0, 0)
    brought_in(by, ("berichten.zip", packed(messages(DE_WIT))))
    assert len(households()) == 1


def test_undo_of_a_later_import_leaves_the_earlier() -> None:
    by = case_lead()
    brought_in(by, *messages(["DeWit_JW301_kaya"]))
    before = contents()
    batch = brought_in(by, *messages(["DeWit_JW305_kaya_start", "DeWit_JW323_januari"]))
    assert contents() != before
    start_undo(by=by, at=NOW, batch_id=batch.pk)
    finish(by=by, at=NOW, batch_id=batch.pk)
    assert contents() == before


def test_somebody_elses_client_stays_hidden() -> None:
    brought_in(case_lead("lia"), *messages(["DeWit_JW301_kaya"]))
    before = contents()
    stranger = case_lead("karin")
    batch = read(stranger, *messages(["DeWit_JW305_kaya_start"]))
    assert (one(batch).outcome, one(batch).name, one(batch).household_id) == (Outcome.DENIED, "?", "")
    keep(stranger, batch)
    assert (contents(), MessageFact.objects.filter(batch=batch.pk).count()) == (before, 0)


def test_an_answer_that_a_stranger_brings_does_nothing() -> None:
    lia = case_lead("lia")
    brought_in(lia, *messages(["DeWit_JW315_kaya_afgewezen"]))
    answer = messages(["DeWit_JW319_kaya_afgewezen"])
    batch = brought_in(case_lead("karin"), *answer)
    assert (one(batch).outcome, len(one_household().help)) == (Outcome.DENIED, 1)
    brought_in(lia, *answer)
    assert one_household().help == ()


def test_a_bill_that_the_municipality_rejects_goes() -> None:
    by = case_lead()
    brought_in(by, *messages(name for name in DE_WIT if "JW325" not in name))
    before = {bill.key for bill in one_household().declarations}
    brought_in(by, *messages(name for name in DE_WIT if "JW325" in name))
    assert {bill.key for bill in one_household().declarations} < before


def test_many_messages_go_in_chunks() -> None:
    by = case_lead()
    batch = brought_in(by, ("veel.zip", packed(many_messages(250))))
    assert (batch.messages, batch.messages_refused, Household.objects.count()) == (250, 0, 25)
    assert not Proposal.objects.filter(batch=batch).exclude(outcome=Outcome.WRITTEN).exists()
