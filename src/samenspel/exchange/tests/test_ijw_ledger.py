"""Facts settled into help: what is assigned, given, asked, declared, granted, and what does not fit."""

from datetime import date

import pytest

from rekenmodel.values import Law
from samenspel.exchange.rules.ijw_asked import AskStatus
from samenspel.exchange.rules.ijw_declared import Verdict
from samenspel.exchange.rules.ijw_ledger import AssignedHelp, Ledger, settle
from samenspel.exchange.tests.ijw_messages import DE_WIT, LINDEMAN, accepted, facts

KAYA = "jeugdwet:0344:610001"


def help_of(ledger: Ledger, key: str) -> AssignedHelp:
    return next(one for one in ledger.helps if one.key == key)


def codes(ledger: Ledger) -> list[str]:
    return sorted(finding.code for finding in ledger.findings)


def test_the_first_family_becomes_five_lines_of_help() -> None:
    ledger = settle(facts(*LINDEMAN))
    assert [one.key for one in ledger.helps] == [
        "jeugdwet:0518:500101",
        "jeugdwet:0518:500102",
        "jeugdwet:0518:500103",
        "wmo:0518:700201",
        "wmo:0518:700202",
    ]
    mother = help_of(ledger, "wmo:0518:700201")
    assert (mother.law, mother.municipality, mother.provider) == (Law.WMO, "0518", "73730033")
    stopped = help_of(ledger, "jeugdwet:0518:500102")
    assert (stopped.started_on, stopped.stopped_on) == (date(2026, 2, 5), date(2026, 4, 17))
    assert stopped.stop_label == "Voortijdig afgesloten, in overleg"
    waiting = help_of(ledger, "jeugdwet:0518:500103")
    assert waiting.waiting_since == date(2026, 1, 20)
    assert codes(ledger) == ["TR069", "TR069"]


def test_credits_and_answers_make_the_sums() -> None:
    one = help_of(settle(facts(*LINDEMAN)), "jeugdwet:0518:500101")
    assert one.cents() == 79200 - 79200 + 69300 + 84150
    assert (one.cents(Verdict.GRANTED), one.cents(Verdict.OPEN), one.cents(Verdict.REJECTED)) == (
        79200,
        74250,
        0,
    )
    assert one.expected.cents == 511971
    assert one.expected.why.nl == "120 x Minuut x 25,86 weken x € 1,65."


def test_a_pause_and_a_restart_make_two_periods_and_a_removed_start_none() -> None:
    one = help_of(settle(facts(*DE_WIT)), KAYA)
    assert [(period.began, period.ended, period.temporary) for period in one.periods] == [
        (date(2026, 1, 19), date(2026, 4, 3), True),
        (date(2026, 5, 18), None, False),
    ]
    assert (one.stopped_on, one.paused_on) == (None, None)


def test_a_pause_without_restart_is_a_pause() -> None:
    one = help_of(
        settle(facts("DeWit_JW301_kaya", "DeWit_JW305_kaya_start", "DeWit_JW307_kaya_tijdelijk")), KAYA
    )
    assert (one.stopped_on, one.paused_on) == (None, date(2026, 4, 3))
    assert one.stop_label == "Levering is tijdelijk beëindigd"


def test_the_newest_assignment_counts_and_a_withdrawn_one_costs_nothing() -> None:
    ledger = settle(facts(*DE_WIT))
    assert help_of(ledger, KAYA).assignment.end == date(2026, 12, 31)
    assert [version.end for version in help_of(ledger, KAYA).versions] == [
        date(2026, 6, 30),
        date(2026, 12, 31),
    ]
    withdrawn = help_of(ledger, "jeugdwet:0344:610002")
    assert withdrawn.withdrawn
    assert (withdrawn.expected.cents, withdrawn.waiting_since) == (0, None)


def test_requests_wait_are_rejected_or_granted() -> None:
    asked = {one.reference: one for one in settle(facts(*DE_WIT, *LINDEMAN)).asked}
    assert asked["REFDW01"].status is AskStatus.REJECTED
    assert (asked["REFDW01"].rejection, asked["REFDW01"].waiting_since) == ("Geen contract", None)
    assert asked["REFDW02"].status is AskStatus.UNDER_INVESTIGATION
    assert asked["REFDW02"].waiting_since == date(2026, 3, 2)
    assert asked["REFSAMI001"].granted_by == ("jeugdwet:0518:500101",)
    assert asked["REFSAMI002"].status is AskStatus.REQUESTED
    assert asked["REFSAMI002"].number == 500101


def test_granted_help_that_has_not_started_waits_since_the_request() -> None:
    ledger = settle(facts("JW315_verzoek", "JW301_twee_producten"))
    assert help_of(ledger, "jeugdwet:0518:500101").waiting_since == date(2026, 1, 8)


def test_an_answer_rejects_lines_by_name_or_the_whole_file() -> None:
    ledger = settle(facts(*DE_WIT))
    lines = {line.fact.reference: line for line in help_of(ledger, KAYA).lines}
    assert (lines["K0002"].verdict, lines["K0002"].codes) == (Verdict.REJECTED, ("8017",))
    assert lines["K0003"].verdict is Verdict.GRANTED
    assert lines["K0001"].verdict is Verdict.OPEN
    father = help_of(ledger, "wmo:0344:720001")
    assert (father.cents(Verdict.REJECTED), father.lines[0].codes) == (400000, ("0001",))


def test_a_start_without_number_finds_its_assignment() -> None:
    father = help_of(settle(facts(*DE_WIT)), "wmo:0344:720001")
    assert father.started_on == date(2026, 2, 2)
    assert father.expected.cents == 400000 * 12


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["JW305_start"], ["TR019"]),
        (["JW307_stop_in_overleg"], ["TR019"]),
        (["JW323_februari"], ["TR338", "TR338"]),
        (["JW319_in_onderzoek"], ["TR379"]),
        (["DeWit_JW301_kaya", "DeWit_JW323_februari_credit_te_hoog"], ["8017"]),
        (["DeWit_JW301_kaya", "DeWit_JW323_januari", "DeWit_JW323_februari_credit_te_hoog"], ["CREDIT"]),
        (["DeWit_JW301_kaya", "DeWit_JW305_kaya_start", "DeWit_JW305_kaya_hervat"], ["TR326"]),
        (["DeWit_JW301_kaya", "DeWit_JW305_kaya_hervat_weg"], ["TR063"]),
    ],
)
def test_what_is_missing_beside_a_message_is_asked(names: list[str], found: list[str]) -> None:
    assert codes(settle(facts(*names))) == found


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (">45</jw323:ProductCategorie>", ">43</jw323:ProductCategorie>", "TR339"),
        (">45A65<", ">45A66<", "TR340"),
        (">01</jw323:Eenheid>", ">84</jw323:Eenheid>", "TR341"),
        (">480</jw323:GeleverdVolume>", ">4800</jw323:GeleverdVolume>", "TR321"),
        (">2026-02-03</ijw:Begindatum>", ">2026-01-03</ijw:Begindatum>", "TR307"),
        (">999900043<", ">999900080<", "8187"),
    ],
)
def test_a_line_must_fit_its_assignment(old: str, new: str, code: str) -> None:
    line = accepted("JW323_februari", (old, new)).facts
    assert code in codes(settle([*facts("JW301_twee_producten"), *line]))


def test_declaring_on_a_removed_assignment_or_over_budget_is_asked() -> None:
    crisis = (("610001", "610002"), ("45A04", "46A01"), (">45<", ">46<"))
    line = accepted("DeWit_JW323_januari", *crisis).facts
    removed = settle([*facts("DeWit_JW301_kaya_ingetrokken"), *line])
    assert codes(removed) == ["TR384"]
    dear = accepted("DeWit_JW323_januari", *crisis, (">36000<", ">536000<")).facts
    assert "TR369" in codes(settle([*facts("DeWit_JW301_kaya"), *dear]))


def test_one_number_for_two_clients_is_asked() -> None:
    other = accepted("DeWit_JW301_mees", ("610010", "610001")).facts
    assert "TR332" in codes(settle([*facts("DeWit_JW301_kaya"), *other]))


def test_another_message_with_the_same_identification_does_not_count() -> None:
    other = accepted("JW305_start", ("2026-02-03", "2026-02-04")).facts
    ledger = settle([*facts("JW301_twee_producten", "JW305_start"), *other])
    assert codes(ledger) == ["TR056"]
    assert help_of(ledger, "jeugdwet:0518:500101").started_on == date(2026, 2, 3)


def test_the_same_message_saved_differently_is_no_conflict() -> None:
    again = accepted("JW305_start", ("<jw305:Client>", "<jw305:Client>\n\n")).facts
    assert codes(settle([*facts("JW301_twee_producten", "JW305_start"), *again])) == []


def test_a_repeated_start_and_a_repeated_line_count_once() -> None:
    start = accepted("JW305_start", ("STA260203A", "STA260203Z")).facts
    line = accepted("JW323_februari", ("DEC260305A", "DEC260305Z")).facts
    ledger = settle([*facts("JW301_twee_producten", "JW305_start", "JW323_februari"), *start, *line])
    assert codes(ledger) == ["TR074", "TR314", "TR314"]
    assert help_of(ledger, "jeugdwet:0518:500101").cents() == 79200


def test_a_rejected_line_may_be_declared_again() -> None:
    again = accepted("DeWit_WMO323_februari", ("DECDW03", "DECDW04"), ("2026-03-03", "2026-03-20")).facts
    father = help_of(settle([*facts(*DE_WIT), *again]), "wmo:0344:720001")
    assert [(line.verdict, line.fact.amount_cents) for line in father.lines] == [(Verdict.OPEN, 400000)]


def test_a_granted_sum_that_does_not_add_up_is_asked() -> None:
    answer = accepted("JW325_volledig", ("182050", "182051")).facts
    assert "TOEGEKEND" in codes(settle([*facts("JW301_twee_producten", "JW323_februari"), *answer]))


def test_a_later_stop_for_good_explains_the_pause() -> None:
    final = accepted(
        "DeWit_JW307_kaya_tijdelijk", ("STODW01", "STODW02"), (">20<", ">32<"), ("2026-04-03", "2026-05-01")
    ).facts
    names = ("DeWit_JW301_kaya", "DeWit_JW305_kaya_start", "DeWit_JW307_kaya_tijdelijk")
    one = help_of(settle([*facts(*names), *final]), KAYA)
    assert (one.stopped_on, one.stop_label) == (date(2026, 4, 3), "Voortijdig afgesloten, door cliënt")


def test_people_who_differ_between_messages_are_asked() -> None:
    other = accepted(
        "JW305_start", ("2013-05-17", "2013-05-18"), ("Lindeman", "Linde"), ("Geslacht>1", "Geslacht>2")
    )
    ledger = settle([*facts("JW301_twee_producten"), *other.facts])
    assert codes(ledger) == ["PERSOON"] * 3
    assert ledger.clients[0].name.family_name == "Lindeman"


def test_a_request_with_a_used_reference_and_a_double_investigation_are_asked() -> None:
    again = accepted("JW315_verzoek", ("VOT260108A", "VOT260109A")).facts
    twice = accepted("JW319_in_onderzoek", ("ANT260112A", "ANT260113A")).facts
    ledger = settle([*facts("JW315_verzoek", "JW319_in_onderzoek"), *again, *twice])
    assert codes(ledger) == ["TR347", "TR360"]
    assert len(ledger.asked) == 1


def test_two_credits_for_one_line_are_asked() -> None:
    again = accepted(
        "JW323_correctie_credit", ("DEC260407A", "DEC260408A"), ("P0003", "P0013"), ("P0004", "P0014")
    )
    names = ("JW301_twee_producten", "JW323_februari", "JW323_correctie_credit")
    assert "9390" in codes(settle([*facts(*names), *again.facts]))


def test_an_answer_that_grants_nothing_rejects_every_line() -> None:
    nothing = (
        ("ToegekendBedrag>\n      <ijw:TotaalBedrag>182050", "ToegekendBedrag>\n      <ijw:TotaalBedrag>0"),
        (">8001<", ">9333<"),
    )
    ledger = settle(
        [*facts("JW301_twee_producten", "JW323_februari"), *accepted("JW325_volledig", *nothing).facts]
    )
    one = help_of(ledger, "jeugdwet:0518:500101")
    assert (one.cents(Verdict.REJECTED), one.lines[0].codes) == (79200, ("9333",))
    assert one.expected.cents is None


def test_a_start_must_fit_the_client_and_the_assignment() -> None:
    assignment = facts("JW301_twee_producten")
    other_client = accepted("JW305_start", ("999900043", "999900080")).facts
    assert codes(settle([*assignment, *other_client])) == ["TR019"]
    unnumbered = ("<jw305:ToewijzingNummer>500101</jw305:ToewijzingNummer>", "")
    other_day = accepted("JW305_start", unnumbered, ("2026-02-01", "2026-02-02")).facts
    assert codes(settle([*assignment, *other_day])) == ["TR019"]
    found = accepted("JW305_start", unnumbered).facts
    assert help_of(settle([*assignment, *found]), "jeugdwet:0518:500101").started_on == date(2026, 2, 3)


def test_loose_facts_wait_for_their_assignment() -> None:
    assert len(settle(facts("JW305_start", "JW323_februari")).loose) == 3
    assert settle(facts("JW305_start", "JW323_februari", "JW301_twee_producten")).loose == ()
