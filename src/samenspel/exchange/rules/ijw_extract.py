"""From a checked message to facts. Only called on a message without errors."""

from collections.abc import Callable, Iterator
from datetime import date, time

from samenspel.exchange.rules.ijw_facts import (
    Address,
    AnsweredLine,
    AnswerFact,
    AssignmentFact,
    ChangeRequestFact,
    ClientFact,
    DeclarationAnswerFact,
    DeclarationFact,
    Extent,
    Fact,
    Origin,
    PersonName,
    Product,
    Relation,
    RequestFact,
    StartFact,
    StopFact,
    Wish,
)
from samenspel.exchange.rules.ijw_tables import Schema
from samenspel.exchange.rules.ijw_xml import Node

UNKNOWN_DATE = "3"
"""DatumGebruik 3: day, month and year of birth are all unknown."""


def origin_of(root: Node, schema: Schema, sha256: str) -> Origin:
    """Return who sent what to whom, and when."""
    return Origin(
        message_type=schema.message_type,
        law=schema.law,
        sender=_text(root, "Header/Afzender"),
        receiver=_text(root, "Header/Ontvanger"),
        identification=_text(root, "Header/BerichtIdentificatie/Identificatie"),
        dated=_day(root, "Header/BerichtIdentificatie/Dagtekening"),
        sha256=sha256,
    )


def facts_of(root: Node, schema: Schema, origin: Origin) -> tuple[Fact, ...]:
    """Return everything the message says, in the order of the message."""
    return tuple(EXTRACTORS[schema.number](root, origin))


def _text(node: Node, path: str) -> str:
    return node.value(path) or ""


def _day(node: Node, path: str) -> date:
    return date.fromisoformat(_text(node, path))


def _maybe_day(node: Node, path: str) -> date | None:
    value = node.value(path)
    return date.fromisoformat(value) if value else None


def _maybe_number(node: Node, path: str) -> int | None:
    value = node.value(path)
    return int(value) if value else None


def signed_cents(node: Node, path: str, element: str = "Bedrag") -> int:
    """Return the amount at `path` in cents, negative when it is a credit."""
    cents = int(_text(node, f"{path}/{element}"))
    return -cents if node.value(f"{path}/DebetCredit") == "C" else cents


def _product(node: Node) -> Product | None:
    category = node.value("Product/Categorie")
    return Product(category=category, code=node.value("Product/Code")) if category else None


def _extent(node: Node) -> Extent | None:
    extent = node.first("Omvang")
    if extent is None:
        return None
    return Extent(
        volume=int(_text(extent, "Volume")),
        unit=_text(extent, "Eenheid"),
        frequency=_text(extent, "Frequentie"),
    )


def _name(node: Node) -> PersonName:
    return PersonName(
        family_name=_text(node, "Naam/Geslachtsnaam/Achternaam"),
        prefix=_text(node, "Naam/Geslachtsnaam/Voorvoegsel"),
        partner_name=_text(node, "Naam/Partnernaam/Achternaam"),
        partner_prefix=_text(node, "Naam/Partnernaam/Voorvoegsel"),
        first_names=_text(node, "Naam/Voornamen"),
        initials=_text(node, "Naam/Voorletters"),
        use=_text(node, "Naam/NaamGebruik"),
    )


def _birth_date(node: Node) -> date | None:
    if node.value("Geboortedatum/DatumGebruik") == UNKNOWN_DATE:
        return None
    return _maybe_day(node, "Geboortedatum/Datum")


def _address(contact: Node) -> Address | None:
    postcode, number = contact.value("Adres/Postcode"), contact.value("Adres/Huis/Huisnummer")
    if not postcode or not number:
        return None
    return Address(
        kind=_text(contact, "Soort"),
        postcode=postcode.replace(" ", "").upper(),
        house_number=int(number),
        letter=_text(contact, "Adres/Huis/Huisletter").upper(),
        addition=_text(contact, "Adres/Huis/HuisnummerToevoeging").upper(),
    )


def _relation(node: Node) -> Relation:
    contact = node.first("Contact")
    return Relation(
        number=_text(node, "Nummer"),
        kind=_text(node, "Soort"),
        name=_name(node),
        birth_date=_birth_date(node),
        gender=_text(node, "Geslacht"),
        address=_address(contact) if contact else None,
    )


def _client(root: Node, origin: Origin) -> ClientFact:
    client = root.all("Client")[0]
    addresses = (_address(contact) for contact in client.all("Contactgegevens/Contact"))
    return ClientFact(
        origin=origin,
        bsn=_text(client, "Bsn"),
        birth_date=_birth_date(client),
        gender=_text(client, "Geslacht"),
        name=_name(client),
        full=client.first("Contactgegevens") is not None,
        legal_status=client.value("JuridischeStatus"),
        representation=client.value("WettelijkeVertegenwoordiging"),
        addresses=tuple(address for address in addresses if address),
        relations=tuple(_relation(node) for node in client.all("Relaties/Relatie")),
    )


def _assignments(root: Node, origin: Origin) -> Iterator[Fact]:
    yield _client(root, origin)
    bsn = _text(root, "Client/Bsn")
    for node in root.all("Client/ToegewezenProducten/ToegewezenProduct"):
        yield AssignmentFact(
            origin=origin,
            bsn=bsn,
            number=int(_text(node, "ToewijzingNummer")),
            reference=node.value("ReferentieAanbieder"),
            product=_product(node),
            assigned_on=_day(node, "Toewijzingsdatum"),
            assigned_at=time.fromisoformat(_text(node, "Toewijzingstijd")),
            start=_day(node, "Ingangsdatum"),
            end=_maybe_day(node, "Einddatum"),
            change_reason=node.value("RedenWijziging"),
            extent=_extent(node),
            budget_cents=_maybe_number(node, "Budget"),
        )


def _starts(root: Node, origin: Origin) -> Iterator[Fact]:
    yield _client(root, origin)
    bsn = _text(root, "Client/Bsn")
    for node in root.all("Client/StartProducten/StartProduct"):
        yield StartFact(
            origin=origin,
            bsn=bsn,
            number=_maybe_number(node, "ToewijzingNummer"),
            product=_product(node),
            assignment_start=_maybe_day(node, "ToewijzingIngangsdatum"),
            began=_day(node, "Begindatum"),
            status=_text(node, "StatusAanlevering"),
        )


def _stops(root: Node, origin: Origin) -> Iterator[Fact]:
    yield _client(root, origin)
    bsn = _text(root, "Client/Bsn")
    for node in root.all("Client/StopProducten/StopProduct"):
        yield StopFact(
            origin=origin,
            bsn=bsn,
            number=_maybe_number(node, "ToewijzingNummer"),
            product=_product(node),
            assignment_start=_maybe_day(node, "ToewijzingIngangsdatum"),
            began=_day(node, "Begindatum"),
            ended=_day(node, "Einddatum"),
            reason=_text(node, "RedenBeeindiging"),
            status=_text(node, "StatusAanlevering"),
        )


def _requests(root: Node, origin: Origin) -> Iterator[Fact]:
    yield _client(root, origin)
    bsn = _text(root, "Client/Bsn")
    for node in root.all("Client/AangevraagdeProducten/AangevraagdProduct"):
        yield RequestFact(
            origin=origin,
            bsn=bsn,
            reference=_text(node, "ReferentieAanbieder"),
            product=_product(node),
            start=_day(node, "ToewijzingIngangsdatum"),
            end=_maybe_day(node, "ToewijzingEinddatum"),
            extent=_extent(node),
            budget_cents=_maybe_number(node, "Budget"),
            referrer=_text(node, "Verwijzer/Type"),
        )


def _wish(node: Node) -> Wish:
    return Wish(
        number=_maybe_number(node, "ToewijzingNummer"),
        product=_product(node),
        start=_day(node, "GewensteIngangsdatum"),
        end=_maybe_day(node, "Einddatum"),
        extent=_extent(node),
        budget_cents=_maybe_number(node, "Budget"),
    )


def _change_requests(root: Node, origin: Origin) -> Iterator[Fact]:
    request = root.all("Client/Verzoek")[0]
    unchanged = request.all("OngewijzigdeProducten/OngewijzigdProduct")
    wishes = request.all("TeWijzigenProducten/TeWijzigenProduct") + request.all(
        "NieuweProducten/NieuwProduct"
    )
    yield ChangeRequestFact(
        origin=origin,
        bsn=_text(root, "Client/Bsn"),
        reference=_text(request, "ReferentieAanbieder"),
        reason=_text(request, "RedenVerzoek"),
        unchanged=tuple(int(_text(node, "ToewijzingNummer")) for node in unchanged),
        wishes=tuple(_wish(node) for node in wishes),
    )


def _answers(root: Node, origin: Origin) -> Iterator[Fact]:
    yield AnswerFact(
        origin=origin,
        reference=_text(root, "Antwoord/ReferentieAanbieder"),
        answer=_text(root, "Antwoord/VerzoekAntwoord"),
        rejection=root.value("Antwoord/RedenAfwijzingVerzoek"),
        other_municipality=root.value("Antwoord/Woonplaatsbeginsel/Gemeente"),
    )


def _declarations(root: Node, origin: Origin) -> Iterator[Fact]:
    declaration = _text(root, "Declaratie/DeclaratieNummer")
    for client in root.all("Declaratie/Clienten/Client"):
        bsn = _text(client, "Bsn")
        for node in client.all("Prestaties/Prestatie"):
            yield DeclarationFact(
                origin=origin,
                declaration=declaration,
                bsn=bsn,
                reference=_text(node, "ProductReferentie/ReferentieNummer"),
                corrects=node.value("ProductReferentie/VorigReferentieNummer"),
                number=int(_text(node, "ToewijzingNummer")),
                product=Product(category=_text(node, "ProductCategorie"), code=_text(node, "ProductCode")),
                begin=_day(node, "ProductPeriode/Begindatum"),
                end=_day(node, "ProductPeriode/Einddatum"),
                volume=int(_text(node, "GeleverdVolume")),
                unit=_text(node, "Eenheid"),
                tariff_cents=_maybe_number(node, "ProductTarief"),
                amount_cents=signed_cents(node, "IngediendBedrag"),
            )


def _codes(node: Node) -> tuple[str, ...]:
    return tuple(code.text.strip() for code in node.all("RetourCodes/RetourCode"))


def _answered_lines(answer: Node) -> Iterator[AnsweredLine]:
    for client in answer.all("Clienten/Client"):
        for node in client.all("Prestaties/Prestatie"):
            yield AnsweredLine(
                bsn=_text(client, "Bsn"),
                reference=_text(node, "ProductReferentie/ReferentieNummer"),
                amount_cents=signed_cents(node, "IngediendBedrag"),
                codes=_codes(client) + _codes(node),
            )


def _declaration_answers(root: Node, origin: Origin) -> Iterator[Fact]:
    answer = root.first("DeclaratieAntwoord")
    header = root.all("Header")[0]
    yield DeclarationAnswerFact(
        origin=origin,
        declaration_message=_text(header, "DeclaratieIdentificatie/Identificatie"),
        declaration=answer.value("DeclaratieNummer") if answer else None,
        submitted_cents=signed_cents(answer, "TotaalIngediendBedrag", "TotaalBedrag") if answer else None,
        granted_cents=signed_cents(answer, "TotaalToegekendBedrag", "TotaalBedrag") if answer else None,
        codes=_codes(header) + (_codes(answer) if answer else ()),
        lines=tuple(_answered_lines(answer)) if answer else (),
    )


EXTRACTORS: dict[str, Callable[[Node, Origin], Iterator[Fact]]] = {
    "301": _assignments,
    "305": _starts,
    "307": _stops,
    "315": _requests,
    "317": _change_requests,
    "319": _answers,
    "323": _declarations,
    "325": _declaration_answers,
}
