"""The sheets of the workbook and their columns: the one list that the template, reader and writer share."""

from rekenmodel.values import Text
from samenspel.exchange.rules import workbook_words as vocabulary
from samenspel.exchange.rules.workbook_layout_help import HELP
from samenspel.exchange.rules.workbook_shape import Column, Kind, Sheet, day_column, yes_column
from samenspel.exchange.rules.workbook_words import Item

HOUSEHOLD = Sheet(
    "household",
    Text("huishouden", "household"),
    Text("Over het huishouden en de casus.", "About the household and the case."),
    (
        Column(
            "name",
            Text("Hoe heet het huishouden?", "What is the household called?"),
            also=("naam", "name", "huishouden"),
        ),
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
            Text(
                "Wanneer is het volgende overleg (dag en tijd)?", "When is the next meeting (day and time)?"
            ),
            Kind.MOMENT,
            also=("volgende overleg", "next meeting"),
        ),
        Column("next_meeting_where", Text("Waar is het volgende overleg?", "Where is the next meeting?")),
        Column("next_meeting_note", Text("Wat bespreken we dan?", "What will we talk about?")),
        Column("year_ahead", Text("Waar wilt u over een jaar staan?", "Where do you want to be in a year?")),
        Column("first_needed", Text("Wat is eerst nodig?", "What is needed first?")),
        Column(
            "contribution", Text("Wat doet u zelf?", "What will you do yourself?"), also=("eigen bijdrage",)
        ),
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
        "Eén regel per persoon: het gezin en de mensen die dichtbij staan. Professionals schrijft u bij "
        "hulp.",
        "One line per person: the family and the people close to it. Professionals go on the sheet help.",
    ),
    (
        Column(
            "name",
            Text("Naam", "Name"),
            width=24,
            example=Text("Voorbeeld: Anna de Boer", "Example: Anna de Boer"),
        ),
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
        Column(
            "birth_date",
            Text("Geboren op", "Born on"),
            Kind.BIRTH,
            13,
            Text("07-05-1988", "07-05-1988"),
            also=("geboortedatum", "date of birth"),
        ),
        yes_column("in_house", Text("Woont in huis?", "Lives in the house?"), example=Text("ja", "yes")),
        Column(
            "lives_at", Text("Zo nee: waar dan?", "If not: where?"), width=22, also=("woont ergens anders",)
        ),
        Column(
            "relations",
            Text("Wat is deze persoon van wie?", "What is this person to whom?"),
            width=42,
            example=Text("ouder van Noor en Sam (samen gezag)", "parent of Noor and Sam (joint authority)"),
            also=("relaties", "relations"),
        ),
        Column(
            "tie", Text("Steun of spanning?", "Support or tension?"), Kind.CHOICE, 16, words=vocabulary.TIES
        ),
        Column("gives", Text("Wat doet deze naaste?", "What does this person do?"), width=30),
        day_column("since", Text("Sinds", "Since"), more=True),
        day_column("until", Text("Tot", "Until"), more=True),
    ),
    needed=("name",),
    also=("personen", "persons", "gezin en naasten"),
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
        Column(
            "subject",
            Text("Welk leefgebied, welke hulp of welk doel?", "Which domain, help or goal?"),
            Kind.NAME,
            30,
            Text("wonen", "housing"),
        ),
        Column(
            "holder",
            Text("Wie?", "Who?"),
            Kind.NAME,
            24,
            Text("Karim Haddad", "Karim Haddad"),
            also=("wie heeft de regie", "regiehouder"),
        ),
        Column(
            "organisation",
            Text("Van welke organisatie?", "Of which organisation?"),
            Kind.NAME,
            22,
            Text("De Schakel", "De Schakel"),
            also=("organisatie",),
        ),
        yes_column("accepted", Text("Heeft ja gezegd?", "Has said yes?"), example=Text("ja", "yes")),
        Column(
            "mandate",
            Text("Mag beslissen over", "May decide on"),
            Kind.CHOICES,
            36,
            Text("hulp laten stoppen", "let help stop"),
            vocabulary.MANDATES,
            ("mandaat",),
        ),
        Column("mandate_note", Text("Toelichting", "Explanation"), width=26),
        Column("deputy", Text("Wie vervangt?", "Who deputises?"), Kind.NAME, 22, also=("vervanger",)),
        day_column("since", Text("Sinds", "Since"), example="01-09-2026"),
        day_column("until", Text("Tot", "Until"), also=("einde",)),
        day_column("review_on", Text("Wanneer bekijken we dit opnieuw?", "When do we look again?")),
    ),
    needed=("scope", "holder"),
)

PLAN = Sheet(
    "plan",
    Text("afspraken", "agreements"),
    Text(
        "Doelen, problemen, afspraken, acties en besluiten: één per regel.",
        "Goals, problems, agreements, actions and decisions: one per line.",
    ),
    (
        Column(
            "title",
            Text("Wat?", "What?"),
            width=40,
            example=Text("Voorbeeld: huur opnieuw bespreken", "Example: talk about the rent again"),
            also=("afspraak", "agreement"),
        ),
        Column("item", Text("Soort", "Kind"), Kind.CHOICE, 14, Text("actie", "action"), vocabulary.ITEMS),
        Column(
            "who",
            Text("Wie?", "Who?"),
            width=26,
            example=Text("Karim Haddad", "Karim Haddad"),
            also=("met wie", "door wie"),
        ),
        Column("domain", Text("Leefgebied", "Life domain"), Kind.CHOICE, 22, words=vocabulary.DOMAINS),
        Column(
            "note",
            Text("In eigen woorden, of waarom", "In own words, or why"),
            width=40,
            also=("toelichting",),
        ),
        day_column(
            "since", Text("Afgesproken op", "Agreed on"), example="12-11-2026", also=("sinds", "since")
        ),
        day_column(
            "due", Text("Klaar op", "Due on"), example="01-12-2026", also=("uiterlijk", "tot", "until")
        ),
        day_column("done", Text("Afgerond op", "Done on"), also=("gedaan op",)),
        yes_column("reached", Text("Doel gelukt?", "Goal reached?")),
        Column("kept", Text("Hoe gaat het met de afspraak?", "How is the agreement going?"), width=26),
        Column("dissent", Text("Wie zag het anders?", "Who saw it otherwise?"), width=26),
    ),
    needed=("title", "item"),
    also=("acties", "plan", "afspraken en acties"),
)
PLAN_FIELDS: dict[Item, dict[str, str]] = {
    Item.GOAL: {
        "title": "title",
        "who": "person",
        "domain": "domain",
        "note": "own_words",
        "since": "since",
        "due": "horizon",
        "done": "closed_on",
        "reached": "reached",
    },
    Item.PROBLEM: {
        "title": "title",
        "domain": "domain",
        "note": "note",
        "since": "since",
        "done": "solved_on",
    },
    Item.AGREEMENT: {
        "title": "title",
        "who": "parties",
        "since": "agreed_on",
        "due": "until",
        "kept": "kept",
    },
    Item.ACTION: {"title": "title", "who": "owner", "since": "agreed_on", "due": "due", "done": "done_on"},
    Item.DECISION: {
        "title": "title",
        "who": "decided_by",
        "note": "reason",
        "since": "on",
        "dissent": "dissent",
    },
}
"""Which field of the household file a column means, by kind of line."""

EVENTS = Sheet(
    "events",
    Text("gebeurtenissen", "events"),
    Text("Wat gebeurde er, en wanneer?", "What happened, and when?"),
    (
        Column(
            "title",
            Text("Wat gebeurde er?", "What happened?"),
            width=44,
            example=Text("Voorbeeld: verhuisd naar de Kade", "Example: moved to the Kade"),
        ),
        Column("kind", Text("Soort", "Kind"), Kind.CHOICE, 16, Text("verhuizing", "move"), vocabulary.EVENTS),
        day_column("on", Text("Wanneer?", "When?"), example="15-06-2026", also=("datum", "date")),
        Column("person", Text("Wie?", "Who?"), Kind.NAME, 24, Text("Anna", "Anna"), list_of="people"),
        yes_column(
            "life_threatening",
            Text("Was er levensgevaar?", "Was there danger to life?"),
            example=Text("nee", "no"),
            width=14,
        ),
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
        Column(
            "name",
            Text("Naam", "Name"),
            width=28,
            example=Text("Voorbeeld: Karim Haddad", "Example: Karim Haddad"),
        ),
        Column(
            "organisation",
            Text("Van welke organisatie?", "Of which organisation?"),
            Kind.NAME,
            26,
            Text("De Schakel", "De Schakel"),
            also=("organisatie",),
        ),
        Column(
            "kind",
            Text("Soort organisatie", "Kind of organisation"),
            Kind.CHOICE,
            22,
            words=vocabulary.ORGANISATIONS,
        ),
        Column("agb", Text("AGB-code", "AGB code"), width=13),
        Column(
            "function",
            Text("Functie", "Function"),
            width=24,
            example=Text("gezinsbegeleider", "family worker"),
        ),
        Column(
            "expertise",
            Text("Weet veel van", "Knows much about"),
            width=32,
            also=("expertise", "deskundigheid"),
        ),
    ),
    needed=("name",),
    also=("organisaties", "professionals"),
)

ROW_SHEETS = (PEOPLE, HELP, LEAD, PLAN, EVENTS, NETWORK)
SHEETS = (HOUSEHOLD, *ROW_SHEETS)
GUIDE, CHOICES = Text("uitleg", "explanation"), Text("keuzes", "choices")
"""The two sheets that are not read."""
