"""The sheets of the workbook and their columns: the one list that the template, reader and writer share."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from rekenmodel.values import Text
from samenspel.exchange.rules import workbook_words as vocabulary
from samenspel.exchange.rules.workbook_words import Item, Words

NOTHING = Text("", "")


class Kind(StrEnum):
    """What belongs in a cell, and so how it is read, drawn and checked by the spreadsheet program."""

    TEXT = "text"
    NAME = "name"
    NAMES = "names"
    DATE = "date"
    BIRTH = "birth"
    MOMENT = "moment"
    YES = "yes"
    NUMBER = "number"
    EUROS = "euros"
    YEAR = "year"
    MUNICIPALITY = "municipality"
    CHOICE = "choice"
    CHOICES = "choices"


@dataclass(frozen=True, slots=True)
class Column:
    """One column (on the first sheet: one question). `more` columns are folded away until somebody asks."""

    field: str
    heading: Text
    kind: Kind = Kind.TEXT
    width: int = 18
    example: Text = NOTHING
    words: Words[Any] | None = None
    also: tuple[str, ...] = ()
    more: bool = False
    list_of: str = ""
    """The sheet whose first column holds the names to choose from."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its title, one line of explanation, its columns. `needed` columns may not be empty."""

    key: str
    title: Text
    says: Text
    columns: tuple[Column, ...]
    needed: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    def column(self, field: str) -> Column | None:
        """Return the column of a field."""
        return next((column for column in self.columns if column.field == field), None)


def _yes(field: str, heading: Text, *, more: bool = False, example: Text = NOTHING, width: int = 11) -> Column:
    return Column(field, heading, Kind.YES, width, example, more=more)


def _day(field: str, heading: Text, *, more: bool = False, example: str = "", also: tuple[str, ...] = ()) -> Column:
    return Column(field, heading, Kind.DATE, 13, Text(example, example), also=also, more=more)


KEY = Column("key", Text("Kenmerk (niet wijzigen)", "Key (do not change)"), width=24, also=("kenmerk", "key"), more=True)
"""Stands in a workbook that was filled from a household, so that a line comes back as the same line."""

HOUSEHOLD = Sheet(
    "household",
    Text("huishouden", "household"),
    Text("Over het huishouden en de casus.", "About the household and the case."),
    (
        Column("name", Text("Hoe heet het huishouden?", "What is the household called?"), also=("naam", "name", "huishouden")),
        Column(
            "municipality",
            Text("Gemeentecode (vier cijfers, CBS)", "Municipality code (four figures)"),
            Kind.MUNICIPALITY,
            also=("gemeente", "gemeentecode", "municipality"),
        ),
        Column("plan_holder", Text("Van wie is het plan?", "Whose plan is it?"), Kind.NAME, list_of="people"),
        Column("opened_on", Text("Wanneer begon de casus?", "When did the case begin?"), Kind.DATE),
        Column("title", Text("Hoe noemen we de casus?", "What do we call the case?")),
        Column(
            "next_meeting_at",
            Text("Wanneer is het volgende overleg (dag en tijd)?", "When is the next meeting (day and time)?"),
            Kind.MOMENT,
            also=("volgende overleg", "next meeting"),
        ),
        Column("next_meeting_where", Text("Waar is het volgende overleg?", "Where is the next meeting?")),
        Column("next_meeting_note", Text("Wat bespreken we dan?", "What will we talk about?")),
        Column("year_ahead", Text("Waar wilt u over een jaar staan?", "Where do you want to be in a year?")),
        Column("first_needed", Text("Wat is eerst nodig?", "What is needed first?")),
        Column("contribution", Text("Wat doet u zelf?", "What will you do yourself?"), also=("eigen bijdrage",)),
        Column("other", Text("Wat wilt u nog zeggen?", "What else do you want to say?")),
    ),
    needed=("name",),
    also=("gezin", "casus"),
)
WORDS_FIELDS = ("year_ahead", "first_needed", "contribution", "other")
CASE_FIELDS = ("opened_on", "title", "next_meeting_at", "next_meeting_where", "next_meeting_note")
QUESTION, ANSWER = Text("Vraag", "Question"), Text("Antwoord", "Answer")
SAID_BY, SAID_ON = Text("Wie zei dit?", "Who said this?"), Text("Wanneer?", "When?")

PEOPLE = Sheet(
    "people",
    Text("mensen", "people"),
    Text(
        "Eén regel per persoon: het gezin en de mensen die dichtbij staan. Professionals schrijft u bij hulp.",
        "One line per person: the family and the people close to it. Professionals go on the sheet help.",
    ),
    (
        Column("name", Text("Naam", "Name"), width=24, example=Text("Voorbeeld: Anna de Boer", "Example: Anna de Boer")),
        Column(
            "circle",
            Text("Gezin of naaste?", "Family or close by?"),
            Kind.CHOICE,
            14,
            Text("gezin", "family"),
            vocabulary.CIRCLES,
            ("wie hoort erbij", "soort"),
        ),
        Column(
            "role",
            Text("Wie is dit?", "Who is this?"),
            width=20,
            example=Text("moeder", "mother"),
            also=("rol", "relatie", "role"),
        ),
        Column("birth_date", Text("Geboren op", "Born on"), Kind.BIRTH, 13, Text("07-05-1988", "07-05-1988"), also=("geboortedatum", "date of birth")),
        _yes("in_house", Text("Woont in huis?", "Lives in the house?"), example=Text("ja", "yes")),
        Column("lives_at", Text("Zo nee: waar dan?", "If not: where?"), width=22, also=("woont ergens anders",)),
        Column(
            "relations",
            Text("Wat is deze persoon van wie?", "What is this person to whom?"),
            width=42,
            example=Text("ouder van Noor en Sam (samen gezag)", "parent of Noor and Sam (joint authority)"),
            also=("relaties", "relations"),
        ),
        Column("tie", Text("Steun of spanning?", "Support or tension?"), Kind.CHOICE, 16, words=vocabulary.TIES),
        Column("gives", Text("Wat doet deze naaste?", "What does this person do?"), width=30),
        _day("since", Text("Sinds", "Since"), more=True),
        _day("until", Text("Tot", "Until"), more=True),
    ),
    needed=("name",),
    also=("personen", "persons", "gezin en naasten"),
)

HELP = Sheet(
    "help",
    Text("hulp", "help"),
    Text("Eén regel per vorm van hulp, ook van naasten.", "One line per kind of help, also from people close by."),
    (
        Column(
            "title",
            Text("Wat is de hulp?", "What is the help?"),
            width=28,
            example=Text("Voorbeeld: begeleiding thuis", "Example: guidance at home"),
            also=("hulp", "help"),
        ),
        Column("helper", Text("Door wie?", "By whom?"), Kind.NAMES, 20, Text("Karim Haddad", "Karim Haddad"), also=("professional", "naam hulpverlener")),
        Column("organisation", Text("Van welke organisatie?", "Of which organisation?"), Kind.NAME, 20, Text("De Schakel", "De Schakel"), also=("organisatie",)),
        Column("for_whom", Text("Voor wie?", "For whom?"), Kind.NAMES, 18, Text("Anna; Noor", "Anna; Noor"), list_of="people"),
        Column(
            "domains",
            Text("Leefgebied(en)", "Life domain(s)"),
            Kind.CHOICES,
            22,
            Text("opvoeding en gezin", "parenting and family"),
            vocabulary.DOMAINS,
            ("leefgebied", "leefgebieden", "life domains", "life domain"),
        ),
        Column("purpose", Text("Waarvoor?", "What for?"), Kind.CHOICE, 16, Text("begeleiding", "guidance"), vocabulary.PURPOSES, ("doel van de hulp",)),
        Column("expected_effect", Text("Wat moet het opleveren?", "What should it bring?"), width=30, example=Text("Rust aan tafel", "Peace at the table")),
        _day("since", Text("Sinds", "Since"), example="01-09-2026", also=("start", "begin")),
        _day("until", Text("Gestopt op", "Stopped on"), also=("tot", "until", "einde")),
        _day("planned_end", Text("Afgesproken einde", "Agreed end"), example="01-03-2027", also=("tot afgesproken einde",)),
        _yes("stays", Text("Blijft?", "Stays?"), example=Text("nee", "no"), width=9),
        Column("quantity", Text("Hoeveel", "How much"), Kind.NUMBER, 10, Text("2,5", "2.5")),
        Column("unit", Text("Eenheid", "Unit"), Kind.CHOICE, 11, Text("uur", "hour"), vocabulary.UNITS),
        Column("per", Text("Per", "Per"), Kind.CHOICE, 12, Text("per week", "per week"), vocabulary.PERS),
        Column("payer", Text("Wie betaalt?", "Who pays?"), Kind.CHOICE, 16, Text("gemeente", "municipality"), vocabulary.PAYERS, ("betaler",)),
        Column("law", Text("Wet", "Law"), Kind.CHOICE, 14, Text("Jeugdwet", "Youth Act"), vocabulary.LAWS),
        Column("price_cents", Text("Prijs per eenheid", "Price per unit"), Kind.EUROS, 12, Text("85,20", "85.20"), also=("prijs", "price")),
        Column("price_year", Text("Prijspeil", "Price year"), Kind.YEAR, 10, Text("2026", "2026")),
        Column("price_concept", Text("Soort prijs", "Kind of price"), Kind.CHOICE, 14, Text("tarief", "tariff"), vocabulary.PRICE_CONCEPTS),
        Column("price_source", Text("Bron van de prijs", "Source of the price"), width=22, example=Text("contract 2026", "contract 2026")),
        Column("note", Text("Opmerking", "Note"), width=30),
        Column("purpose_note", Text("Waarvoor precies?", "What for exactly?"), width=26, more=True),
        Column("goals", Text("Bij welk doel?", "For which goal?"), Kind.NAMES, 26, more=True),
        _day("waiting_since", Text("Wacht sinds", "Waiting since"), more=True),
        Column("contacts_per_week", Text("Contacten per week", "Contacts per week"), Kind.NUMBER, 12, more=True),
        _day("evaluation_on", Text("Wanneer bekijken we dit opnieuw?", "When do we look again?"), more=True, also=("evaluatie",)),
        _yes("stopped_unfinished", Text("Gestopt voor het klaar was?", "Stopped before it was done?"), more=True),
        Column("stop_reason", Text("Waarom gestopt?", "Why did it stop?"), width=24, more=True),
        Column("payer_name", Text("Welke gemeente of verzekeraar?", "Which municipality or insurer?"), width=20, more=True),
        _yes("payer_disputed", Text("Onenigheid over wie betaalt?", "Dispute about who pays?"), more=True),
        Column("product_code", Text("Productcode", "Product code"), width=13, more=True),
        Column("price_key", Text("Prijs uit de prijslijst", "Price from the price list"), width=22, more=True),
        Column("price_low_cents", Text("Laagste prijs", "Lowest price"), Kind.EUROS, 12, more=True),
        Column("price_high_cents", Text("Hoogste prijs", "Highest price"), Kind.EUROS, 12, more=True),
        Column("budget_cents", Text("Budget in euro", "Budget in euros"), Kind.EUROS, 13, more=True, also=("budget",)),
        Column("conflicts_with", Text("Botst met welke hulp?", "Clashes with which help?"), Kind.NAMES, 26, more=True),
    ),
    needed=("title",),
    also=("hulplijnen", "hulpverlening"),
)

LEAD = Sheet(
    "lead",
    Text("regie", "lead"),
    Text("Wie trekt wat, en wat mag die persoon beslissen?", "Who leads on what, and what may they decide?"),
    (
        Column(
            "scope",
            Text("Waarover?", "On what?"),
            Kind.CHOICE,
            24,
            Text("Voorbeeld: een leefgebied", "Example: a life domain"),
            vocabulary.SCOPES,
            ("soort regie",),
        ),
        Column("subject", Text("Welk leefgebied, welke hulp of welk doel?", "Which domain, help or goal?"), Kind.NAME, 30, Text("wonen", "housing")),
        Column("holder", Text("Wie?", "Who?"), Kind.NAME, 24, Text("Karim Haddad", "Karim Haddad"), also=("wie heeft de regie", "regiehouder")),
        Column("organisation", Text("Van welke organisatie?", "Of which organisation?"), Kind.NAME, 22, Text("De Schakel", "De Schakel"), also=("organisatie",)),
        _yes("accepted", Text("Heeft ja gezegd?", "Has said yes?"), example=Text("ja", "yes")),
        Column("mandate", Text("Mag beslissen over", "May decide on"), Kind.CHOICES, 36, Text("hulp laten stoppen", "let help stop"), vocabulary.MANDATES, ("mandaat",)),
        Column("mandate_note", Text("Toelichting", "Explanation"), width=26),
        Column("deputy", Text("Wie vervangt?", "Who deputises?"), Kind.NAME, 22, also=("vervanger",)),
        _day("since", Text("Sinds", "Since"), example="01-09-2026"),
        _day("until", Text("Tot", "Until"), also=("einde",)),
        _day("review_on", Text("Wanneer bekijken we dit opnieuw?", "When do we look again?")),
    ),
    needed=("scope", "holder"),
)

PLAN = Sheet(
    "plan",
    Text("afspraken", "agreements"),
    Text("Doelen, problemen, afspraken, acties en besluiten: één per regel.", "Goals, problems, agreements, actions and decisions: one per line."),
    (
        Column("title", Text("Wat?", "What?"), width=40, example=Text("Voorbeeld: huur opnieuw bespreken", "Example: talk about the rent again"), also=("afspraak", "agreement")),
        Column("item", Text("Soort", "Kind"), Kind.CHOICE, 14, Text("actie", "action"), vocabulary.ITEMS),
        Column("who", Text("Wie?", "Who?"), width=26, example=Text("Karim Haddad", "Karim Haddad"), also=("met wie", "door wie")),
        Column("domain", Text("Leefgebied", "Life domain"), Kind.CHOICE, 22, words=vocabulary.DOMAINS),
        Column("note", Text("In eigen woorden, of waarom", "In own words, or why"), width=40, also=("toelichting",)),
        _day("since", Text("Afgesproken op", "Agreed on"), example="12-11-2026", also=("sinds", "since")),
        _day("due", Text("Klaar op", "Due on"), example="01-12-2026", also=("uiterlijk", "tot", "until")),
        _day("done", Text("Afgerond op", "Done on"), also=("gedaan op",)),
        _yes("reached", Text("Doel gelukt?", "Goal reached?")),
        Column("kept", Text("Hoe gaat het met de afspraak?", "How is the agreement going?"), width=26),
        Column("dissent", Text("Wie zag het anders?", "Who saw it otherwise?"), width=26),
    ),
    needed=("title", "item"),
    also=("acties", "plan", "afspraken en acties"),
)
PLAN_FIELDS: dict[Item, dict[str, str]] = {
    Item.GOAL: {"title": "title", "who": "person", "domain": "domain", "note": "own_words", "since": "since", "due": "horizon", "done": "closed_on", "reached": "reached"},
    Item.PROBLEM: {"title": "title", "domain": "domain", "note": "note", "since": "since", "done": "solved_on"},
    Item.AGREEMENT: {"title": "title", "who": "parties", "since": "agreed_on", "due": "until", "kept": "kept"},
    Item.ACTION: {"title": "title", "who": "owner", "since": "agreed_on", "due": "due", "done": "done_on"},
    Item.DECISION: {"title": "title", "who": "decided_by", "note": "reason", "since": "on", "dissent": "dissent"},
}
"""Which field of the household file a column means, by kind of line."""

EVENTS = Sheet(
    "events",
    Text("gebeurtenissen", "events"),
    Text("Wat gebeurde er, en wanneer?", "What happened, and when?"),
    (
        Column("title", Text("Wat gebeurde er?", "What happened?"), width=44, example=Text("Voorbeeld: verhuisd naar de Kade", "Example: moved to the Kade")),
        Column("kind", Text("Soort", "Kind"), Kind.CHOICE, 16, Text("verhuizing", "move"), vocabulary.EVENTS),
        _day("on", Text("Wanneer?", "When?"), example="15-06-2026", also=("datum", "date")),
        Column("person", Text("Wie?", "Who?"), Kind.NAME, 24, Text("Anna", "Anna"), list_of="people"),
        _yes("life_threatening", Text("Was er levensgevaar?", "Was there danger to life?"), example=Text("nee", "no"), width=14),
    ),
    needed=("title", "kind", "on"),
)

NETWORK = Sheet(
    "network",
    Text("netwerk", "network"),
    Text(
        "Niet nodig om te beginnen. Alleen als u meer wilt vastleggen over organisaties en professionals.",
        "Not needed to begin. Only to record more about organisations and professionals.",
    ),
    (
        Column("name", Text("Naam", "Name"), width=28, example=Text("Voorbeeld: Karim Haddad", "Example: Karim Haddad")),
        Column("organisation", Text("Van welke organisatie?", "Of which organisation?"), Kind.NAME, 26, Text("De Schakel", "De Schakel"), also=("organisatie",)),
        Column("kind", Text("Soort organisatie", "Kind of organisation"), Kind.CHOICE, 22, words=vocabulary.ORGANISATIONS),
        Column("agb", Text("AGB-code", "AGB code"), width=13),
        Column("function", Text("Functie", "Function"), width=24, example=Text("gezinsbegeleider", "family worker")),
        Column("expertise", Text("Weet veel van", "Knows much about"), width=32, also=("expertise", "deskundigheid")),
    ),
    needed=("name",),
    also=("organisaties", "professionals"),
)

ROW_SHEETS = (PEOPLE, HELP, LEAD, PLAN, EVENTS, NETWORK)
SHEETS = (HOUSEHOLD, *ROW_SHEETS)
GUIDE, CHOICES = Text("uitleg", "explanation"), Text("keuzes", "choices")
"""The two sheets that are not read."""
