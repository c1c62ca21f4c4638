"""The short lists of codes that a plan uses, with their names in Dutch and English."""

from enum import StrEnum

from rekenmodel.values import Text


class PlanStatus(StrEnum):
    """How far a plan is."""

    EXPLORING = "exploring"
    PLAN = "plan"
    DECIDING = "deciding"
    CARRIED_OUT = "carried_out"
    FOLLOWED = "followed"
    CLOSED = "closed"
    FAILED = "failed"


class KnotKind(StrEnum):
    """What kind of thing blocks everything else."""

    RULE = "rule"
    ORGANISATION = "organisation"
    MONEY = "money"
    INFORMATION = "information"
    SUPPLY = "supply"


class OptionKind(StrEnum):
    """Carrying on as now, or doing something that is not usual."""

    AS_NOW = "as_now"
    BREAKTHROUGH = "breakthrough"
    OTHER = "other"


class Side(StrEnum):
    """A side of the value triangle: legitimacy, involvement, yield."""

    LEGITIMACY = "legitimacy"
    INVOLVEMENT = "involvement"
    YIELD = "yield"


class EditKind(StrEnum):
    """What an edit does to the help or the events of a household."""

    STOP = "stop"
    START = "start"
    CHANGE = "change"
    PAY = "pay"
    EVENT = "event"


class Kept(StrEnum):
    """Whether a step still stands."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Spread(StrEnum):
    """How a number between low and high is spread; the words of `rekenmodel.values.draws.Shape`.

    Of its own, so that tables do not load NumPy.
    """

    PERT = "pert"
    BETA = "beta"
    LOGNORMAL = "lognormal"
    GAMMA = "gamma"
    NORMAL = "normal"


class ListKind(StrEnum):
    """Which list of a network: its prices or its assumptions."""

    PRICES = "prices"
    ASSUMPTIONS = "assumptions"


LIST_TEXTS: dict[ListKind, Text] = {
    ListKind.PRICES: Text("prijzen", "prices"),
    ListKind.ASSUMPTIONS: Text("aannames", "assumptions"),
}

STATUS_TEXTS: dict[PlanStatus, Text] = {
    PlanStatus.EXPLORING: Text("verkennen", "exploring"),
    PlanStatus.PLAN: Text("plan", "plan"),
    PlanStatus.DECIDING: Text("ligt voor besluit", "waiting for a decision"),
    PlanStatus.CARRIED_OUT: Text("wordt uitgevoerd", "being carried out"),
    PlanStatus.FOLLOWED: Text("wordt gevolgd", "being followed"),
    PlanStatus.CLOSED: Text("afgesloten", "closed"),
    PlanStatus.FAILED: Text("niet gelukt", "did not work"),
}

KNOT_TEXTS: dict[KnotKind, Text] = {
    KnotKind.RULE: Text("een regel", "a rule"),
    KnotKind.ORGANISATION: Text("hoe het georganiseerd is", "how it is organised"),
    KnotKind.MONEY: Text("geld", "money"),
    KnotKind.INFORMATION: Text("informatie die ontbreekt", "missing information"),
    KnotKind.SUPPLY: Text("hulp of een huis dat er niet is", "help or a home that is not there"),
}

SIDE_TEXTS: dict[Side, Text] = {
    Side.LEGITIMACY: Text("Legitimiteit: mag het?", "Legitimacy: is it allowed?"),
    Side.INVOLVEMENT: Text("Betrokkenheid: wil het gezin dit?", "Involvement: does the family want this?"),
    Side.YIELD: Text("Rendement: levert het genoeg op?", "Yield: does it bring enough?"),
}

EDIT_TEXTS: dict[EditKind, Text] = {
    EditKind.STOP: Text("hulp stopt", "help stops"),
    EditKind.START: Text("hulp begint", "help starts"),
    EditKind.CHANGE: Text("hulp verandert", "help changes"),
    EditKind.PAY: Text("één keer betalen", "pay once"),
    EditKind.EVENT: Text("kans op een gebeurtenis verandert", "the chance of an event changes"),
}

KEPT_TEXTS: dict[Kept, Text] = {
    Kept.YES: Text("ja, de stap staat nog", "yes, the step still stands"),
    Kept.PARTLY: Text("voor een deel", "in part"),
    Kept.NO: Text("nee", "no"),
}
