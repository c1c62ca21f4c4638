"""A household from a workbook or file, and later messages about the same people."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from samenspel.access.models import Membership
from samenspel.exchange.actions import WrongStageError, finish, same_as, start_undo
from samenspel.exchange.models import Batch, Proposal
from samenspel.exchange.rules.file_json import write_file
from samenspel.exchange.rules.stages import Outcome
from samenspel.exchange.tests.importing import (
    NOW,
    brought_in,
    case_lead,
    households,
    keep,
    messages,
    one,
    read,
)
from samenspel.households.models import Household, Person
from samenspel.households.rules.record import HouseholdFile

pytestmark = pytest.mark.django_db


def by_hand(**person: str) -> tuple[str, bytes]:
    """A household with a child in it, as somebody wrote it down."""
    child = {"key": "kaya", "name": "Kaya", "birth_date": kaya_was_born()} | person
    file = HouseholdFile.model_validate({"key": "thuis", "name": "Gezin bij de kerk", "persons": [child]})
    return "thuis.json", write_file(file)


def kaya_was_born() -> str:
    """The day of birth of the child in the sample messages."""
    text = messages(["DeWit_JW301_kaya"])[0][1].decode()
    return text.split("Geboortedatum>")[1].split("Datum>")[1][:10]


def choose(batch: Batch, household_id: str) -> Proposal:
    """Say of the only proposal which household it is."""
    same_as(by=batch.by, at=NOW, batch_id=batch.pk, proposal_id=one(batch).pk, household_id=household_id)
    finish(by=batch.by, at=NOW, batch_id=batch.pk)
    return one(batch)


def test_the_preview_asks_and_the_answer_is_kept() -> None:
    by = case_lead()
    brought_in(by, by_hand())
    home = Household.objects.get().pk
    batch = read(by, *messages(["DeWit_JW301_kaya"]))
    (asked,) = one(batch).lookalikes
    assert (asked["household"], asked["name"], asked["who"]) == (home, "Gezin bij de kerk", ["Kaya"])
    chosen = choose(batch, home)
    assert (chosen.outcome, chosen.household_id) == (Outcome.CHANGES, home)
    keep(by, batch)
    (file,) = households().values()
    assert "kaya" in {person.key for person in file.persons if person.name == "Kaya"}
    assert {key for line in file.help for key in line.for_whom} == {"kaya"}
    assert Person.objects.get(key="kaya").bsn_digest
    later = read(by, *messages(["DeWit_JW305_kaya_start"]))
    assert (one(later).household_id, one(later).lookalikes) == (home, [])


def test_without_an_answer_it_is_a_new_household() -> None:
    by = case_lead()
    brought_in(by, by_hand())
    keep(by, read(by, *messages(["DeWit_JW301_kaya"])))
    assert len(households()) == 2


def test_the_answer_can_be_taken_back_before_anything_is_kept() -> None:
    by = case_lead()
    brought_in(by, by_hand())
    batch = read(by, *messages(["DeWit_JW301_kaya"]))
    choose(batch, Household.objects.get().pk)
    assert (choose(batch, "").outcome, one(batch).household_id) == (Outcome.NEW, "")


def test_undo_forgets_who_it_was() -> None:
    by = case_lead()
    brought_in(by, by_hand())
    before = households()
    batch = read(by, *messages(["DeWit_JW301_kaya"]))
    choose(batch, Household.objects.get().pk)
    keep(by, batch)
    start_undo(by=by, at=NOW, batch_id=batch.pk)
    finish(by=by, at=NOW, batch_id=batch.pk)
    assert (households(), Person.objects.get().bsn_digest) == (before, "")


@pytest.mark.parametrize("other", [{"birth_date": "2001-01-01"}, {"name": "Iemand anders"}])
def test_somebody_else_is_not_asked_about(other: dict[str, str]) -> None:
    by = case_lead()
    brought_in(by, by_hand(**other))
    assert one(read(by, *messages(["DeWit_JW301_kaya"]))).lookalikes == []


def test_a_household_of_others_is_never_named() -> None:
    brought_in(case_lead("lia"), by_hand())
    assert one(read(case_lead("karin"), *messages(["DeWit_JW301_kaya"]))).lookalikes == []


@pytest.mark.parametrize("household", ["f" * 32, "niets"])
def test_only_what_was_asked_can_be_answered(household: str) -> None:
    by = case_lead()
    brought_in(by, by_hand())
    batch = read(by, *messages(["DeWit_JW301_kaya"]))
    with pytest.raises(WrongStageError):
        same_as(by=by, at=NOW, batch_id=batch.pk, proposal_id=one(batch).pk, household_id=household)
    assert one(batch).outcome == Outcome.NEW


def test_the_page_asks_and_keeps_what_was_ticked(client: Client) -> None:
    by = case_lead()
    client.force_login(by)
    brought_in(by, by_hand())
    home = Household.objects.get().pk
    batch = read(by, *messages(["DeWit_JW301_kaya", "JW301_twee_producten"]))
    row = Proposal.objects.exclude(lookalikes=[]).get(batch=batch)
    other = Proposal.objects.exclude(pk=row.pk).get(batch=batch)
    page = client.get(reverse("exchange:preview", args=[batch.pk])).content.decode()
    assert "Is dit hetzelfde gezin als Gezin bij de kerk?" in page
    sent = {"same": f"{row.pk}:{home}", "shown": [row.pk, other.pk], "take": [row.pk]}
    page = client.post(reverse("exchange:same-as", args=[batch.pk]), sent, follow=True).content.decode()
    assert "U koos: dit is Gezin bij de kerk." in page
    other.refresh_from_db()
    assert not other.taken
    wrong = client.post(reverse("exchange:same-as", args=[batch.pk]), {"same": "x"})
    assert wrong.status_code == 302
    assert client.post(reverse("exchange:same-as", args=[uuid4()]), sent).status_code == 404
    assert Membership.objects.filter(user=by).count() == 1
