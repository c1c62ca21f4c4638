"""Rules about the plan: own words, how far it looks ahead, and whether agreed actions are done."""

from collections.abc import Iterator

from rekenmodel.signals.days import active_helps, add_months, late_actions, plan_items
from rekenmodel.signals.signal import (
    Code,
    Severity,
    Signal,
    Subject,
    SubjectKind,
    Thresholds,
    name_of,
    subjects,
)
from rekenmodel.signals.situation import Action, Situation
from rekenmodel.signals.wording import both, counted, day, listing, quoted, sentence
from rekenmodel.values import Text


def actions_late(situation: Situation, limits: Thresholds) -> Iterator[Signal]:
    """Open actions whose due day has passed."""
    late = late_actions(situation, limits.late_grace_days)
    if not late:
        return
    number = counted(len(late), Text("actie", "action"), Text("acties", "actions"))
    verb = Text("is", "is") if len(late) == 1 else Text("zijn", "are")
    which = listing([_due(action) for action in late])
    owner = name_of(situation, late[0].owner)
    ask = both(owner) if owner else Text("elkaar", "each other")
    yield Signal(
        code=Code.ACTIONS_LATE,
        severity=Severity.STANDS_STILL,
        title=sentence(f"{number.nl} {verb.nl} te laat.", f"{number.en} {verb.en} late."),
        why=Text(f"Op deze dag moest het klaar zijn: {which.nl}.", f"This was the agreed day: {which.en}."),
        action=Text(
            f"Vraag {ask.nl} wat er nodig is voor {quoted(late[0].title)}.",
            f"Ask {ask.en} what is needed for {quoted(late[0].title)}.",
        ),
        subjects=subjects(
            action=[action.key for action in late], holder={action.owner for action in late if action.owner}
        ),
        target=Subject(SubjectKind.ACTION, late[0].key),
    )


def _due(action: Action) -> Text:
    when = day(action.due) if action.due else both("")
    return Text(f"{quoted(action.title)} ({when.nl})", f"{quoted(action.title)} ({when.en})")


def no_own_words(situation: Situation, _: Thresholds) -> Iterator[Signal]:
    """Nobody recorded what the household itself wants."""
    if situation.own_words:
        return
    yield Signal(
        code=Code.NO_OWN_WORDS,
        severity=Severity.NOT_CLEAR,
        title=Text(
            "We weten nog niet wat het huishouden zelf wil.",
            "We do not know yet what the household itself wants.",
        ),
        why=Text(
            "Hulp werkt beter als mensen zelf zeggen waar ze naartoe willen.",
            "Help works better when people say themselves where they want to go.",
        ),
        action=Text(
            "Vraag waar ze over een jaar willen staan, en schrijf dat op in hun eigen woorden.",
            "Ask where they want to be in a year, and write it down in their own words.",
        ),
        subjects=(),
    )


def only_short_term(situation: Situation, limits: Thresholds) -> Iterator[Signal]:
    """Help is active, and no open goal or action has a day beyond the coming half year."""
    edge = add_months(situation.on, limits.short_term_months)
    if not active_helps(situation) or any(when is not None and when > edge for when in plan_items(situation)):
        return
    last = day(edge)
    yield Signal(
        code=Code.ONLY_SHORT_TERM,
        severity=Severity.NOT_CLEAR,
        title=Text(
            f"Na {last.nl} staat er nog niets in het plan.",
            f"The plan holds nothing after {last.en} yet.",
        ),
        why=Text(
            "Dan gaat alle hulp over nu, en kijkt niemand verder vooruit.",
            "Then all help is about now, and nobody looks further ahead.",
        ),
        action=Text(
            "Spreek één doel af voor over een jaar.",
            "Agree on one goal for a year from now.",
        ),
        subjects=subjects(help=[line.key for line in active_helps(situation)]),
    )
