"""The decision: one pure function, first hit wins; it answers with a reason, masks and obligations."""

from dataclasses import dataclass

from samenspel.access.rules.matrix import MATRIX
from samenspel.access.rules.words import (
    Act,
    Assurance,
    Basis,
    CaseState,
    Level,
    Mask,
    Obligation,
    Reason,
    Relation,
    Role,
)

NO_MASKS: frozenset[Mask] = frozenset()
ONLY_LOG = frozenset({Obligation.LOG})
IN_EMERGENCY = frozenset({Obligation.REASON, Obligation.NOTIFY, Obligation.REVIEW})

YES = frozenset(
    {
        Reason.PUBLIC,
        Reason.NUMBERS_ONLY,
        Reason.OVERSIGHT_LOG,
        Reason.EMERGENCY,
        Reason.OWN_DATA,
        Reason.OWN_SOURCE,
        Reason.ROLE_MAY,
    }
)
CHANGING = frozenset({Act.CREATE, Act.UPDATE, Act.DELETE, Act.GRANT})
LOOKING = frozenset({Act.READ, Act.SEE})
WITHOUT_BASIS = {
    Basis.NONE: Reason.NO_BASIS,
    Basis.EXPIRED: Reason.BASIS_OVER,
    Basis.WITHDRAWN: Reason.BASIS_WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One cell of the decision: who asks what about which data, under which circumstances."""

    role: Role
    relation: Relation
    level: Level
    act: Act
    basis: Basis = Basis.NONE
    assurance: Assurance = Assurance.LOW
    blocked: bool = False
    case: CaseState = CaseState.OPEN


@dataclass(frozen=True, slots=True)
class Decision:
    """Yes or no, why, what is left out, and what has to happen."""

    allowed: bool
    reason: Reason
    masks: frozenset[Mask] = NO_MASKS
    obligations: frozenset[Obligation] = ONLY_LOG


def decide(asked: Asked) -> Decision:
    """Answer one cell; every answer is logged, a refusal as well."""
    reason = reason_of(asked)
    if reason not in YES:
        return Decision(False, reason)
    return Decision(True, reason, masks_of(asked, reason), obligations_of(asked, reason))


def reason_of(asked: Asked) -> Reason:
    """Walk through the rules in their order; the first that applies is the answer."""
    return _before_all(asked) or _without_relation(asked) or _in_relation(asked)


def needed(level: Level) -> Assurance:
    """How sure it must be who asks, for data of this level."""
    if level == Level.PUBLIC:
        return Assurance.LOW
    return Assurance.HIGH if level >= Level.SPECIAL else Assurance.SUBSTANTIAL


def _in_matrix(asked: Asked) -> bool:
    return asked.act in MATRIX[asked.role, asked.level]


def _before_all(asked: Asked) -> Reason | None:
    """What stops everybody, whoever he is."""
    if asked.case is CaseState.DESTROYED:
        return Reason.DESTROYED
    if asked.blocked and asked.level > Level.PUBLIC:
        return Reason.BLOCKED
    if asked.assurance < needed(asked.level):
        return Reason.SIGN_IN_STRONGER
    return None


def _without_relation(asked: Asked) -> Reason | None:
    """What needs no relation to the household, and where the lack of one ends it."""
    if asked.level == Level.PUBLIC:
        return Reason.PUBLIC if _in_matrix(asked) else Reason.ROLE_MAY_NOT
    if asked.act is Act.AGGREGATE:
        return Reason.NUMBERS_ONLY if _in_matrix(asked) else Reason.ROLE_MAY_NOT
    if asked.act is Act.LOG and asked.role is Role.OVERSIGHT:
        return Reason.OVERSIGHT_LOG if _in_matrix(asked) else Reason.ROLE_MAY_NOT
    if asked.act is Act.EMERGENCY:
        return Reason.EMERGENCY if _may_open_in_emergency(asked) else Reason.NO_EMERGENCY
    if asked.relation is Relation.NONE:
        return Reason.NO_RELATION
    if asked.relation is Relation.EXPIRED:
        return Reason.RELATION_OVER
    return None


def _may_open_in_emergency(asked: Asked) -> bool:
    outside = asked.relation in {Relation.NONE, Relation.EXPIRED}
    return outside and asked.case is CaseState.OPEN and _in_matrix(asked)


def _in_relation(asked: Asked) -> Reason:
    """What the relation, the matrix and the legal basis allow."""
    if asked.case is CaseState.CLOSED and asked.act in CHANGING:
        return Reason.CASE_CLOSED
    if asked.relation is Relation.EMERGENCY:
        return _looking_in_emergency(asked)
    if asked.relation in {Relation.SUBJECT, Relation.REPRESENTATIVE}:
        return _own(asked)
    if not _in_matrix(asked):
        return Reason.ROLE_MAY_NOT
    if asked.relation is Relation.SOURCE and asked.level < Level.SHIELDED:
        return Reason.OWN_SOURCE
    if asked.level >= Level.PERSONAL and asked.basis is not Basis.VALID:
        return WITHOUT_BASIS[asked.basis]
    return Reason.ROLE_MAY


def _looking_in_emergency(asked: Asked) -> Reason:
    """Looking only, and only by who could open the household in an emergency."""
    may_open = Act.EMERGENCY in MATRIX[asked.role, asked.level]
    if may_open and asked.act in LOOKING:
        return Reason.EMERGENCY
    return Reason.EMERGENCY_READS


def _own(asked: Asked) -> Reason:
    """Data about oneself, or about a child whom one stands for."""
    own_role = Role.FAMILY if asked.relation is Relation.SUBJECT else Role.REPRESENTATIVE
    if asked.role is not own_role:
        return Reason.OTHER_ROLE
    if asked.relation is Relation.REPRESENTATIVE and asked.level == Level.SHIELDED:
        return Reason.SHIELDED
    return Reason.OWN_DATA if _in_matrix(asked) else Reason.ROLE_MAY_NOT


def masks_of(asked: Asked, reason: Reason) -> frozenset[Mask]:
    """What a yes leaves out."""
    masks = set()
    if asked.level < Level.SHIELDED:
        masks.add(Mask.SHIELDED_FIELDS)
    if asked.act is Act.SEE or reason is Reason.OVERSIGHT_LOG:
        masks.add(Mask.CONTENT)
    if reason is Reason.NUMBERS_ONLY:
        masks.add(Mask.ROWS)
    if reason is Reason.OWN_DATA and asked.act is Act.EXPORT:
        masks.add(Mask.THIRD_PARTIES)
    return frozenset(masks)


def obligations_of(asked: Asked, reason: Reason) -> frozenset[Obligation]:
    """What has to happen with a yes."""
    duties = {Obligation.LOG}
    if reason is Reason.EMERGENCY:
        duties |= IN_EMERGENCY
    if asked.act is Act.EXPORT:
        duties |= {Obligation.WATERMARK, Obligation.SHOW_PURPOSE}
    if asked.level == Level.SPECIAL:
        duties.add(Obligation.SHOW_PURPOSE)
    return frozenset(duties)
