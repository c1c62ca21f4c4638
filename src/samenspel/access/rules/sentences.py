"""The decision in words: the names on the page "wie mag wat", and why an answer is no."""

from rekenmodel.values import Text
from samenspel.access.rules.words import Act, Category, GroundKind, Kind, Level, Reason, Role

ROLE_TEXTS: dict[Role, Text] = {
    Role.CASE_LEAD: Text("wie het overzicht houdt", "who keeps the overview"),
    Role.HELPER: Text("wie helpt", "who helps"),
    Role.FAMILY: Text("iemand uit het gezin", "somebody of the household"),
    Role.REPRESENTATIVE: Text("wie voor een kind opkomt", "who stands for a child"),
    Role.SUPPORTER: Text("een naaste", "somebody close"),
    Role.MANAGER: Text("wie helpt als het vastloopt", "who helps when it gets stuck"),
    Role.FACILITATOR: Text("wie een gesprek leidt", "who leads a session"),
    Role.POLICY: Text("beleid en betalers", "policy and payers"),
    Role.ADMINISTRATOR: Text("beheer", "administrator"),
    Role.OVERSIGHT: Text("toezicht op privacy", "privacy oversight"),
    Role.NOBODY: Text("iedereen zonder rol", "anybody without a role"),
}

LEVEL_TEXTS: dict[Level, Text] = {
    Level.PUBLIC: Text("openbaar", "public"),
    Level.STRUCTURE: Text("wie er is en wie de regie heeft", "who is there and who leads"),
    Level.PERSONAL: Text("plan, hulp en kosten", "plan, help and costs"),
    Level.SPECIAL: Text("gezondheid, strafrecht en veiligheid", "health, criminal law and safety"),
    Level.SHIELDED: Text("afgeschermd", "shielded"),
}

ACT_TEXTS: dict[Act, Text] = {
    Act.READ: Text("lezen", "read"),
    Act.SEE: Text("zien dat het er is", "see that it is there"),
    Act.CREATE: Text("toevoegen", "add"),
    Act.UPDATE: Text("veranderen", "change"),
    Act.DELETE: Text("weghalen", "remove"),
    Act.GRANT: Text("een ander toelaten", "let somebody else in"),
    Act.EXPORT: Text("meenemen", "take along"),
    Act.AGGREGATE: Text("alleen tellen, vanaf tien gezinnen", "only count, from ten households up"),
    Act.LOG: Text("zien wie keek", "see who looked"),
    Act.EMERGENCY: Text("openen bij nood", "open in an emergency"),
    Act.SEARCH: Text("zoeken", "search"),
    Act.WRITE: Text("schrijven", "write"),
    Act.IMPORT: Text("inlezen", "bring in"),
}

KIND_TEXTS: dict[Kind, Text] = {
    Kind.EXISTENCE: Text("dat het gezin hier staat", "that the household is here"),
    Kind.STRUCTURE: Text("wie er is en wie de regie heeft", "who is there and who leads"),
    Kind.WORDS: Text("eigen woorden", "own words"),
    Kind.PLAN: Text("het plan", "the plan"),
    Kind.HELP: Text("de hulp", "the help"),
    Kind.COSTS: Text("de kosten", "the costs"),
    Kind.COURSE: Text("wat er gebeurde", "what happened"),
    Kind.PROCESS: Text("hoe het loopt", "how it goes"),
    Kind.JOURNAL: Text("wie er keek", "who looked"),
    Kind.DIRECTORY: Text("het adresboek", "the directory"),
    Kind.SCENARIO: Text("wat het kost als alles zo blijft", "what it costs if all stays as it is"),
    Kind.JUDGEMENT: Text("wat iedereen verwacht", "what everybody expects"),
}

ASK_LEAD = Text(
    "Vraag het aan wie het overzicht houdt rond het gezin.",
    "Ask whoever keeps the overview around the household.",
)

WHY: dict[Reason, Text] = {
    Reason.ROLE_MAY_NOT: Text("Met uw rol kunt u dit niet doen.", "Your role does not let you do this."),
    Reason.LIST_NOT_NEEDED: Text("Voor uw rol is dit deel niet nodig.", "Your role does not need this part."),
    Reason.SIGN_IN_STRONGER: Text(
        "Meld u eerst aan met een tweede stap. Dan kan het wel.",
        "Sign in with a second step first. Then you can.",
    ),
    Reason.CASE_CLOSED: Text(
        "De samenwerking rond dit gezin is afgesloten. Lezen kan nog, veranderen niet.",
        "Working together around this household has been closed. You can read, not change.",
    ),
    Reason.EMERGENCY_READS: Text(
        "U kijkt mee bij nood. Dan kunt u lezen, niet veranderen of meenemen.",
        "You look in an emergency. Then you can read, not change or take along.",
    ),
    Reason.NO_BASIS: Text(
        "Er is nog niet vastgelegd waarom uw organisatie dit mag zien.",
        "It has not been written down yet why your organisation may see this.",
    ),
    Reason.BASIS_OVER: Text(
        "De termijn waarin uw organisatie dit mocht zien is voorbij.",
        "The term in which your organisation could see this is over.",
    ),
    Reason.BASIS_WITHDRAWN: Text(
        "De toestemming om dit te delen is ingetrokken.", "The consent to share this was withdrawn."
    ),
    Reason.SHIELDED: Text("Dit deel is afgeschermd.", "This part is shielded."),
    Reason.OTHER_ROLE: Text("Met uw rol kunt u dit niet doen.", "Your role does not let you do this."),
}
"""Only for who takes part: whoever has no relation reads the same as when there is nothing."""


def why_not(reason: Reason) -> Text | None:
    """Why the answer is no, for who may know that the household is here; else nothing."""
    return WHY.get(reason)


CATEGORY_TEXTS: dict[Category, Text] = {
    Category.ORDINARY: Text("plan en hulp", "plan and help"),
    Category.FINANCIAL: Text("geld", "money"),
    Category.HEALTH: Text("gezondheid", "health"),
    Category.CRIMINAL: Text("strafrecht", "criminal law"),
    Category.SAFETY: Text("veiligheid", "safety"),
    Category.CITIZEN_NUMBER: Text("burgerservicenummer", "citizen number"),
}

GROUND_TEXTS: dict[GroundKind, Text] = {
    GroundKind.TASK: Text("een taak van de organisatie", "a task of the organisation"),
    GroundKind.CONSENT: Text("het gezin zei ja", "the household said yes"),
    GroundKind.VITAL: Text("levensgevaar", "danger to life"),
    GroundKind.COURT: Text("de rechter besliste dit", "the court decided this"),
    GroundKind.AGREEMENT: Text("een afspraak", "an agreement"),
}

BLOCKADE_TEXTS: dict[str, Text] = {
    "own_family": Text("Het is familie", "It is family"),
    "neighbour": Text("Het zijn de buren of bekenden", "They are neighbours or friends"),
    "conflict": Text("Er is een conflict", "There is a conflict"),
    "safety": Text("Het is niet veilig", "It is not safe"),
    "asked_by_family": Text("Het gezin vraagt het", "The household asks for it"),
}
