"""The words in which the decision is asked and answered: who, in what relation, to what, doing what."""

from enum import IntEnum, StrEnum


class Role(StrEnum):
    """In what role somebody acts."""

    CASE_LEAD = "case_lead"
    HELPER = "helper"
    FAMILY = "family"
    REPRESENTATIVE = "representative"
    SUPPORTER = "supporter"
    MANAGER = "manager"
    FACILITATOR = "facilitator"
    POLICY = "policy"
    ADMINISTRATOR = "administrator"
    OVERSIGHT = "oversight"
    NOBODY = "nobody"


class Relation(StrEnum):
    """How somebody stands to the household, or to one row of it, at this moment."""

    NONE = "none"
    MEMBER = "member"
    EXPIRED = "expired"
    SUBJECT = "subject"
    REPRESENTATIVE = "representative"
    SOURCE = "source"
    EMERGENCY = "emergency"


class Level(IntEnum):
    """How closely data touches somebody (klasse 0-4)."""

    PUBLIC = 0
    STRUCTURE = 1
    PERSONAL = 2
    SPECIAL = 3
    SHIELDED = 4


class Act(StrEnum):
    """What somebody wants to do.

    The first ten stand in the matrix. A page asks search, write and import as well, each of which stands for
    one or more of those ten.
    """

    READ = "read"
    SEE = "see"
    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"
    GRANT = "grant"
    EXPORT = "export"
    AGGREGATE = "aggregate"
    LOG = "log"
    EMERGENCY = "emergency"
    SEARCH = "search"
    WRITE = "write"
    IMPORT = "import"


class Basis(StrEnum):
    """Whether there is a legal basis for this person, recipient, category and purpose (grondslagstand)."""

    NONE = "none"
    VALID = "valid"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class Assurance(IntEnum):
    """How sure it is that somebody is who he says (betrouwbaarheidsniveau)."""

    LOW = 0
    SUBSTANTIAL = 1
    HIGH = 2


class CaseState(StrEnum):
    """Whether the network still works together around the household."""

    OPEN = "open"
    CLOSED = "closed"
    DESTROYED = "destroyed"


class Category(StrEnum):
    """What kind of personal data it is in the eyes of the law."""

    ORDINARY = "ordinary"
    FINANCIAL = "financial"
    HEALTH = "health"
    CRIMINAL = "criminal"
    SAFETY = "safety"
    CITIZEN_NUMBER = "citizen_number"


class Use(StrEnum):
    """What the data is used for (verwerkingsdoel)."""

    HELPING = "helping"
    SAFETY = "safety"
    PAYING = "paying"
    LEARNING = "learning"
    OVERSEEING = "overseeing"


class GroundKind(StrEnum):
    """On what a sharing of data rests."""

    TASK = "task"
    CONSENT = "consent"
    VITAL = "vital"
    COURT = "court"
    AGREEMENT = "agreement"


class AgeBand(StrEnum):
    """What the law lets somebody decide at his age."""

    UNDER_12 = "under_12"
    FROM_12 = "from_12"
    FROM_16 = "from_16"
    UNKNOWN = "unknown"


class GivenBy(StrEnum):
    """Who said yes."""

    NOBODY = "nobody"
    PERSON = "person"
    PARENTS = "parents"
    BOTH = "both"


class Part(StrEnum):
    """Whether somebody takes part around the household (stand van de deelname)."""

    NONE = "none"
    ASKED = "asked"
    LATER = "later"
    NOW = "now"
    OVER = "over"
    ENDED = "ended"


class Term(StrEnum):
    """Where a moment lies in a term."""

    BEFORE = "before"
    WITHIN = "within"
    AFTER = "after"


class Kind(StrEnum):
    """In which list of a household data stands; each kind has a level and a category."""

    EXISTENCE = "existence"
    STRUCTURE = "structure"
    WORDS = "words"
    PLAN = "plan"
    HELP = "help"
    COSTS = "costs"
    COURSE = "course"
    PROCESS = "process"
    JOURNAL = "journal"
    DIRECTORY = "directory"
    SCENARIO = "scenario"
    JUDGEMENT = "judgement"


class Reason(StrEnum):
    """Why the answer is what it is. The codes N0-NC and J0-JS of the specification, as words."""

    DESTROYED = "destroyed"
    BLOCKED = "blocked"
    SIGN_IN_STRONGER = "sign_in_stronger"
    ROLE_MAY_NOT = "role_may_not"
    NO_EMERGENCY = "no_emergency"
    NO_RELATION = "no_relation"
    RELATION_OVER = "relation_over"
    CASE_CLOSED = "case_closed"
    EMERGENCY_READS = "emergency_reads"
    OTHER_ROLE = "other_role"
    SHIELDED = "shielded"
    NO_BASIS = "no_basis"
    BASIS_OVER = "basis_over"
    BASIS_WITHDRAWN = "basis_withdrawn"
    NOT_SIGNED_IN = "not_signed_in"
    LIST_NOT_NEEDED = "list_not_needed"
    NOT_OWN_ROW = "not_own_row"
    NOT_OWN_WORDS = "not_own_words"
    PUBLIC = "public"
    NUMBERS_ONLY = "numbers_only"
    OVERSIGHT_LOG = "oversight_log"
    EMERGENCY = "emergency"
    OWN_DATA = "own_data"
    OWN_SOURCE = "own_source"
    ROLE_MAY = "role_may"


class Mask(StrEnum):
    """What is left out of what somebody gets to see."""

    SHIELDED_FIELDS = "shielded_fields"
    CONTENT = "content"
    ROWS = "rows"
    THIRD_PARTIES = "third_parties"


class Obligation(StrEnum):
    """What has to happen with a yes."""

    LOG = "log"
    REASON = "reason"
    NOTIFY = "notify"
    REVIEW = "review"
    WATERMARK = "watermark"
    SHOW_PURPOSE = "show_purpose"
    MARK_WRITTEN_FOR = "mark_written_for"
