"""The words for codes in a workbook, in Dutch and English, and how written words are recognised."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cached_property
from typing import Generic, TypeVar

from rekenmodel.costs import Period, Unit, period_name, unit_name
from rekenmodel.signals import EventKind, LeadScope
from rekenmodel.values import Law, LifeDomain, Payer, PriceConcept, Purpose, RefusedError, Text, payer_name
from samenspel.households.rules.codes import (
    AUTHORITY_TEXTS,
    EVENT_TEXTS,
    LAW_TEXTS,
    LIFE_DOMAIN_TEXTS,
    MANDATE_TEXTS,
    PURPOSE_TEXTS,
    RELATION_TEXTS,
    SCOPE_TEXTS,
    TIE_TEXTS,
    Authority,
    RelationKind,
    Tie,
)
from samenspel.network.rules import OrganisationKind

BETWEEN = re.compile(r"(\s*[,;\n]\s*|\s+(?:en|and)\s+)", re.IGNORECASE)
"""What stands between two items of a list that somebody typed."""
LONGEST = 21
"""So many parts of a list, the ten marks between them included, can be one name."""

Code = TypeVar("Code", bound=StrEnum)


def plain_words(text: str) -> str:
    """Return `text` without capitals, accents, punctuation and double spaces, to compare with."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(
        letter if letter.isalnum() else " " for letter in bare if not unicodedata.combining(letter)
    )
    return " ".join(kept.split())


def split_list(text: str, known: "Mapping[str, object]") -> list[str]:
    """Split a typed list; of what is in `known` (plain words) the longest name wins, also with "en" in it."""
    parts = BETWEEN.split(text.strip())
    items, start = [], 0
    while start < len(parts):
        ends = range(min(len(parts), start + LONGEST), start, -2)
        end = next((end for end in ends if plain_words("".join(parts[start:end])) in known), start + 1)
        items.append("".join(parts[start:end]).strip())
        start = end + 1
    return [item for item in items if item]


@dataclass(frozen=True)
class Words(Generic[Code]):
    """The words for one list of codes, with other spellings that are read as well."""

    names: Mapping[Code, Text]
    also: Mapping[str, Code]

    @cached_property
    def known(self) -> dict[str, Code]:
        """The codes by plain word: the code itself, the Dutch and the English word, other spellings."""
        found = {plain_words(word): code for word, code in self.also.items()}
        for code, name in self.names.items():
            found |= {plain_words(word): code for word in (code.value, name.nl, name.en)}
        return found

    def find(self, word: str) -> Code:
        """Return the code that `word` means. Raises RefusedError with the words to choose from."""
        code = self.known.get(plain_words(word))
        if code is None:
            raise RefusedError(self.unknown(word))
        return code

    def find_all(self, text: str) -> tuple[Code, ...]:
        """Return the codes in a typed list, each once. Raises RefusedError on the first unknown word."""
        return tuple(dict.fromkeys(self.find(item) for item in split_list(text, self.known)))

    def unknown(self, word: str) -> Text:
        """Say that a word is not known, which one may be meant, and which there are."""
        near = get_close_matches(plain_words(word), self.known, n=1, cutoff=0.7)
        meant = self.names[self.known[near[0]]] if near else None
        nl = f"Bedoelt u '{meant.nl}'? " if meant else ""
        en = f"Do you mean '{meant.en}'? " if meant else ""
        choices_nl = "; ".join(name.nl for name in self.names.values())
        choices_en = "; ".join(name.en for name in self.names.values())
        return Text(
            f"'{word}' kennen we niet. {nl}Kies uit: {choices_nl}.",
            f"We do not know '{word}'. {en}Choose from: {choices_en}.",
        )


def words(names: Mapping[Code, Text], **also: Code) -> Words[Code]:
    """Return the words of a list of codes; other spellings have an underscore for a space."""
    return Words(names, {word.replace("_", " "): code for word, code in also.items()})


def _both(text: Text) -> tuple[str, str]:
    return text.nl, text.en


class Circle(StrEnum):
    """Whether somebody belongs to the household or stands close to it."""

    FAMILY = "family"
    CLOSE = "close"


class Item(StrEnum):
    """What a line on the sheet of agreements is."""

    GOAL = "goal"
    PROBLEM = "problem"
    AGREEMENT = "agreement"
    ACTION = "action"
    DECISION = "decision"


CIRCLES = words(
    {Circle.FAMILY: Text("gezin", "family"), Circle.CLOSE: Text("naaste", "close by")},
    gezinslid=Circle.FAMILY,
    huishouden=Circle.FAMILY,
    netwerk=Circle.CLOSE,
    naasten=Circle.CLOSE,
    supporter=Circle.CLOSE,
)
ITEMS = words(
    {
        Item.GOAL: Text("doel", "goal"),
        Item.PROBLEM: Text("probleem", "problem"),
        Item.AGREEMENT: Text("afspraak", "agreement"),
        Item.ACTION: Text("actie", "action"),
        Item.DECISION: Text("besluit", "decision"),
    },
    taak=Item.ACTION,
    zorg=Item.PROBLEM,
)
DOMAINS = words(
    LIFE_DOMAIN_TEXTS,
    veiligheid=LifeDomain.SAFETY,
    opvoeding=LifeDomain.PARENTING,
    opvoeden=LifeDomain.PARENTING,
    gezin=LifeDomain.PARENTING,
    school=LifeDomain.CHILD,
    onderwijs=LifeDomain.CHILD,
    ontwikkeling_en_school=LifeDomain.CHILD,
    schulden=LifeDomain.MONEY,
    geld_en_schulden=LifeDomain.MONEY,
    werk=LifeDomain.WORK,
    dagbesteding=LifeDomain.WORK,
    netwerk=LifeDomain.NETWORK,
    politie=LifeDomain.JUSTICE,
    justitie=LifeDomain.JUSTICE,
    huisvesting=LifeDomain.HOUSING,
    psychisch=LifeDomain.MENTAL,
    lichamelijk=LifeDomain.PHYSICAL,
)
PURPOSES = words(
    PURPOSE_TEXTS,
    afstemmen=Purpose.COORDINATION,
    overzicht=Purpose.COORDINATION,
    diagnostiek=Purpose.ASSESSMENT,
    therapie=Purpose.TREATMENT,
    inkomen=Purpose.INCOME,
    schulden=Purpose.INCOME,
    respijt=Purpose.RELIEF,
    ontlasten=Purpose.RELIEF,
    contact=Purpose.CONNECTION,
)
UNITS = words(
    {unit: unit_name(unit) for unit in Unit},
    **{plain_words(word).replace(" ", "_"): unit for unit in Unit for word in _both(unit_name(unit, 2))},
    uren=Unit.HOUR,
    nacht=Unit.FULL_DAY,
    stuk=Unit.ITEM,
    stuks=Unit.ITEM,
    traject=Unit.ITEM,
)
PERS = words(
    {period: period_name(period) for period in Period},
    dag=Period.DAY,
    week=Period.WEEK,
    maand=Period.MONTH,
    jaar=Period.YEAR,
    totaal=Period.ONCE,
)
PAYERS = words(
    {payer: payer_name(payer) for payer in Payer},
    verzekeraar=Payer.HEALTH_INSURER,
    corporatie=Payer.HOUSING_ASSOCIATION,
    school=Payer.EDUCATION,
    gezin=Payer.HOUSEHOLD,
    overheid=Payer.STATE,
)
LAWS = words(
    LAW_TEXTS, pw=Law.PARTICIPATIEWET, onderwijs=Law.EDUCATION, civiel_recht=Law.CIVIL, geen=Law.NONE
)
PRICE_CONCEPTS = words(
    {
        PriceConcept.REFERENCE: Text("richtprijs", "reference price"),
        PriceConcept.TARIFF: Text("tarief", "tariff"),
        PriceConcept.PGB: Text("persoonsgebonden budget", "personal budget"),
        PriceConcept.TRANSFER: Text("uitkering", "benefit"),
        PriceConcept.CLAIM: Text("vordering", "claim"),
        PriceConcept.INVOICE: Text("rekening", "invoice"),
        PriceConcept.ESTIMATE: Text("schatting", "estimate"),
    },
    geschat=PriceConcept.ESTIMATE,
    factuur=PriceConcept.INVOICE,
)
TIES = words(TIE_TEXTS, wat_steun=Tie.SOME)
SCOPES = words(
    SCOPE_TEXTS,
    casus=LeadScope.CASE,
    alles=LeadScope.CASE,
    overzicht=LeadScope.CASE,
    casusregie=LeadScope.CASE,
    proces=LeadScope.PROCESS,
    procesregie=LeadScope.PROCESS,
    leefgebied=LeadScope.DOMAIN,
    hulp=LeadScope.HELP,
    doel=LeadScope.GOAL,
    veiligheid=LeadScope.SAFETY,
    geld=LeadScope.MONEY,
)
EVENTS = words(EVENT_TEXTS, anders=EventKind.OTHER, uithuisplaatsing=EventKind.PLACEMENT)
ORGANISATIONS = words(
    {
        OrganisationKind.MUNICIPALITY: Text("gemeente", "municipality"),
        OrganisationKind.CARE: Text("zorg en hulp", "care"),
        OrganisationKind.HEALTH: Text("gezondheid", "health"),
        OrganisationKind.SCHOOL: Text("school", "school"),
        OrganisationKind.JUSTICE: Text("politie en justitie", "justice"),
        OrganisationKind.HOUSING: Text("wonen", "housing"),
        OrganisationKind.WORK: Text("werk en inkomen", "work and income"),
        OrganisationKind.WELFARE: Text("welzijn", "welfare"),
    },
    zorg=OrganisationKind.CARE,
    woningcorporatie=OrganisationKind.HOUSING,
)
MANDATES = words(MANDATE_TEXTS)
RELATIONS = words(
    RELATION_TEXTS,
    moeder=RelationKind.PARENT,
    vader=RelationKind.PARENT,
    mother=RelationKind.PARENT,
    father=RelationKind.PARENT,
    stiefmoeder=RelationKind.STEP_PARENT,
    stiefvader=RelationKind.STEP_PARENT,
    pleegmoeder=RelationKind.FOSTER_PARENT,
    pleegvader=RelationKind.FOSTER_PARENT,
    man=RelationKind.PARTNER,
    vrouw=RelationKind.PARTNER,
    ex=RelationKind.FORMER_PARTNER,
    broer=RelationKind.SIBLING,
    zus=RelationKind.SIBLING,
    opa=RelationKind.GRANDPARENT,
    oma=RelationKind.GRANDPARENT,
)
AUTHORITIES = words(
    AUTHORITY_TEXTS, gezag=Authority.JOINT, gezamenlijk_gezag=Authority.JOINT, voogdij=Authority.GUARDIAN
)
YES_NO: dict[str, bool] = dict.fromkeys(
    ("ja", "j", "yes", "y", "x", "waar", "true", "1"), True
) | dict.fromkeys(("nee", "n", "no", "onwaar", "false", "0"), False)
