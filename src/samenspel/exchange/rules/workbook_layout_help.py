"""The columns of the sheet of help."""

from rekenmodel.values import Text
from samenspel.exchange.rules import workbook_words as vocabulary
from samenspel.exchange.rules.workbook_shape import Column, Kind, Sheet, day_column, yes_column

HELP = Sheet(
    "help",
    Text("hulp", "help"),
    Text(
        "Eén regel per vorm van hulp, ook van naasten.",
        "One line per kind of help, also from people close by.",
    ),
    (
        Column(
            "title",
            Text("Wat is de hulp?", "What is the help?"),
            width=24,
            example=Text("Voorbeeld: begeleiding thuis", "Example: guidance at home"),
            also=("hulp", "help"),
        ),
        Column(
            "helper",
            Text("Door wie?", "By whom?"),
            Kind.NAMES,
            17,
            Text("Karim Haddad", "Karim Haddad"),
            also=("professional", "naam hulpverlener"),
        ),
        Column(
            "organisation",
            Text("Van welke organisatie?", "Of which organisation?"),
            Kind.NAME,
            18,
            Text("De Schakel", "De Schakel"),
            also=("organisatie",),
        ),
        Column(
            "for_whom",
            Text("Voor wie?", "For whom?"),
            Kind.NAMES,
            14,
            Text("Anna; Noor", "Anna; Noor"),
            list_of="people",
        ),
        Column(
            "domains",
            Text("Leefgebied(en)", "Life domain(s)"),
            Kind.CHOICES,
            19,
            Text("opvoeding en gezin", "parenting and family"),
            vocabulary.DOMAINS,
            ("leefgebied", "leefgebieden", "life domains", "life domain"),
        ),
        Column(
            "purpose",
            Text("Waarvoor?", "What for?"),
            Kind.CHOICE,
            14,
            Text("begeleiding", "guidance"),
            vocabulary.PURPOSES,
            ("doel van de hulp",),
        ),
        Column(
            "expected_effect",
            Text("Wat moet het opleveren?", "What should it bring?"),
            width=22,
            example=Text("Rust aan tafel", "Peace at the table"),
        ),
        day_column("since", Text("Sinds", "Since"), example="01-09-2026", also=("start", "begin")),
        day_column("until", Text("Gestopt op", "Stopped on"), also=("tot", "until", "einde")),
        day_column(
            "planned_end",
            Text("Afgesproken einde", "Agreed end"),
            example="01-03-2027",
            also=("tot afgesproken einde",),
        ),
        yes_column("stays", Text("Blijft?", "Stays?"), example=Text("nee", "no"), width=9),
        Column("quantity", Text("Hoeveel", "How much"), Kind.NUMBER, 10, Text("2,5", "2.5")),
        Column("unit", Text("Eenheid", "Unit"), Kind.CHOICE, 11, Text("uur", "hour"), vocabulary.UNITS),
        Column("per", Text("Per", "Per"), Kind.CHOICE, 12, Text("per week", "per week"), vocabulary.PERS),
        Column(
            "payer",
            Text("Wie betaalt?", "Who pays?"),
            Kind.CHOICE,
            14,
            Text("gemeente", "municipality"),
            vocabulary.PAYERS,
            ("betaler",),
        ),
        Column("law", Text("Wet", "Law"), Kind.CHOICE, 14, Text("Jeugdwet", "Youth Act"), vocabulary.LAWS),
        Column(
            "price_cents",
            Text("Prijs per eenheid", "Price per unit"),
            Kind.EUROS,
            12,
            Text("85,20", "85.20"),
            also=("prijs", "price"),
        ),
        Column("price_year", Text("Prijspeil", "Price year"), Kind.YEAR, 10, Text("2026", "2026")),
        Column(
            "price_concept",
            Text("Soort prijs", "Kind of price"),
            Kind.CHOICE,
            14,
            Text("tarief", "tariff"),
            vocabulary.PRICE_CONCEPTS,
        ),
        Column(
            "price_source",
            Text("Bron van de prijs", "Source of the price"),
            width=22,
            example=Text("contract 2026", "contract 2026"),
        ),
        Column("note", Text("Opmerking", "Note"), width=24),
        Column("purpose_note", Text("Waarvoor precies?", "What for exactly?"), width=26, more=True),
        Column("goals", Text("Bij welk doel?", "For which goal?"), Kind.NAMES, 26, more=True),
        day_column("waiting_since", Text("Wacht sinds", "Waiting since"), more=True),
        Column(
            "contacts_per_week", Text("Contacten per week", "Contacts per week"), Kind.NUMBER, 12, more=True
        ),
        day_column(
            "evaluation_on",
            Text("Wanneer bekijken we dit opnieuw?", "When do we look again?"),
            more=True,
            also=("evaluatie",),
        ),
        yes_column(
            "stopped_unfinished",
            Text("Gestopt voor het klaar was?", "Stopped before it was done?"),
            more=True,
        ),
        Column("stop_reason", Text("Waarom gestopt?", "Why did it stop?"), width=24, more=True),
        Column(
            "payer_name",
            Text("Welke gemeente of verzekeraar?", "Which municipality or insurer?"),
            width=20,
            more=True,
        ),
        yes_column(
            "payer_disputed", Text("Onenigheid over wie betaalt?", "Dispute about who pays?"), more=True
        ),
        Column("product_code", Text("Productcode", "Product code"), width=13, more=True),
        Column(
            "price_key", Text("Prijs uit de prijslijst", "Price from the price list"), width=22, more=True
        ),
        Column("price_low_cents", Text("Laagste prijs", "Lowest price"), Kind.EUROS, 12, more=True),
        Column("price_high_cents", Text("Hoogste prijs", "Highest price"), Kind.EUROS, 12, more=True),
        Column(
            "budget_cents",
            Text("Budget in euro", "Budget in euros"),
            Kind.EUROS,
            13,
            more=True,
            also=("budget",),
        ),
        Column(
            "conflicts_with",
            Text("Botst met welke hulp?", "Clashes with which help?"),
            Kind.NAMES,
            26,
            more=True,
        ),
    ),
    needed=("title",),
    also=("hulplijnen", "hulpverlening"),
)
