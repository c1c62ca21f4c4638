"""The pure part of bringing in: from facts to a household, comparing, fitting the directory, notices."""

from hashlib import sha256

from rekenmodel.costs import Period, Unit
from rekenmodel.values import Text
from samenspel.exchange.rules.comparison import compare, merged
from samenspel.exchange.rules.directory_fit import Directory, fit
from samenspel.exchange.rules.from_messages import FromMessages, from_messages, household_files
from samenspel.exchange.rules.ijw_facts import Fact
from samenspel.exchange.rules.ijw_findings import Severity
from samenspel.exchange.rules.ijw_json import to_json
from samenspel.exchange.rules.message_links import without_bsn
from samenspel.exchange.rules.notices import Notice, grouped, question, refusal
from samenspel.exchange.tests.ijw_messages import DE_WIT, LINDEMAN, facts
from samenspel.households.rules.faults import faults_of_file
from samenspel.households.rules.record import Help
from samenspel.households.tests.cast import FULL
from samenspel.network.rules import Organisation, Professional

NOWHERE = Text("", "")


def digest(bsn: str) -> str:
    return sha256(bsn.encode()).hexdigest()


def hidden(*names: str) -> list[Fact]:
    return [without_bsn(fact, digest) for fact in facts(*names)]


def home(*names: str) -> FromMessages:
    (only,) = household_files(facts(*names), digest)
    return only


def line(found: FromMessages, key: str) -> Help:
    return next(row for row in found.file.help if row.key == key)


def test_two_families_are_two_files_without_faults() -> None:
    found = household_files(facts(*DE_WIT, *LINDEMAN), digest)
    assert sorted(one.file.name for one in found) == ["Gezin De Wit", "Gezin Lindeman"]
    assert [faults_of_file(one.file) for one in found] == [[], []]


def test_no_fact_keeps_a_bsn() -> None:
    kept = facts(*DE_WIT, *LINDEMAN)
    assert "99990" in str([to_json(fact) for fact in kept])
    assert "99990" not in str([to_json(without_bsn(fact, digest)) for fact in kept])


def test_people_around_a_client_become_persons_and_supporters() -> None:
    file = home(*DE_WIT).file
    assert {person.name for person in file.persons} >= {
        "Kaya de Wit",
        "Mees de Wit",
        "Joris de Wit",
        "Selin Demir",
    }
    assert [(one.name, one.relation) for one in file.supporters] == [("Bram Holt", "buur")]
    parents = {(one.person, one.other) for one in file.relations if one.kind == "parent"}
    assert parents == {("selin", "kaya"), ("selin", "mees")}


def test_a_tariff_per_hour_and_an_extent_in_minutes_meet() -> None:
    row = line(home(*LINDEMAN), "wmo-0518-700201")
    assert (row.unit, row.per, row.price_cents) == (Unit.MINUTE, Period.WEEK, 118)
    assert (row.price_source, row.price_year) == ("tarief in de declaraties", 2026)


def test_help_that_did_not_start_waits() -> None:
    row = line(home(*LINDEMAN), "jw-0518-500103")
    assert (row.since, str(row.waiting_since), row.stopped_unfinished) == (None, "2026-01-20", False)


def test_euros_per_month_need_no_price() -> None:
    row = line(home(*DE_WIT), "wmo-0344-720001")
    assert (str(row.quantity), row.unit, row.per, row.price_cents) == ("4000", Unit.EURO, Period.MONTH, None)


def test_the_guess_is_asked_about_once_per_line() -> None:
    found = home("DeWit_JW301_kaya")
    asked = [notice.where.en for notice in found.notices if notice.text.en.startswith("We chose ourselves")]
    assert asked == [
        "Jeugdhulp thuis of in de buurt: parenting and family, development and school",
        "Hulp in een crisis: safety at home",
    ]


def test_bills_without_a_start_give_a_start_and_a_question() -> None:
    found = home("DeWit_JW301_kaya", "DeWit_JW323_januari")
    assert str(line(found, "jw-0344-610001").since) == "2026-01-19"
    assert any("meldde geen start" in notice.text.nl for notice in found.notices)


def test_help_that_paused_is_shown_as_stopped_and_asked_about() -> None:
    found = home("DeWit_JW301_kaya", "DeWit_JW305_kaya_start", "DeWit_JW307_kaya_tijdelijk")
    row = line(found, "jw-0344-610001")
    assert (row.until is None, row.stop_reason) == (False, "Levering is tijdelijk beëindigd")
    assert any("tijdelijk gestopt" in notice.text.nl for notice in found.notices)


def test_the_network_own_organisation_is_used() -> None:
    known = Organisation(key="de-brug", name="De Brug", agb="31310044")
    found = from_messages(hidden("DeWit_JW301_kaya"), providers={"31310044": known})
    assert (found.file.organisations, found.file.help[0].organisation) == ((known,), "de-brug")


def test_what_stood_there_already_is_not_written_again() -> None:
    old = hidden("DeWit_JW301_kaya", "DeWit_JW305_kaya_start")
    first = from_messages(old)
    again = from_messages(old, earlier=old, before=first.file, known=first.persons)
    assert (again.file.help, again.file.declarations, again.file.persons, again.gone) == ((), (), (), ())


def test_a_line_that_people_removed_stays_away_until_a_message_about_it() -> None:
    old = hidden("DeWit_JW301_kaya", "DeWit_JW305_kaya_start")
    first = from_messages(old)
    before = first.file.model_copy(update={"help": first.file.help[1:]})
    same = from_messages(old, earlier=old, before=before, known=first.persons)
    assert same.file.help == ()
    more = [*old, *hidden("DeWit_JW301_kaya_verlengd")]
    later = from_messages(more, earlier=old, before=before, known=first.persons)
    assert first.file.help[0].key in {row.key for row in later.file.help}


def test_comparing_counts_what_is_added_changed_gone_and_the_same() -> None:
    goals = tuple(goal.model_copy(update={"title": "Anders"}) for goal in FULL.goals)
    other = FULL.model_copy(update={"goals": goals})
    found = compare(FULL, other, [("problems", "huur"), ("problems", "onbekend")])
    assert (found.added, found.changed, found.gone, found.changes_nothing) == (0, 1, 1, False)
    assert compare(FULL, FULL).changes_nothing
    assert compare(None, FULL).added == found.same + 1


def test_merging_keeps_what_the_file_does_not_name() -> None:
    file = FULL.model_copy(update={"goals": (), "problems": ()})
    whole = merged(FULL, file, [("problems", "huur")])
    assert (whole.goals, whole.problems) == (FULL.goals, ())


def test_the_same_name_is_the_same_organisation_and_professional() -> None:
    known = Directory(
        [Organisation(key="haven", name="de haven")],
        [],
        [Professional(key="jb", name="Jo Berg", organisation="haven")],
    )
    file, notices = fit(FULL, known)
    assert (file.help[0].organisation, file.help[0].professional, notices) == ("haven", "jb", [])
    assert next(lead for lead in file.leads if lead.key == "casus").deputy == "jb"
    assert faults_of_file(file) == []


def test_a_key_that_means_somebody_else_is_asked_about() -> None:
    known = Directory([Organisation(key="de-haven", name="Haven Rotterdam")], [], [])
    _, notices = fit(FULL, known)
    assert notices[0].text.en.startswith("The network knows this as 'Haven Rotterdam'.")


def test_equal_notices_are_said_once_errors_first() -> None:
    places = [Text(f"rij {row}", f"row {row}") for row in range(7)]
    ask = Text("Klopt dit?", "Is this right?")
    groups = grouped([*(question(place, ask) for place in places), refusal("x", Text("Fout", "Wrong"))])
    assert [(group.text.en, len(group.places), group.more) for group in groups] == [
        ("Wrong", 1, 0),
        ("Is this right?", 5, 2),
    ]


def test_a_notice_goes_through_json() -> None:
    notice = Notice(Severity.ERROR, Text("a", "b"), NOWHERE)
    assert Notice.from_json(notice.to_json()) == notice
