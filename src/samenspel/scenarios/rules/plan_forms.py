"""The fields of a plan, list by list: what is asked, what is folded together, what can be chosen."""

from collections.abc import Callable, Iterable

from rekenmodel.costs import Period, Unit, period_name, unit_name
from rekenmodel.trajectory import load_assumptions
from rekenmodel.values import Payer, Text, payer_name
from samenspel.desk.rules.fields import (
    NOTHING,
    Around,
    Field,
    Option,
    Part,
    alone,
    called,
    coded,
    more_coded,
    more_rows,
    one_row,
    together,
    typed,
)
from samenspel.desk.rules.typed import Input
from samenspel.exchange.rules.workbook_words import PRICE_CONCEPTS
from samenspel.households.rules.codes import LIFE_DOMAIN_TEXTS, PURPOSE_TEXTS
from samenspel.scenarios.rules.codes import KEPT_TEXTS, KNOT_TEXTS, STATUS_TEXTS, EditKind
from samenspel.scenarios.rules.legal import legal_bases
from samenspel.scenarios.rules.plan import PlanFile

Parts = tuple[Part, ...]
SCORES = {
    0: Text("0: nee", "0: no"),
    1: Text("1: bijna niet", "1: hardly"),
    2: Text("2: half", "2: halfway"),
    3: Text("3: grotendeels", "3: mostly"),
    4: Text("4: helemaal", "4: fully"),
}


def parts(*each: Field | Part) -> Parts:
    """Return fields as parts."""
    return tuple(alone(one) for one in each)


PLAN_WORDS = alone(
    more_rows(
        "words",
        "Welke eigen woorden horen bij dit plan?",
        "Which own words belong to this plan?",
        "words",
        Text("Ze staan al op de gezinspagina.", "They stand on the household page already."),
    )
)
FIRST_STEP = alone(
    typed(
        Input.LONG,
        "first_step",
        "Wat moet er dan eerst gebeuren?",
        "What has to happen first, then?",
        Text("Begin met wat de rest tegenhoudt.", "Begin with what holds back the rest."),
    )
)
SUPPORT = alone(
    typed(Input.LONG, "support", "Wat is daarbij nodig van anderen?", "What is needed of others?")
)
KNOT = alone(
    typed(
        Input.LONG,
        "knot",
        "Wat is de knoop?",
        "What is the knot?",
        Text("Eén of twee zinnen, zonder namen van schuldigen.", "One or two sentences, blaming nobody."),
    )
)
KNOT_KIND = alone(coded("knot_kind", "Wat voor knoop is dat?", "What kind of knot is it?", KNOT_TEXTS))
STATUS = alone(coded("status", "Hoe ver is het plan?", "How far is the plan?", STATUS_TEXTS))
MONTHS = alone(
    typed(
        Input.NUMBER,
        "months",
        "Hoeveel maanden vooruit rekenen?",
        "How many months to calculate ahead?",
        Text("Meestal 36: drie jaar.", "Mostly 36: three years."),
    )
)

OPTION: Parts = parts(
    typed(Input.LINE, "title", "Hoe heet deze weg?", "What is this way called?"),
    typed(Input.LONG, "note", "Wat houdt hij in?", "What does it mean?"),
    typed(Input.LINE, "carried_by", "Wie trekt dit?", "Who takes the lead?"),
    together(
        "Waar komt het geld vandaan?",
        "Where does the money come from?",
        typed(Input.LINE, "fund", "Uit welk potje", "Which fund"),
        typed(Input.EUROS, "fund_cents", "Bedrag in euro", "Amount in euros"),
        hint=Text("Leeg mag: het plan staat ook zonder bedrag.", "May be empty: the plan stands without it."),
    ),
)

FOLLOW_UP: Parts = parts(
    typed(Input.DAY, "due", "Terugkijken op", "Look back on"),
    together(
        "Wat zagen we toen?",
        "What did we see then?",
        typed(Input.DAY, "done_on", "Teruggekeken op", "Looked back on"),
        coded("kept", "Staat de stap nog?", "Does the step still stand?", KEPT_TEXTS),
        typed(Input.LONG, "found", "Wat zagen we", "What we saw"),
        typed(Input.LINE, "by", "Door wie", "By whom"),
        typed(Input.EUROS, "realised_cents", "Werkelijk verschil in euro", "Real difference in euros"),
    ),
)

JUDGEMENT: Parts = parts(
    typed(Input.LONG, "answer", "Wat vindt u?", "What do you think?"),
    typed(Input.LONG, "evidence", "Waar blijkt dat uit?", "What shows that?"),
    Field(
        "score",
        Text("Hoe goed klopt het?", "How well does it hold?"),
        Input.ONE,
        ("score",),
        NOTHING,
        lambda _: tuple(Option(str(mark), text, {"score": mark}) for mark, text in SCORES.items()),
    ),
    typed(
        Input.LONG,
        "dissent",
        "Ziet u iets anders dan de ander?",
        "Do you see something differently?",
        Text("Dit blijft staan.", "This stays as it is."),
    ),
)


def _articles(_: Around) -> Iterable[Option]:
    for one in legal_bases().values():
        words = f"{one.article}: {one.subject}" if one.article else one.subject
        yield Option(one.key, Text(words, words), {"basis": one.key}, Text(one.law, one.law))


BASIS = Field(
    "basis",
    Text("Welk artikel geeft ruimte?", "Which article gives room?"),
    Input.ONE,
    ("basis",),
    NOTHING,
    _articles,
)
GROUND: Parts = parts(
    BASIS,
    typed(Input.LINE, "decision_form", "Als welk besluit?", "As which decision?"),
    typed(Input.LONG, "argument", "Hoe legt u dat uit?", "How do you explain that?"),
    typed(Input.LONG, "counter_argument", "Wat is ertegenin te brengen?", "What can be said against it?"),
    together(
        "Wie keek dit na?",
        "Who looked at this?",
        typed(Input.LINE, "confirmed_by", "Naam", "Name"),
        typed(Input.DAY, "confirmed_on", "Op", "On"),
        hint=Text("Vraag het iemand die de wet kent.", "Ask somebody who knows the law."),
    ),
)


def decision(plans: PlanFile, plan: str) -> Parts:
    """The fields of a decision; one of the options of this plan is chosen."""
    options = tuple(
        Option(row.key, Text(row.title, row.title), {"option": row.key}) for row in plans.options_of(plan)
    )
    chosen = Field(
        "option",
        Text("Voor welke weg?", "For which way?"),
        Input.ONE,
        ("option",),
        NOTHING,
        lambda _: options,
    )
    return parts(
        chosen,
        typed(Input.LINE, "decided_by", "Wie besloot?", "Who decided?"),
        typed(
            Input.LINE,
            "mandate",
            "Waarom mag die dat?",
            "Why may they do that?",
            Text("Bijvoorbeeld: mandaat van het college.", "For example: mandate of the municipality."),
        ),
        typed(Input.DAY, "on", "Op welke dag?", "On which day?"),
        typed(Input.LONG, "reason", "Wat is de reden?", "What is the reason?"),
        typed(Input.LONG, "conditions", "Onder welke voorwaarden?", "Under which conditions?"),
        typed(Input.EUROS, "ceiling_cents", "Tot welk bedrag, in euro?", "Up to which amount, in euros?"),
        typed(Input.LONG, "dissent", "Wie zag het anders, en waarom?", "Who saw it differently, and why?"),
    )


ON = typed(Input.DAY, "on", "Vanaf", "From")
UNTIL = typed(Input.DAY, "until", "Tot en met", "Until", Text("Leeg: het gaat door.", "Empty: it goes on."))
HELP = one_row("help", "Welke hulp?", "Which help?", "help")
WHAT = typed(Input.LINE, "title", "Wat is het?", "What is it?")
PAID_BY = coded("payer", "Wie betaalt?", "Who pays?", called(Payer, payer_name))
WORKS_ON = more_coded("domains", "Waar werkt het op?", "What does it work on?", LIFE_DOMAIN_TEXTS)
MEANT_FOR = coded("purpose", "Waarvoor is het?", "What is it for?", PURPOSE_TEXTS)
HOW_MUCH = together(
    "Hoeveel?",
    "How much?",
    typed(Input.NUMBER, "quantity", "Hoeveel", "How much"),
    coded("unit", "Eenheid", "Unit", called(Unit, unit_name)),
    coded("per", "Hoe vaak", "How often", called(Period, period_name)),
)
PRICE = together(
    "Wat kost het?",
    "What does it cost?",
    typed(Input.EUROS, "price_cents", "Prijs in euro", "Price in euros"),
    typed(Input.YEAR, "price_year", "Van welk jaar", "Of which year"),
    coded("price_concept", "Wat voor prijs", "What kind of price", PRICE_CONCEPTS.names),
    typed(Input.LINE, "price_source", "Waar staat dat", "Where is that written"),
)


def _events(_: Around) -> Iterable[Option]:
    for event in load_assumptions().events:
        yield Option(event.key, event.name, {"event": event.key})


EVENT = Field("event", Text("Welke gebeurtenis?", "Which event?"), Input.ONE, ("event",), NOTHING, _events)
ODDS = typed(
    Input.NUMBER,
    "odds",
    "Hoe verandert de kans?",
    "How does the chance change?",
    Text("0 kan niet meer gebeuren, 0,5 half zo vaak, 1 hetzelfde.", "0 cannot happen, 0.5 half as often."),
)
NOTE = typed(Input.LONG, "note", "Toelichting", "Explanation")

EDITS: dict[EditKind, Parts] = {
    EditKind.STOP: parts(HELP, ON, NOTE),
    EditKind.START: parts(WHAT, ON, UNTIL, WORKS_ON, MEANT_FOR, HOW_MUCH, PAID_BY, PRICE, NOTE),
    EditKind.CHANGE: parts(HELP, ON, UNTIL, HOW_MUCH, PAID_BY, PRICE, NOTE),
    EditKind.PAY: parts(WHAT, ON, PAID_BY, PRICE, WORKS_ON, NOTE),
    EditKind.EVENT: parts(EVENT, ON, UNTIL, ODDS, NOTE),
}
"""What is asked of an edit, by its kind."""

FIELDS: dict[str, Callable[[PlanFile, str], Parts]] = {
    "plans": lambda _plans, _plan: (PLAN_WORDS, FIRST_STEP, SUPPORT, KNOT, KNOT_KIND, STATUS, MONTHS),
    "options": lambda _plans, _plan: OPTION,
    "grounds": lambda _plans, _plan: GROUND,
    "judgements": lambda _plans, _plan: JUDGEMENT,
    "plan_decisions": decision,
    "follow_ups": lambda _plans, _plan: FOLLOW_UP,
    "edits": lambda _plans, _plan: tuple({one.name: one for kind in EDITS.values() for one in kind}.values()),
}
"""The parts of a row of each list, given the plans and the plan that it belongs to."""
