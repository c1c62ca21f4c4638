"""Parts of sentences in two languages: counts, lists, days, names of domains and purposes."""

from collections.abc import Sequence
from datetime import date

from rekenmodel.values import LifeDomain, Purpose, Text, count_word
from rekenmodel.values import day as day_in

SHOWN_IN_A_LIST = 4

DOMAIN_NAMES: dict[LifeDomain, Text] = {
    LifeDomain.MONEY: Text("geld", "money"),
    LifeDomain.HOUSING: Text("wonen", "housing"),
    LifeDomain.SAFETY: Text("veiligheid thuis", "safety at home"),
    LifeDomain.PARENTING: Text("opvoeding en gezin", "parenting and family"),
    LifeDomain.CHILD: Text("ontwikkeling en school", "development and school"),
    LifeDomain.MENTAL: Text("psychische gezondheid", "mental health"),
    LifeDomain.PHYSICAL: Text("lichamelijke gezondheid", "physical health"),
    LifeDomain.ADDICTION: Text("verslaving", "addiction"),
    LifeDomain.WORK: Text("werk en dag", "work and daily life"),
    LifeDomain.NETWORK: Text("sociaal netwerk", "social network"),
    LifeDomain.JUSTICE: Text("politie en justitie", "police and justice"),
}

PURPOSE_NAMES: dict[Purpose, Text] = {
    Purpose.SAFETY: Text("veiligheid", "safety"),
    Purpose.OVERSIGHT: Text("toezicht", "oversight"),
    Purpose.COORDINATION: Text("overzicht houden", "keeping the overview"),
    Purpose.ASSESSMENT: Text("onderzoek", "assessment"),
    Purpose.TREATMENT: Text("behandeling", "treatment"),
    Purpose.GUIDANCE: Text("begeleiding", "guidance"),
    Purpose.PRACTICAL: Text("praktische hulp", "practical help"),
    Purpose.INCOME: Text("inkomen en schulden", "income and debts"),
    Purpose.RELIEF: Text("even rust", "relief"),
    Purpose.LEARNING: Text("leren", "learning"),
    Purpose.CONNECTION: Text("meedoen", "taking part"),
    Purpose.KEEP_HOME: Text("het huis houden", "keeping the home"),
    Purpose.END_TENANCY: Text("de huur beëindigen", "ending the tenancy"),
    Purpose.REUNIFY: Text("terug naar huis", "back home"),
    Purpose.PLACE_ELSEWHERE: Text("ergens anders wonen", "living elsewhere"),
}


def both(words: str) -> Text:
    """The same words in both languages: names and titles, which nobody translates."""
    return Text(words, words)


def sentence(nl: str, en: str) -> Text:
    """A bilingual sentence that starts with a capital; "één" becomes "Eén"."""
    start = "E" + nl[1:] if nl.startswith("één") else nl[0].upper() + nl[1:]
    return Text(start, en[0].upper() + en[1:])


def count(number: int) -> Text:
    """A whole number of at least zero as it stands in a sentence: "geen", "één" to "twaalf", then figures."""
    return Text(count_word(number, "nl"), count_word(number, "en"))


def counted(number: int, one: Text, many: Text) -> Text:
    """A count with its noun: "één afspraak", "zes afspraken", "geen afspraken"."""
    word, noun = count(number), one if number == 1 else many
    return Text(f"{word.nl} {noun.nl}", f"{word.en} {noun.en}")


def lines_of_help(number: int) -> Text:
    """Lines of help with their number: "zes vormen van hulp"."""
    return counted(number, Text("vorm van hulp", "line of help"), Text("vormen van hulp", "lines of help"))


def people(number: int) -> Text:
    """People with their number: "zes mensen"."""
    return counted(number, Text("mens", "person"), Text("mensen", "people"))


def organisations(number: int) -> Text:
    """Organisations with their number: "vijf organisaties"."""
    return counted(number, Text("organisatie", "organisation"), Text("organisaties", "organisations"))


def duration(days: int) -> Text:
    """A number of days, as weeks when it is a whole number of at least two weeks."""
    if days >= 14 and days % 7 == 0:
        return counted(days // 7, Text("week", "week"), Text("weken", "weeks"))
    return counted(days, Text("dag", "day"), Text("dagen", "days"))


def day(when: date) -> Text:
    """A day in full: "9 november 2026" and "9 November 2026"."""
    return Text(day_in(when, "nl"), day_in(when, "en"))


def listing(items: Sequence[Text]) -> Text:
    """A list as "A, B en C"; of a long list the first four and how many more. `items` is not empty."""
    shown = list(items)
    if len(shown) > SHOWN_IN_A_LIST + 1:
        more = count(len(shown) - SHOWN_IN_A_LIST)
        shown = [*shown[:SHOWN_IN_A_LIST], Text(f"{more.nl} andere", f"{more.en} others")]
    if len(shown) == 1:
        return shown[0]
    head_nl, head_en = ", ".join(item.nl for item in shown[:-1]), ", ".join(item.en for item in shown[:-1])
    return Text(f"{head_nl} en {shown[-1].nl}", f"{head_en} and {shown[-1].en}")


def quoted(title: str) -> str:
    """A title between quotation marks."""
    return f"“{title}”"


def titles(names: Sequence[str]) -> Text:
    """Quoted titles as a list."""
    return listing([both(quoted(name)) for name in names])
