"""A message is accepted whole with its facts, or refused whole with findings that say what to do."""

import json
from datetime import date, time

import pytest

from rekenmodel.values import Law
from samenspel.exchange.rules.ijw_facts import AssignmentFact, ClientFact, DeclarationFact, Extent, Product
from samenspel.exchange.rules.ijw_findings import MAX_FINDINGS, Findings, Severity
from samenspel.exchange.rules.ijw_json import from_json, to_json
from samenspel.exchange.rules.ijw_reader import Message, read_message
from samenspel.exchange.rules.ijw_tables import schemas
from samenspel.exchange.tests.ijw_messages import SAMPLES, VALID, accepted, refused, sample


@pytest.mark.parametrize("name", VALID)
def test_every_sample_is_accepted_and_survives_json(name: str) -> None:
    message = accepted(name)
    assert message.facts
    assert [from_json(json.loads(json.dumps(to_json(fact)))) for fact in message.facts] == list(message.facts)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("JW301_bsn_elfproef_en_einddatum_voor_ingang", [("CS002", 19), ("CS003", 74)]),
        ("JW323_eenheid_onbekend", [("XSD", 64)]),
        ("JW323_totaal_klopt_niet", [("TOTAAL", 18)]),
        ("JW323_verkeerde_berichtcode", [("XSD", 4)]),
    ],
)
def test_invalid_samples_are_refused_with_rule_and_line(name: str, found: list[tuple[str, int]]) -> None:
    result = read_message((SAMPLES / "invalid" / f"{name}.xml").read_bytes(), name)
    assert isinstance(result, Findings)
    assert [(finding.code, finding.line) for finding in result.findings] == found


def test_an_assignment_becomes_facts() -> None:
    client, first, _ = accepted("JW301_twee_producten").facts
    assert isinstance(client, ClientFact)
    assert isinstance(first, AssignmentFact)
    assert client.name.shown == "Sami Lindeman"
    assert [(one.kind, one.name.shown) for one in client.relations] == [("10", "Farah Lindeman")]
    assert (client.addresses[0].postcode, client.addresses[0].house_number) == ("2512XX", 14)
    assert (first.number, first.product) == (500101, Product(category="45", code="45A65"))
    assert first.extent == Extent(volume=120, unit="01", frequency="2")
    assert (first.assigned_on, first.assigned_at) == (date(2026, 1, 20), time(9, 15))
    assert (first.origin.municipality, first.origin.provider) == ("0518", "42420011")
    assert first.origin.law is Law.JEUGDWET


def test_a_credit_is_negative_and_names_what_it_corrects() -> None:
    lines = [fact for fact in accepted("JW323_correctie_credit").facts if isinstance(fact, DeclarationFact)]
    assert [(line.reference, line.corrects, line.amount_cents) for line in lines] == [
        ("P0003", "P0001", -79200),
        ("P0004", None, 69300),
        ("P0005", None, 84150),
    ]


def test_an_unknown_birth_date_is_unknown() -> None:
    change = ("</ijw:Datum>", "</ijw:Datum><ijw:DatumGebruik>3</ijw:DatumGebruik>")
    client = accepted("JW305_start", change).facts[0]
    assert isinstance(client, ClientFact)
    assert client.birth_date is None


def test_a_return_message_is_accepted_without_facts() -> None:
    message = read_message(sample("JW301_zus_verblijf", ("jw301", "jw302")), "retour.xml")
    assert isinstance(message, Message)
    assert (message.message_type, message.facts, message.origin) == ("JW302", (), None)
    assert [finding.severity for finding in message.questions] == [Severity.QUESTION]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [("3_2", "3_1", "release 3.1"), ("jw305", "jw321", "JW321"), ("istandaarden", "anders", "geen iJw-")],
)
def test_other_files_are_refused_with_the_reason(old: str, new: str, words: str) -> None:
    findings = refused("JW305_start", (old, new)).findings
    assert len(findings) == 1
    assert words in findings[0].text.nl


def test_a_refused_file_says_its_name_and_hash() -> None:
    findings = read_message(b"<a>", "kapot.xml")
    assert isinstance(findings, Findings)
    assert (findings.file, findings.findings[0].file, findings.findings[0].line) == (
        "kapot.xml",
        "kapot.xml",
        1,
    )
    assert len(findings.sha256) == 64


def test_findings_stop_at_a_limit() -> None:
    assert (
        len(refused("JW305_start", ("<jw305:Geslacht>", "<jw305:X/>" * 99 + "<jw305:Geslacht>")).findings)
        == MAX_FINDINGS
    )


def test_both_standards_know_the_eight_messages() -> None:
    forward = {"301", "305", "307", "315", "317", "319", "323", "325"}
    for law in (Law.JEUGDWET, Law.WMO):
        assert forward <= {schema.number for schema in schemas().values() if schema.law is law}
