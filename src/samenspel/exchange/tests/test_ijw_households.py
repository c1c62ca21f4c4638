"""Proposed households: shared address, family relations, shared parents; and who stands beside them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from samenspel.exchange.rules.ijw_clients import Client
from samenspel.exchange.rules.ijw_households import MOST_TOGETHER, households
from samenspel.exchange.rules.ijw_ledger import settle
from samenspel.exchange.tests.ijw_messages import DE_WIT, LINDEMAN, VALID, facts

CLIENTS = settle(facts(*VALID)).clients


def family(*names: str) -> list[Client]:
    return list(settle(facts(*names)).clients)


def test_two_families_stay_two_households() -> None:
    assert [[one.name.first_names for one in home.members] for home in households(CLIENTS)] == [
        ["Sami", "Noor", "Farah"],
        ["Kaya", "Mees", "Joris"],
    ]


def test_a_parent_who_is_a_client_is_a_link_and_not_a_second_person() -> None:
    home = households(family(*LINDEMAN))[0]
    assert home.people == ()
    assert [(link.client, link.other, link.label) for link in home.links] == [
        ("999900043", "999900122", "Ouder"),
        ("999900080", "999900122", "Ouder"),
    ]


def test_named_people_stand_beside_the_household_with_their_label() -> None:
    people = {one.name.shown: one for one in households(family(*DE_WIT))[0].people}
    assert [named.label for named in people["Selin Demir"].named] == ["Ouder", "Ouder"]
    assert (people["Selin Demir"].lives_here, people["Selin Demir"].family) == (True, True)
    assert (people["Ayla Demir"].lives_here, people["Ayla Demir"].family) == (False, True)
    assert (people["Bram Holt"].lives_here, people["Bram Holt"].family) == (False, False)


def test_without_addresses_a_shared_parent_keeps_brother_and_sister_together() -> None:
    clients = [replace(client, addresses=()) for client in family(*DE_WIT)]
    homes = households(clients)
    assert [[one.name.first_names for one in home.members] for home in homes] == [["Kaya", "Mees"], ["Joris"]]
    assert "Selin Demir" in homes[0].grounds[0].nl


def test_a_correspondence_address_joins_nobody() -> None:
    clients = [
        replace(one, relations=(), addresses=tuple(replace(place, kind="02") for place in one.addresses))
        for one in family(*DE_WIT)
    ]
    assert len(households(clients)) == 3


def test_an_institution_is_no_household() -> None:
    one = replace(family(*DE_WIT)[0], relations=())
    crowd = [replace(one, bsn=f"{number:09d}") for number in range(MOST_TOGETHER + 1)]
    assert len(households(crowd)) == len(crowd)
    assert len(households(crowd[1:])) == 1


def test_a_relative_elsewhere_joins_no_households() -> None:
    kaya, _, joris = family(*DE_WIT)
    granny = next(one for one in kaya.relations if one.kind == "17")
    other = replace(joris, name=granny.name, addresses=(granny.address,) if granny.address else ())
    homes = households([replace(kaya, relations=(granny,)), other])
    assert len(homes) == 2


@given(st.permutations(CLIENTS))
def test_the_order_of_clients_does_not_matter(clients: list[Client]) -> None:
    assert households(clients) == households(CLIENTS)


def test_a_birth_date_tells_people_with_one_name_apart() -> None:
    kaya, _, joris = family(*DE_WIT)
    mother = next(one for one in kaya.relations if one.kind == "10")
    same_name = replace(joris, name=mother.name, addresses=())
    apart = households([replace(kaya, relations=(mother,)), same_name])
    assert len(apart) == 2
    together = households([kaya, replace(same_name, birth_date=mother.birth_date)])
    assert [link.kind for link in together[0].links] == ["10"]
