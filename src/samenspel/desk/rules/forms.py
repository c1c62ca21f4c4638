"""The editors, list by list: the fields that matter most first, the rest folded.

A list that holds money, dates or names a lot stands in `forms_help`; the lists about people and the course
of things stand here. Together they are `FORMS`.
"""

from rekenmodel.values import Text
from samenspel.desk.rules.fields import (
    DEPUTIES,
    Form,
    coded,
    fold,
    form,
    more_coded,
    somebody,
    subject,
    together,
    typed,
)
from samenspel.desk.rules.forms_help import DECLARATIONS, EFFECTS, HELP
from samenspel.desk.rules.titles import LIST_NAMES
from samenspel.desk.rules.typed import Input
from samenspel.households.rules.codes import (
    AUTHORITY_TEXTS,
    EVENT_TEXTS,
    LIFE_DOMAIN_TEXTS,
    MANDATE_TEXTS,
    RELATION_TEXTS,
    STATE_TEXTS,
    TIE_TEXTS,
    WORDS_TEXTS,
)

SINCE = typed(Input.DAY, "since", "Sinds", "Since")
UNTIL = typed(Input.DAY, "until", "Tot", "Until")

FORMS: dict[str, Form] = {
    "household": form(
        LIST_NAMES["household"],
        LIST_NAMES["household"],
        first=[
            typed(Input.LINE, "name", "Hoe heet het gezin?", "What is the household called?"),
            typed(
                Input.MUNICIPALITY,
                "municipality",
                "Code van de gemeente",
                "Code of the municipality",
                Text("Vier cijfers van het CBS, bijvoorbeeld 0344.", "Four figures, for example 0344."),
            ),
            somebody(
                "plan_holder",
                "Van wie is het plan?",
                "Whose plan is it?",
                "persons",
                Text("Iemand van het gezin.", "Somebody of the household."),
            ),
        ],
        asked="name",
    ),
    "cases": form(
        LIST_NAMES["cases"],
        Text("Begin van de samenwerking", "Start of working together"),
        first=[
            typed(
                Input.MOMENT,
                "next_meeting_at",
                "Wanneer is het volgende overleg?",
                "When is the next meeting?",
                Text("Bijvoorbeeld 3-12-2026 15.30.", "For example 3-12-2026 15:30."),
            ),
            typed(Input.LINE, "next_meeting_where", "Waar is dat?", "Where is it?"),
            typed(Input.LONG, "next_meeting_note", "Waar gaat het over?", "What is it about?"),
        ],
        more=[
            fold(
                typed(Input.LINE, "title", "Naam", "Name"),
                typed(Input.DAY, "opened_on", "Begonnen op", "Started on"),
                typed(Input.DAY, "closed_on", "Gestopt op", "Stopped on"),
            )
        ],
        asked="opened_on next_meeting_at next_meeting_where",
    ),
    "persons": form(
        LIST_NAMES["persons"],
        Text("Nieuw: iemand van het gezin", "New: somebody of the household"),
        first=[
            typed(Input.LINE, "name", "Naam", "Name"),
            typed(
                Input.LINE,
                "role",
                "Wie is dit in het gezin?",
                "Who is this in the household?",
                Text("Bijvoorbeeld moeder of zoon.", "For example mother or son."),
            ),
            typed(Input.DAY, "birth_date", "Geboren op", "Born on"),
        ],
        more=[
            fold(
                together(
                    "Waar woont deze persoon?",
                    "Where does this person live?",
                    typed(Input.YES, "in_house", "Woont in huis", "Lives in the house"),
                    typed(Input.LINE, "lives_at", "Woont ergens anders: waar?", "Lives elsewhere: where?"),
                ),
                typed(Input.DAY, "since", "Hoort erbij sinds", "Belongs here since"),
                typed(Input.DAY, "until", "Hoorde erbij tot", "Belonged here until"),
            )
        ],
        asked="name role birth_date",
    ),
    "relations": form(
        LIST_NAMES["relations"],
        Text("Nieuwe familieband", "New family tie"),
        first=[
            somebody("person", "Wie", "Who", "persons"),
            together(
                "Wat is dat voor band?",
                "What tie is it?",
                coded("kind", "Is de … van", "Is the … of", RELATION_TEXTS),
                coded("authority", "Gezag over het kind", "Parental authority", AUTHORITY_TEXTS),
            ),
            somebody("other", "Van wie", "Of whom", "persons"),
        ],
        more=[fold(SINCE, UNTIL)],
        asked="person kind other",
    ),
    "supporters": form(
        LIST_NAMES["supporters"],
        Text("Nieuwe naaste", "New: somebody close"),
        first=[
            typed(Input.LINE, "name", "Naam", "Name"),
            typed(
                Input.LINE,
                "relation",
                "Wie is dit voor het gezin?",
                "Who is this to the household?",
                Text("Bijvoorbeeld opa of buurvrouw.", "For example grandfather or neighbour."),
            ),
            typed(Input.LINE, "gives", "Wat doet deze naaste?", "What does this person do?"),
        ],
        more=[
            fold(coded("tie", "Hoeveel steun is er?", "How much support is there?", TIE_TEXTS), SINCE, UNTIL)
        ],
        asked="name relation gives",
    ),
    "goals": form(
        LIST_NAMES["goals"],
        Text("Nieuw doel", "New goal"),
        first=[
            typed(
                Input.LONG,
                "own_words",
                "Wat wil het gezin, in eigen woorden?",
                "What does the household want, in its own words?",
                voice=True,
            ),
            typed(Input.LINE, "title", "Het doel in het kort", "The goal in short"),
            typed(Input.DAY, "horizon", "Wanneer moet het zover zijn?", "By when?"),
        ],
        more=[
            fold(
                together(
                    "Is het doel klaar?",
                    "Is the goal done?",
                    typed(Input.DAY, "closed_on", "Klaar op", "Done on"),
                    typed(Input.YES, "reached", "Het is gelukt", "It was reached"),
                ),
                coded("domain", "Leefgebied", "Life domain", LIFE_DOMAIN_TEXTS),
                somebody("person", "Voor wie is dit doel?", "Whose goal is it?", "persons"),
                SINCE,
            )
        ],
        asked="own_words title domain horizon",
    ),
    "problems": form(
        LIST_NAMES["problems"],
        Text("Nieuw: wat er speelt", "New: what is wrong"),
        first=[
            typed(Input.LINE, "title", "Wat speelt er?", "What is wrong?"),
            coded("domain", "Leefgebied", "Life domain", LIFE_DOMAIN_TEXTS),
            typed(Input.DAY, "solved_on", "Opgelost op", "Solved on"),
        ],
        more=[fold(typed(Input.LONG, "note", "Meer erover", "More about it"), SINCE)],
        asked="title domain since",
    ),
    "help": HELP,
    "declarations": DECLARATIONS,
    "leads": form(
        LIST_NAMES["leads"],
        Text("Nieuwe regie", "New lead"),
        first=[
            somebody(
                "holder",
                "Wie trekt dit en mag erover beslissen?",
                "Who leads on this and may decide on it?",
                "persons supporters directory",
            ),
            subject("Waarop?", "On what?"),
            typed(Input.YES, "accepted", "Deze persoon heeft ja gezegd", "This person said yes"),
        ],
        more=[
            fold(
                more_coded(
                    "mandate", "Wat mag deze persoon zelf?", "What may this person do?", MANDATE_TEXTS
                ),
                typed(Input.LINE, "mandate_note", "En verder", "And also"),
                somebody(
                    "substitute",
                    "Wie vervangt?",
                    "Who is the deputy?",
                    "persons supporters directory",
                    into=DEPUTIES,
                ),
                typed(Input.DAY, "review_on", "Samen weer kijken op", "Look again on"),
                SINCE,
                UNTIL,
            )
        ],
        asked="scope holder accepted since",
    ),
    "effects": EFFECTS,
    "agreements": form(
        LIST_NAMES["agreements"],
        Text("Nieuwe afspraak", "New agreement"),
        first=[
            typed(Input.LINE, "title", "Wat spreekt u af?", "What do you agree on?"),
            typed(Input.LINE, "parties", "Met wie?", "With whom?"),
            typed(
                Input.LINE,
                "kept",
                "Lukt het?",
                "Is it kept?",
                Text("Bijvoorbeeld: ja, sinds mei.", "For example: yes, since May."),
            ),
        ],
        more=[
            fold(
                typed(Input.DAY, "agreed_on", "Afgesproken op", "Agreed on"),
                typed(Input.DAY, "until", "Geldt tot", "Holds until"),
            )
        ],
        asked="title parties agreed_on",
    ),
    "actions": form(
        LIST_NAMES["actions"],
        Text("Nieuw: wat iemand doet", "New: what somebody does"),
        first=[
            typed(Input.LINE, "title", "Wat gaat er gebeuren?", "What will happen?"),
            somebody("owner", "Wie doet dit?", "Who does this?", "persons supporters directory"),
            typed(Input.DAY, "due", "Wanneer is het klaar?", "When is it due?"),
            typed(Input.DAY, "done_on", "Gedaan op", "Done on"),
        ],
        more=[fold(typed(Input.DAY, "agreed_on", "Afgesproken op", "Agreed on"))],
        asked="title owner due agreed_on",
    ),
    "events": form(
        LIST_NAMES["events"],
        Text("Nieuwe gebeurtenis", "New event"),
        first=[
            typed(Input.LINE, "title", "Wat gebeurde er?", "What happened?"),
            typed(Input.DAY, "on", "Wanneer?", "When?"),
            together(
                "Wat voor gebeurtenis?",
                "What kind of event?",
                coded("kind", "Soort", "Kind", EVENT_TEXTS),
                typed(Input.YES, "life_threatening", "Er was levensgevaar", "Life was in danger"),
            ),
        ],
        more=[fold(somebody("person", "Over wie gaat het?", "Whom is it about?", "persons"))],
        asked="title on kind",
    ),
    "decisions": form(
        LIST_NAMES["decisions"],
        Text("Nieuw besluit", "New decision"),
        first=[
            typed(Input.LINE, "title", "Wat is besloten?", "What was decided?"),
            typed(Input.LONG, "reason", "Waarom?", "Why?"),
            typed(
                Input.LONG,
                "dissent",
                "Wie zag het anders, en waarom?",
                "Who saw it otherwise, and why?",
                Text("Een ander inzicht blijft hier bewaard.", "Another view is kept here."),
            ),
        ],
        more=[
            fold(
                typed(Input.DAY, "on", "Besloten op", "Decided on"),
                typed(Input.LINE, "decided_by", "Door wie?", "By whom?"),
            )
        ],
        asked="title on reason decided_by",
    ),
    "words": form(
        LIST_NAMES["words"],
        Text("Nieuwe eigen woorden", "New own words"),
        first=[
            coded("kind", "Op welke vraag?", "In answer to what?", WORDS_TEXTS),
            typed(Input.LONG, "text", "In eigen woorden", "In their own words", voice=True),
            somebody("speaker", "Wie zei dit?", "Who said this?", "persons supporters"),
        ],
        more=[fold(typed(Input.DAY, "on", "Gezegd op", "Said on"))],
        asked="kind text speaker on",
    ),
    "states": form(
        LIST_NAMES["states"],
        Text("Nieuw: hoe het gaat", "New: how it goes"),
        first=[
            together(
                "Wat spreekt u af?",
                "What do you agree on?",
                coded("agreed", "Zo gaat het nu rond het gezin", "This is how it goes now", STATE_TEXTS),
                typed(Input.LONG, "reason", "Waarom?", "Why?"),
            ),
            typed(Input.DAY, "next_review", "Samen weer kijken op", "Look again on"),
            typed(Input.DAY, "on", "Afgesproken op", "Agreed on"),
        ],
        more=[
            fold(
                typed(Input.SHOWN, "computed", "Berekend", "Computed"),
                typed(Input.SHOWN, "rule_version", "Versie van de regel", "Version of the rule"),
                typed(Input.SHOWN, "signal_values", "De acht signalen", "The eight signals"),
                typed(Input.SHOWN, "votes", "Stemmen", "Votes"),
            )
        ],
        asked="agreed next_review on",
    ),
}
