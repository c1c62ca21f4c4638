"""The short lists of codes that rows use, with their names in Dutch and English."""

from enum import StrEnum

from rekenmodel.signals import EventKind, LeadScope
from rekenmodel.signals.state_words import STATE_NAMES
from rekenmodel.signals.wording import DOMAIN_NAMES, PURPOSE_NAMES
from rekenmodel.values import Law, Text


class RelationKind(StrEnum):
    """What `person` is of `other`."""

    PARENT = "parent"
    STEP_PARENT = "step_parent"
    FOSTER_PARENT = "foster_parent"
    PARTNER = "partner"
    FORMER_PARTNER = "former_partner"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    GUARDIAN = "guardian"
    OTHER = "other"


class Authority(StrEnum):
    """Parental authority of a person over a child."""

    NONE = "none"
    SOLE = "sole"
    JOINT = "joint"
    GUARDIAN = "guardian"


class Tie(StrEnum):
    """How much support a supporter gives, or tension."""

    STRONG = "strong"
    SOME = "some"
    WEAK = "weak"
    TENSION = "tension"


class EffectLayer(StrEnum):
    """How far along the chain an effect lies."""

    RESULT = "result"
    OUTCOME = "outcome"
    IMPACT = "impact"


class Evidence(StrEnum):
    """How sure the step towards an effect is."""

    MEASURED = "measured"
    EXPERIENCE = "experience"
    ASSUMPTION = "assumption"


class WordsKind(StrEnum):
    """What the household was asked."""

    YEAR_AHEAD = "year_ahead"
    FIRST_NEEDED = "first_needed"
    CONTRIBUTION = "contribution"
    OTHER = "other"


class MandateItem(StrEnum):
    """What somebody with the lead may really do."""

    CHANGE_PROFESSIONALS = "change_professionals"
    KEEP_TRUSTED = "keep_trusted"
    CHANGE_WAY = "change_way"
    REMOVE_PARTIES = "remove_parties"
    REPRIORITISE = "reprioritise"
    GET_INFORMATION = "get_information"
    EXTRA_MEANS = "extra_means"
    CARRY_OUT_PLAN = "carry_out_plan"
    FAST_ACCESS = "fast_access"
    BUY_TIME = "buy_time"
    ARRANGE_ACCESS = "arrange_access"


MANDATE_TEXTS: dict[MandateItem, Text] = {
    MandateItem.CHANGE_PROFESSIONALS: Text("andere mensen laten helpen", "change who helps"),
    MandateItem.KEEP_TRUSTED: Text(
        "een vertrouwd gezicht houden, ook bij een andere werkgever",
        "keep a trusted face, whatever the employer",
    ),
    MandateItem.CHANGE_WAY: Text("op een andere manier werken", "work in another way"),
    MandateItem.REMOVE_PARTIES: Text("hulp laten stoppen", "let help stop"),
    MandateItem.REPRIORITISE: Text("bepalen wat eerst komt", "decide what comes first"),
    MandateItem.GET_INFORMATION: Text("informatie opvragen", "ask for information"),
    MandateItem.EXTRA_MEANS: Text("extra geld of middelen inzetten", "use extra money or means"),
    MandateItem.CARRY_OUT_PLAN: Text("één plan laten uitvoeren", "have one plan carried out"),
    MandateItem.FAST_ACCESS: Text(
        "snel inkomen, huis of hulp regelen", "arrange income, a home or help fast"
    ),
    MandateItem.BUY_TIME: Text("uitstel regelen", "buy time"),
    MandateItem.ARRANGE_ACCESS: Text(
        "toegang regelen zonder indicatie", "arrange access without an assessment"
    ),
}


LIFE_DOMAIN_TEXTS = DOMAIN_NAMES  # one word for one thing, in signals and on the page

PURPOSE_TEXTS = PURPOSE_NAMES

LAW_TEXTS: dict[Law, Text] = {
    Law.JEUGDWET: Text("Jeugdwet", "Youth Act"),
    Law.WMO: Text("Wmo 2015", "Social Support Act"),
    Law.PARTICIPATIEWET: Text("Participatiewet", "Participation Act"),
    Law.ZVW: Text("Zorgverzekeringswet", "Health Insurance Act"),
    Law.WLZ: Text("Wet langdurige zorg", "Long-term Care Act"),
    Law.WGS: Text("Wet gemeentelijke schuldhulpverlening", "Municipal Debt Help Act"),
    Law.EDUCATION: Text("onderwijswetten", "education acts"),
    Law.CRIMINAL: Text("strafrecht", "criminal law"),
    Law.CIVIL: Text("burgerlijk recht", "civil law"),
    Law.NONE: Text("geen wet", "no law"),
}

STATE_TEXTS = STATE_NAMES

EVENT_TEXTS: dict[EventKind, Text] = {
    EventKind.CRISIS: Text("crisis", "crisis"),
    EventKind.MOVE: Text("verhuizing", "move"),
    EventKind.MEASURE: Text("maatregel", "measure"),
    EventKind.PLACEMENT: Text("plaatsing", "placement"),
    EventKind.MILESTONE: Text("mijlpaal", "milestone"),
    EventKind.OTHER: Text("iets anders", "something else"),
}

SCOPE_TEXTS: dict[LeadScope, Text] = {
    LeadScope.CASE: Text("het overzicht", "the overview"),
    LeadScope.PROCESS: Text("als het vastloopt", "when it gets stuck"),
    LeadScope.DOMAIN: Text("een leefgebied", "a life domain"),
    LeadScope.HELP: Text("een vorm van hulp", "a line of help"),
    LeadScope.GOAL: Text("een doel", "a goal"),
    LeadScope.SAFETY: Text("de veiligheid", "safety"),
    LeadScope.MONEY: Text("de kosten", "the costs"),
}

EVIDENCE_TEXTS: dict[Evidence, Text] = {
    Evidence.MEASURED: Text("gemeten", "measured"),
    Evidence.EXPERIENCE: Text("ervaring", "experience"),
    Evidence.ASSUMPTION: Text("aanname", "assumption"),
}

WORDS_TEXTS: dict[WordsKind, Text] = {
    WordsKind.YEAR_AHEAD: Text("Waar wilt u over een jaar staan?", "Where do you want to be in a year?"),
    WordsKind.FIRST_NEEDED: Text("Wat is eerst nodig?", "What is needed first?"),
    WordsKind.CONTRIBUTION: Text("Wat doet u zelf?", "What will you do yourself?"),
    WordsKind.OTHER: Text("Wat wilt u nog zeggen?", "What else do you want to say?"),
}

AUTHORITY_TEXTS: dict[Authority, Text] = {
    Authority.NONE: Text("geen gezag", "no authority"),
    Authority.SOLE: Text("alleen gezag", "sole authority"),
    Authority.JOINT: Text("samen gezag", "joint authority"),
    Authority.GUARDIAN: Text("voogd", "guardian"),
}

RELATION_TEXTS: dict[RelationKind, Text] = {
    RelationKind.PARENT: Text("ouder", "parent"),
    RelationKind.STEP_PARENT: Text("stiefouder", "step-parent"),
    RelationKind.FOSTER_PARENT: Text("pleegouder", "foster parent"),
    RelationKind.PARTNER: Text("partner", "partner"),
    RelationKind.FORMER_PARTNER: Text("ex-partner", "former partner"),
    RelationKind.SIBLING: Text("broer of zus", "brother or sister"),
    RelationKind.GRANDPARENT: Text("opa of oma", "grandparent"),
    RelationKind.GUARDIAN: Text("voogd", "guardian"),
    RelationKind.OTHER: Text("anders", "other"),
}

TIE_TEXTS: dict[Tie, Text] = {
    Tie.STRONG: Text("veel steun", "much support"),
    Tie.SOME: Text("steun", "support"),
    Tie.WEAK: Text("weinig steun", "little support"),
    Tie.TENSION: Text("spanning", "tension"),
}

LAYER_TEXTS: dict[EffectLayer, Text] = {
    EffectLayer.RESULT: Text("resultaat", "result"),
    EffectLayer.OUTCOME: Text("uitkomst", "outcome"),
    EffectLayer.IMPACT: Text("impact", "impact"),
}
