"""The words of the process state: what each signal says, what would calm it, how to work in each state."""

from collections.abc import Callable
from math import ceil, floor

from rekenmodel.signals.state_measure import BOUNDS, Counts
from rekenmodel.signals.state_rule import AGENCIES, ProcessState, Reduction, StateCode
from rekenmodel.signals.wording import both, count, counted, lines_of_help, listing, organisations, sentence
from rekenmodel.values import Text

STATE_NAMES: dict[ProcessState, Text] = {
    ProcessState.TURBULENT: Text("turbulent", "turbulent"),
    ProcessState.COMPLEX: Text("complex", "complex"),
    ProcessState.COMPLICATED: Text("ingewikkeld", "complicated"),
    ProcessState.SIMPLE: Text("eenvoudig", "simple"),
}

WORKING_STYLES: dict[ProcessState, Text] = {
    ProcessState.TURBULENT: Text(
        "Zorg eerst dat iedereen veilig is. Maak één plan met weinig acties. Eén mens spreekt met het "
        "huishouden, elke dag of elke week.",
        "First make sure that everyone is safe. Make one plan with few actions. One person talks with the "
        "household, every day or every week.",
    ),
    ProcessState.COMPLEX: Text(
        "Zet kleine stappen die mogen mislukken. Kijk elke twee tot vier weken samen wat u ervan leert.",
        "Take small steps that may fail. Look together every two to four weeks at what you learn.",
    ),
    ProcessState.COMPLICATED: Text(
        "Vraag de mensen die dit goed kennen. Werk met een vast plan. Kijk elke zes tot acht weken samen.",
        "Ask the people who know this well. Work with a fixed plan. Look together every six to eight weeks.",
    ),
    ProcessState.SIMPLE: Text(
        "De gewone weg is genoeg. Geef terug wat het huishouden zelf kan.",
        "The usual route is enough. Hand back what the household can do itself.",
    ),
}

SIGNAL_NAMES: dict[StateCode, Text] = {
    StateCode.CRISIS: Text("crises", "crises"),
    StateCode.CHURN: Text("wisseling van hulp", "change of help"),
    StateCode.OVERVIEW: Text("overzicht", "overview"),
    StateCode.LEAD: Text("regie", "who leads"),
    StateCode.GOAL_AGREEMENT: Text("hetzelfde willen", "wanting the same"),
    StateCode.CAUSE_KNOWN: Text("weten waardoor het komt", "knowing what causes it"),
    StateCode.ON_TIME: Text("afspraken op tijd", "actions on time"),
    StateCode.HORIZON: Text("vooruitkijken", "looking ahead"),
}

_CRISES = Text("crisis", "crisis"), Text("crises", "crises")
_DOMAINS = Text("gebied", "domain"), Text("gebieden", "domains")
_ITEMS = Text("doel of afspraak", "goal or action"), Text("doelen en afspraken", "goals and actions")
_ACTIONS = Text("actie", "action"), Text("acties", "actions")


def explain(code: StateCode, counts: Counts, value: int | None) -> Text:
    """One sentence that says what was counted, or that it is not known."""
    if value is None:
        return _UNKNOWN[code]
    return _EXPLAIN[code](counts)


_UNKNOWN: dict[StateCode, Text] = {
    StateCode.OVERVIEW: Text("Er loopt nu geen hulp.", "No help is active now."),
    StateCode.LEAD: Text(
        "Er loopt nu geen hulp en niets staat open.", "No help is active and nothing is open."
    ),
    StateCode.GOAL_AGREEMENT: Text(
        "Nog geen twee mensen zeiden of ze hetzelfde willen.",
        "No two people have said yet whether they want the same.",
    ),
    StateCode.CAUSE_KNOWN: Text(
        "Nog niemand zei of duidelijk is waardoor het komt.",
        "Nobody has said yet whether the cause is clear.",
    ),
    StateCode.ON_TIME: Text(
        "In zestig dagen hoefde geen afspraak klaar te zijn.", "No agreed action was due in sixty days."
    ),
    StateCode.HORIZON: Text("Er is nog geen plan.", "There is no plan yet."),
}


def _explain_crisis(counts: Counts) -> Text:
    number = counted(counts.crises, *_CRISES)
    was = Text("was", "was") if counts.crises == 1 else Text("waren", "were")
    danger = (
        Text(", met gevaar voor een leven", ", with danger to a life")
        if counts.life_threatening
        else both("")
    )
    return Text(
        f"Er {was.nl} {number.nl} in negentig dagen{danger.nl}.",
        f"There {was.en} {number.en} in ninety days{danger.en}.",
    )


def _explain_churn(counts: Counts) -> Text:
    times, lines = count(counts.changes), lines_of_help(counts.active)
    times = Text(times.nl, "once" if counts.changes == 1 else f"{times.en} times")
    return Text(
        f"Hulp of regie begon of stopte {times.nl} keer in negentig dagen. Nu zijn er {lines.nl}.",
        f"Help or a lead started or stopped {times.en} in ninety days. Now there are {lines.en}.",
    )


def _explain_overview(counts: Counts) -> Text:
    share = _part(counts.complete, lines_of_help(counts.active))
    return sentence(
        f"bij {share.nl} staat wie het doet, het doel en het einde.",
        f"for {share.en} it says who does it, the goal and the end.",
    )


def _explain_lead(counts: Counts) -> Text:
    share = _part(counts.one_lead, counted(counts.domains, *_DOMAINS))
    missing = both("")
    if not counts.case_lead:
        missing = Text(" Niemand heeft de regie op het overzicht.", " Nobody leads on the overview.")
    return sentence(
        f"op {share.nl} heeft precies één mens de regie.{missing.nl}",
        f"on {share.en} exactly one person leads.{missing.en}",
    )


def _part(part: int, whole: Text) -> Text:
    number = count(part)
    return Text(f"{number.nl} van {whole.nl}", f"{number.en if part else 'none'} of {whole.en}")


def _explain_agreement(counts: Counts) -> Text:
    low, high = (_one_decimal(float(mark)) for mark in (counts.marks[0], counts.marks[-1]))
    if low == high:
        return Text(
            f"Iedereen geeft hetzelfde cijfer: {low.nl}.", f"Everybody gives the same mark: {low.en}."
        )
    return Text(
        f"De meningen lopen uiteen: van {low.nl} tot {high.nl}.",
        f"Opinions differ: from {low.en} to {high.en}.",
    )


def _explain_cause(counts: Counts) -> Text:
    mark = _one_decimal(float(counts.cause or 0))
    return Text(
        f"Het middelste cijfer voor weten waardoor het komt is {mark.nl}.",
        f"The middle mark for knowing what causes it is {mark.en}.",
    )


def _explain_on_time(counts: Counts) -> Text:
    share = _part(counts.on_time, counted(counts.due, *_ACTIONS))
    return Text(
        f"Mensen deden in zestig dagen {share.nl} op tijd.",
        f"In sixty days people did {share.en} on time.",
    )


def _explain_horizon(counts: Counts) -> Text:
    if not counts.plan:
        return Text("Er loopt hulp, en er is nog geen plan.", "Help is active, and there is no plan yet.")
    share = _part(counts.long_term, counted(counts.plan, *_ITEMS))
    looks = Text("kijkt", "looks") if counts.long_term <= 1 else Text("kijken", "look")
    return sentence(
        f"{share.nl} in het plan {looks.nl} verder dan een half jaar vooruit.",
        f"{share.en} in the plan {looks.en} more than half a year ahead.",
    )


def _one_decimal(number: float) -> Text:
    plain = f"{number:.1f}".removesuffix(".0")
    return Text(plain.replace(".", ","), plain)


_EXPLAIN: dict[StateCode, Callable[[Counts], Text]] = {
    StateCode.CRISIS: _explain_crisis,
    StateCode.CHURN: _explain_churn,
    StateCode.OVERVIEW: _explain_overview,
    StateCode.LEAD: _explain_lead,
    StateCode.GOAL_AGREEMENT: _explain_agreement,
    StateCode.CAUSE_KNOWN: _explain_cause,
    StateCode.ON_TIME: _explain_on_time,
    StateCode.HORIZON: _explain_horizon,
}


def steps_text(steps: tuple[Reduction, ...], counts: Counts, reached: ProcessState) -> Text:
    """What would bring the state down, in words: the state that is reached and each step."""
    words = [_STEPS[step.code](counts, step.to) for step in steps]
    name = STATE_NAMES[reached]
    return Text(
        f"De hulp wordt {name.nl} als dit lukt: {'; '.join(text.nl for text in words)}.",
        f"The help becomes {name.en} when this works: {'; '.join(text.en for text in words)}.",
    )


def step_text(step: Reduction, counts: Counts) -> Text:
    """One step as a sentence with a verb."""
    words = _STEPS[step.code](counts, step.to)
    return sentence(f"{words.nl}.", f"{words.en}.")


def _calm_crisis(counts: Counts, to: int) -> Text:
    most = counted(int(BOUNDS[StateCode.CRISIS][to]), *_CRISES)
    at_most = Text("hoogstens ", "at most ") if to else both("")
    if counts.life_threatening:
        danger = Text(" en veertien dagen zonder levensgevaar", " and fourteen days without danger to life")
    else:
        danger = both("")
    return Text(
        f"houd het negentig dagen bij {at_most.nl}{most.nl}{danger.nl}",
        f"keep it at {at_most.en}{most.en} in ninety days{danger.en}",
    )


def _calm_churn(counts: Counts, to: int) -> Text:
    most = max(0, ceil(BOUNDS[StateCode.CHURN][to] * counts.active) - 1)
    times = Text(f"hoogstens {count(most).nl} keer iets", f"at most {count(most).en} times") if most else None
    if times is None:
        return Text(
            "laat negentig dagen niets en niemand beginnen of stoppen",
            "let nothing and nobody start or stop for ninety days",
        )
    return Text(
        f"laat in negentig dagen {times.nl} beginnen of stoppen",
        f"let help start or stop {times.en} in ninety days",
    )


def _calm_overview(counts: Counts, to: int) -> Text:
    needed = floor(BOUNDS[StateCode.OVERVIEW][to] * counts.active) + 1 - counts.complete
    lines = counted(
        needed, Text("vorm van hulp", "more line of help"), Text("vormen van hulp", "more lines of help")
    )
    return Text(
        f"schrijf bij nog {lines.nl} op wie het doet, het doel en het einde",
        f"write down for {lines.en} who does it, the goal and the end",
    )


def _calm_lead(counts: Counts, to: int) -> Text:
    needed = ceil(BOUNDS[StateCode.LEAD][to] * counts.domains) - counts.one_lead
    steps = []
    if not counts.case_lead:
        steps.append(Text("kies een casusregisseur", "choose a case lead"))
    if needed > 0:
        domains = counted(needed, Text("gebied", "more domain"), Text("gebieden", "more domains"))
        steps.append(
            Text(
                f"kies op nog {domains.nl} één mens voor de regie",
                f"choose one person to lead on {domains.en}",
            )
        )
    return listing(steps)


def _calm_agreement(_: Counts, to: int) -> Text:
    bound = count(int(BOUNDS[StateCode.GOAL_AGREEMENT][to]))
    return Text(
        f"praat samen over wat u wilt, tot de cijfers minder dan {bound.nl} uit elkaar liggen",
        f"talk together about what you want, until the marks lie less than {bound.en} apart",
    )


def _calm_cause(_: Counts, to: int) -> Text:
    bound = count(int(BOUNDS[StateCode.CAUSE_KNOWN][to]))
    return Text(
        f"zoek samen uit waardoor het komt, tot het middelste cijfer {bound.nl} of hoger is",
        f"find out together what causes it, until the middle mark is {bound.en} or more",
    )


def _calm_on_time(_: Counts, to: int) -> Text:
    share = BOUNDS[StateCode.ON_TIME][to]
    part, whole = count(share.numerator), count(share.denominator)
    return Text(
        f"doe {part.nl} van de {whole.nl} acties op tijd",
        f"do {part.en} of {whole.en} actions on time",
    )


def _calm_horizon(counts: Counts, to: int) -> Text:
    share = BOUNDS[StateCode.HORIZON][to]
    needed = max(1, ceil((share * counts.plan - counts.long_term) / (1 - share)))
    goals = counted(needed, Text("doel", "more goal"), Text("doelen", "more goals"))
    return Text(f"spreek nog {goals.nl} af voor over een jaar", f"agree on {goals.en} for a year from now")


def _calm_agencies(_: Counts, to: int) -> Text:
    few = organisations(to)
    return Text(f"werk met hoogstens {few.nl}", f"work with at most {few.en}")


_STEPS: dict[str, Callable[[Counts, int], Text]] = {
    StateCode.CRISIS: _calm_crisis,
    StateCode.CHURN: _calm_churn,
    StateCode.OVERVIEW: _calm_overview,
    StateCode.LEAD: _calm_lead,
    StateCode.GOAL_AGREEMENT: _calm_agreement,
    StateCode.CAUSE_KNOWN: _calm_cause,
    StateCode.ON_TIME: _calm_on_time,
    StateCode.HORIZON: _calm_horizon,
    AGENCIES: _calm_agencies,
}
