"""The editors of help, its bills and what it brings."""

from rekenmodel.costs import Period, Unit, period_name, unit_name
from rekenmodel.values import Payer, Text, payer_name
from samenspel.desk.rules.fields import (
    Field,
    Part,
    called,
    coded,
    fold,
    form,
    listed_price,
    more_coded,
    more_rows,
    one_row,
    organisation,
    somebody,
    together,
    typed,
)
from samenspel.desk.rules.titles import LIST_NAMES
from samenspel.desk.rules.typed import Input
from samenspel.exchange.rules.workbook_words import PRICE_CONCEPTS
from samenspel.households.rules.codes import (
    EVIDENCE_TEXTS,
    LAW_TEXTS,
    LAYER_TEXTS,
    LIFE_DOMAIN_TEXTS,
    PURPOSE_TEXTS,
)

WHO: tuple[Field | Part, ...] = (
    organisation("organisation", "Van welke organisatie?", "Of which organisation?"),
    somebody(
        "helper",
        "Wie geeft deze hulp?",
        "Who gives this help?",
        "supporters directory",
        Text("Een naaste of een professional.", "Somebody close or a professional."),
    ),
    more_rows("for_whom", "Voor wie?", "For whom?", "persons"),
    more_coded("domains", "Bij welke leefgebieden hoort dit?", "Which life domains?", LIFE_DOMAIN_TEXTS),
)
WHY: tuple[Field | Part, ...] = (
    coded("purpose", "Waarvoor is deze hulp?", "What is this help for?", PURPOSE_TEXTS),
    typed(Input.LINE, "purpose_note", "Waarvoor, in gewone woorden", "What for, in plain words"),
    more_rows("goals", "Bij welke doelen hoort dit?", "Which goals does it serve?", "goals"),
    more_rows("conflicts_with", "Met welke hulp botst dit?", "With which help does it clash?", "help"),
)
WHEN: tuple[Field | Part, ...] = (
    typed(Input.DAY, "waiting_since", "Wacht sinds", "Waiting since"),
    typed(Input.DAY, "since", "Begonnen op", "Started on"),
    typed(
        Input.YES,
        "stays",
        "Deze hulp blijft",
        "This help stays",
        Text("Zoals een huisarts.", "Like a doctor."),
    ),
    together(
        "Is de hulp gestopt?",
        "Has the help stopped?",
        typed(Input.DAY, "until", "Gestopt op", "Stopped on"),
        typed(Input.YES, "stopped_unfinished", "Het was nog niet af", "It was not finished"),
        typed(Input.LINE, "stop_reason", "Waarom gestopt?", "Why did it stop?"),
    ),
)
HELP_UNITS = tuple(unit for unit in Unit if unit is not Unit.QALY)
HOW_MUCH: tuple[Field | Part, ...] = (
    together(
        "Hoeveel hulp is het?",
        "How much help is it?",
        typed(Input.NUMBER, "quantity", "Hoeveel", "How much"),
        coded("unit", "Eenheid", "Unit", called(HELP_UNITS, unit_name)),
        coded("per", "Hoe vaak", "How often", called(Period, period_name)),
        hint=Text(
            "Vul alle drie in, bijvoorbeeld 1,5 uur per week.", "Fill in all three: 1.5 hours per week."
        ),
    ),
    typed(Input.NUMBER, "contacts_per_week", "Hoe vaak ziet het gezin hen, per week?", "Contacts per week"),
)
MONEY: tuple[Field | Part, ...] = (
    coded("payer", "Wie betaalt?", "Who pays?", called(Payer, payer_name)),
    typed(
        Input.LINE,
        "payer_name",
        "Welke precies?",
        "Which one?",
        Text("Bijvoorbeeld de naam van de gemeente.", "For example the name of the municipality."),
    ),
    typed(Input.YES, "payer_disputed", "Het is niet zeker wie betaalt", "It is not sure who pays"),
    coded("law", "Onder welke wet?", "Under which law?", LAW_TEXTS),
    typed(Input.LINE, "product_code", "Productcode", "Product code"),
    listed_price("price_key", "Prijs uit de prijslijst", "Price from the price list"),
    together(
        "Eigen prijs",
        "A price of its own",
        typed(Input.EUROS, "price_cents", "Prijs in euro", "Price in euros"),
        coded("price_concept", "Soort prijs", "Kind of price", PRICE_CONCEPTS.names),
        typed(Input.LINE, "price_source", "Waar staat deze prijs?", "Where does this price come from?"),
        typed(Input.YEAR, "price_year", "Prijs van welk jaar?", "Price of which year?"),
        typed(Input.EUROS, "price_low_cents", "Laagste prijs", "Lowest price"),
        typed(Input.EUROS, "price_high_cents", "Hoogste prijs", "Highest price"),
        hint=Text(
            "Vul de prijs, de soort en de bron in. Deze prijs gaat voor de prijslijst.",
            "Fill in the price, the kind and the source. This price goes before the price list.",
        ),
    ),
    typed(Input.EUROS, "budget_cents", "Toegekend budget in euro", "Granted budget in euros"),
)

HELP = form(
    LIST_NAMES["help"],
    Text("Nieuwe hulp", "New help"),
    first=[
        typed(Input.LINE, "title", "Wat is de hulp?", "What is the help?"),
        typed(
            Input.LONG,
            "expected_effect",
            "Wat moet deze hulp brengen?",
            "What should this help bring?",
            Text("Bijvoorbeeld: Bas slaapt weer door.", "For example: Bas sleeps through again."),
        ),
        typed(Input.DAY, "planned_end", "Tot wanneer is dit afgesproken?", "Until when was this agreed?"),
        typed(Input.DAY, "evaluation_on", "Samen weer kijken op", "Look again on"),
    ],
    more=[
        fold(*WHO, nl="Wie helpt, en wie krijgt hulp", en="Who helps, and who is helped"),
        fold(*WHY, nl="Waarvoor", en="What for"),
        fold(*WHEN, nl="Wanneer", en="When"),
        fold(*HOW_MUCH, nl="Hoeveel", en="How much"),
        fold(*MONEY, nl="Wie betaalt, en hoeveel", en="Who pays, and how much"),
        fold(typed(Input.LONG, "note", "Wat u nog kwijt wilt", "Anything else")),
    ],
    asked="title organisation helper domains purpose waiting_since since",
)

DECLARATIONS = form(
    LIST_NAMES["declarations"],
    Text("Nieuwe rekening", "New bill"),
    first=[
        one_row("help", "Voor welke hulp?", "For which help?", "help"),
        typed(
            Input.EUROS,
            "cents",
            "Bedrag in euro",
            "Amount in euros",
            Text("Een teruggave heeft een min ervoor.", "A credit has a minus in front."),
        ),
        typed(Input.DAY, "begin", "Van", "From"),
        typed(Input.DAY, "end", "Tot en met", "Up to and including"),
    ],
    more=[
        fold(
            typed(Input.LINE, "reference", "Kenmerk van de rekening", "Reference of the bill"),
            typed(
                Input.LINE,
                "corrects",
                "Verbetert de rekening met kenmerk",
                "Corrects the bill with reference",
            ),
        )
    ],
    asked="help cents begin end reference",
)

EFFECTS = form(
    LIST_NAMES["effects"],
    Text("Nieuw: wat hulp brengt", "New: what help brings"),
    first=[
        typed(Input.LINE, "title", "Wat wordt er beter?", "What gets better?"),
        one_row("help", "Door welke hulp?", "Through which help?", "help"),
        coded("evidence", "Hoe weten we dat?", "How do we know?", EVIDENCE_TEXTS),
    ],
    more=[
        fold(
            coded("layer", "Hoe ver weg?", "How far along?", LAYER_TEXTS),
            typed(Input.LINE, "for_whom", "Voor wie?", "For whom?"),
            typed(Input.DAY, "by", "Wanneer?", "By when?"),
            typed(Input.LONG, "note", "Meer erover", "More about it"),
        )
    ],
    asked="title help layer evidence",
)
