"""Rules beyond the schema: one change to a good message, and the rule that must speak."""

import csv

import pytest

from samenspel.exchange.rules.ijw_rules import RULES
from samenspel.exchange.rules.ijw_tables import DATA
from samenspel.exchange.tests.ijw_messages import accepted, refused

END = "<jw301:Einddatum>2026-08-09</jw301:Einddatum>"
EXTENT = (
    "<jw301:Omvang>\n          <ijw:Volume>7</ijw:Volume>\n          <ijw:Eenheid>14</ijw:Eenheid>\n"
    "          <ijw:Frequentie>2</ijw:Frequentie>\n        </jw301:Omvang>"
)
BUDGET = "<jw301:Budget>1000</jw301:Budget>"
PRODUCT = (
    "<jw301:Product>\n          <ijw:Categorie>44</ijw:Categorie>\n          <ijw:Code>44A12</ijw:Code>\n"
    "        </jw301:Product>"
)
EARLIER = "<ijw:VorigReferentieNummer>P0000</ijw:VorigReferentieNummer>"
TARIFF = "<wmo323:ProductTarief>1</wmo323:ProductTarief>"


@pytest.mark.parametrize(
    ("name", "change", "code"),
    [
        ("JW301_zus_verblijf", (END, f"{END}<jw301:RedenWijziging>13</jw301:RedenWijziging>"), "CS335"),
        ("JW301_zus_verblijf", ("<ijw:Frequentie>2<", "<ijw:Frequentie>1<"), "CS338"),
        ("JW301_zus_verblijf", (EXTENT, ""), "CD041"),
        ("JW301_zus_verblijf", (EXTENT, f"{EXTENT}{BUDGET}"), "CD077"),
        ("JW301_zus_verblijf", (END, ""), "CD076"),
        ("JW301_zus_verblijf", ("<ijw:Code>44A12</ijw:Code>", ""), "CD080"),
        ("JW301_zus_verblijf", ("2512XX", "251XX"), "CS089"),
        (
            "JW315_verzoek",
            ("<jw315:Product>", "<jw315:BeschikkingNummer>1</jw315:BeschikkingNummer><jw315:Product>"),
            "CD043",
        ),
        ("JW319_in_onderzoek", (">2</jw319:VerzoekAntwoord>", ">1</jw319:VerzoekAntwoord>"), "CD085"),
        (
            "JW323_februari",
            (">2026-02-28</ijw:Einddatum>\n    </jw323", ">2026-03-28</ijw:Einddatum>\n    </jw323"),
            "CS340",
        ),
        ("JW323_februari", ("2026-02-05</ijw:Begindatum>", "2026-01-05</ijw:Begindatum>"), "CS337"),
        (
            "JW323_februari",
            (">P0001</ijw:ReferentieNummer>", f">P0001</ijw:ReferentieNummer>{EARLIER}"),
            "CD060",
        ),
        ("DeWit_WMO323_februari", ("</wmo323:Eenheid>", f"</wmo323:Eenheid>{TARIFF}"), "CD087"),
        ("DeWit_JW319_kaya_afgewezen", ("Antwoord>1<", "Antwoord>2<"), "CD085"),
        ("JW323_februari", ("<jw323:ProductTarief>165</jw323:ProductTarief>", ""), "CD087"),
        ("JW323_februari", (">165<", ">200<"), "TR346"),
        ("WMO323_februari", (">118<", ">119<"), "TR346"),
        ("DeWit_WMO323_februari", ("GeleverdVolume>400000<", "GeleverdVolume>400001<"), "CS339"),
        (
            "JW323_correctie_credit",
            ("<ijw:VorigReferentieNummer>P0001</ijw:VorigReferentieNummer>", ""),
            "CD060",
        ),
    ],
)
def test_a_doubt_is_a_question_and_the_message_counts(name: str, change: tuple[str, str], code: str) -> None:
    message = accepted(name, change)
    assert code in [finding.code for finding in message.questions]
    assert message.facts


@pytest.mark.parametrize(
    ("name", "change", "code"),
    [
        ("JW301_zus_verblijf", ("2026-08-09", "2026-02-09"), "CS003"),
        ("JW305_start", ("Aanlevering>1<", "Aanlevering>2<"), "CS058"),
        ("JW307_stop_in_overleg", ("Aanlevering>1<", "Aanlevering>9<"), "CS058"),
        ("JW307_stop_in_overleg", ("2026-04-17", "2026-02-04"), "CS003"),
        ("JW315_verzoek", ("2026-07-31", "2026-01-31"), "CS003"),
        ("JW317_wijziging", ("2026-10-31", "2026-04-30"), "CS003"),
        ("JW323_februari", (">P0002<", ">P0001<"), "TR314"),
        ("JW323_februari", (">79200<", ">79201<"), "TOTAAL"),
    ],
)
def test_what_cannot_be_trusted_refuses_the_message(name: str, change: tuple[str, str], code: str) -> None:
    assert code in [finding.code for finding in refused(name, change).findings]


def test_a_budget_needs_an_end_and_a_product_or_budget_is_needed() -> None:
    open_budget = accepted(
        "JW301_zus_verblijf", (EXTENT, BUDGET), (END, ""), ("<ijw:Code>44A12</ijw:Code>", "")
    )
    assert [finding.code for finding in open_budget.questions] == ["CD075"]
    empty = accepted("JW301_zus_verblijf", (EXTENT, ""), (PRODUCT, ""))
    assert [finding.code for finding in empty.questions] == ["CD079"]


def test_an_early_period_and_a_zero_credit_are_questions() -> None:
    early = accepted("JW323_februari", ("2026-02-", "2020-02-"))
    assert {finding.code for finding in early.questions} >= {"CS100"}
    zero = accepted("DeWit_WMO323_februari", (">400000<", ">0<"), (">D<", ">C<"))
    assert [finding.code for finding in zero.questions].count("CS325") == 2


def test_amounts_and_days_are_written_as_people_write_them() -> None:
    early = refused("JW301_zus_verblijf", ("2026-08-09", "2026-02-09")).findings[0].text
    assert early.nl.startswith("De einddatum 9 februari 2026 ligt voor de begindatum ")
    (total,) = [
        one.text for one in refused("JW323_februari", (">79200<", ">79201<")).findings if one.code == "TOTAAL"
    ]
    assert ("€\u00a0" in total.nl, "," in total.nl, "cent" in f"{total}") == (True, True, False)


def test_a_foreign_postcode_is_fine() -> None:
    abroad = accepted("JW301_zus_verblijf", ("2512XX", "9000"), ("<ijw:LandCode>NL<", "<ijw:LandCode>BE<"))
    assert abroad.questions == ()


def test_a_sound_removal_and_an_answer_with_reason_are_silent() -> None:
    for name in ("DeWit_JW301_kaya_ingetrokken", "DeWit_JW319_kaya_afgewezen", "JW319_in_onderzoek"):
        assert accepted(name).questions == ()


def test_every_question_says_what_to_do_in_both_languages() -> None:
    questions = accepted("JW301_zus_verblijf", (EXTENT, ""), ("2512XX", "251XX")).questions
    assert questions
    for finding in questions:
        assert finding.text.nl.endswith((".", "?"))
        assert finding.text.en.endswith((".", "?"))
        assert finding.path.startswith("Client/")


def test_every_rule_code_is_one_of_the_standard_or_our_own() -> None:
    with (DATA / "rules_3.2_selected.csv").open(encoding="utf-8", newline="") as file:
        listed = {row["code"] for row in csv.DictReader(file)}
    assert {rule.code for rule in RULES} - listed == {"TOTAAL", "TR346"}
