"""What a message says, as frozen facts. The room stores them; the ledger settles them.

Dates are days; times are local clock times without a zone, as in the messages. Money is whole eurocents;
a credit is negative. Codes are those of the standard; labels are looked up when they are shown.
"""

from dataclasses import dataclass
from datetime import date, time

from rekenmodel.values import Law


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The message that a fact comes from; the municipality is the side with four digits."""

    message_type: str
    law: Law
    sender: str
    receiver: str
    identification: str
    dated: date
    sha256: str

    @property
    def municipality(self) -> str:
        """The municipality code (CBS, four digits)."""
        return min(self.sender, self.receiver, key=len)

    @property
    def provider(self) -> str:
        """The AGB code of the provider (eight digits)."""
        return max(self.sender, self.receiver, key=len)


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """What kind of help: product category, and the product code when it is given."""

    category: str
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How much help: volume, unit (list WJ756) and frequency (list WMO757)."""

    volume: int
    unit: str
    frequency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """The parts of a name."""

    family_name: str
    prefix: str = ""
    partner_name: str = ""
    partner_prefix: str = ""
    first_names: str = ""
    initials: str = ""
    use: str = ""

    @property
    def shown(self) -> str:
        """The name as people write it: first names or initials, prefix, family name."""
        return " ".join(
            part for part in (self.first_names or self.initials, self.prefix, self.family_name) if part
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where somebody lives, only as far as it is needed to see who lives together (kind: list COD757)."""

    kind: str
    postcode: str
    house_number: int
    letter: str = ""
    addition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Somebody around the client; kind is a code of list COD472."""

    number: str
    kind: str
    name: PersonName
    birth_date: date | None = None
    gender: str = ""
    address: Address | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientFact:
    """Who the help is for. `full` is true in a 301, which alone has relations and addresses."""

    origin: Origin
    bsn: str
    birth_date: date | None
    gender: str
    name: PersonName
    full: bool = False
    legal_status: str | None = None
    representation: str | None = None
    addresses: tuple[Address, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentFact:
    """One assigned product of a 301."""

    origin: Origin
    bsn: str
    number: int
    reference: str | None
    product: Product | None
    assigned_on: date
    assigned_at: time
    start: date
    end: date | None
    change_reason: str | None
    extent: Extent | None
    budget_cents: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StartFact:
    """One started product of a 305; status 3 takes an earlier delivery away."""

    origin: Origin
    bsn: str
    number: int | None
    product: Product | None
    assignment_start: date | None
    began: date
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StopFact:
    """One stopped product of a 307; reason 20 is a temporary stop."""

    origin: Origin
    bsn: str
    number: int | None
    product: Product | None
    assignment_start: date | None
    began: date
    ended: date
    reason: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFact:
    """One product that a provider asks for in a 315."""

    origin: Origin
    bsn: str
    reference: str
    product: Product | None
    start: date
    end: date | None
    extent: Extent | None
    budget_cents: int | None
    referrer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A product that a 317 asks to change (with `number`) or to add (without)."""

    number: int | None
    product: Product | None
    start: date
    end: date | None
    extent: Extent | None
    budget_cents: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRequestFact:
    """A request for change, a 317."""

    origin: Origin
    bsn: str
    reference: str
    reason: str
    unchanged: tuple[int, ...]
    wishes: tuple[Wish, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFact:
    """The municipality's answer to a 315 or 317: 1 rejected, 2 under investigation."""

    origin: Origin
    reference: str
    answer: str
    rejection: str | None
    other_municipality: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclarationFact:
    """One line of a declaration, a 323. `amount_cents` is negative for a credit."""

    origin: Origin
    declaration: str
    bsn: str
    reference: str
    corrects: str | None
    number: int
    product: Product
    begin: date
    end: date
    volume: int
    unit: str
    tariff_cents: int | None
    amount_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredLine:
    """One line that a 325 mentions, with its return codes."""

    bsn: str
    reference: str
    amount_cents: int
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclarationAnswerFact:
    """The municipality's assessment of a declaration, a 325; without totals when it was refused as a file."""

    origin: Origin
    declaration_message: str
    declaration: str | None
    submitted_cents: int | None
    granted_cents: int | None
    codes: tuple[str, ...]
    lines: tuple[AnsweredLine, ...]


Fact = (
    ClientFact
    | AssignmentFact
    | StartFact
    | StopFact
    | RequestFact
    | ChangeRequestFact
    | AnswerFact
    | DeclarationFact
    | DeclarationAnswerFact
)
FACTS: tuple[type[Fact], ...] = (
    ClientFact,
    AssignmentFact,
    StartFact,
    StopFact,
    RequestFact,
    ChangeRequestFact,
    AnswerFact,
    DeclarationFact,
    DeclarationAnswerFact,
)
