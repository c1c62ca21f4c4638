"""Rules about what is not written down yet for help that runs: purpose, effect, end, evaluation, payer."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rekenmodel.signals.days import active_helps, add_months, waiting_helps
from rekenmodel.signals.signal import Code, Severity, Signal, Subject, SubjectKind, Thresholds, subjects
from rekenmodel.signals.situation import Help, Situation
from rekenmodel.signals.wording import lines_of_help, sentence, titles
from rekenmodel.values import Payer, Text


@dataclass(frozen=True, slots=True)
class Missing:
    """The words of a rule about one thing that is not recorded."""

    code: Code
    what: Text
    why: Text
    action: Text


PURPOSE = Missing(
    Code.NO_PURPOSE,
    Text("nog geen doel", "no purpose yet"),
    Text(
        "Dan weet het huishouden niet waar de hulp voor is.",
        "Then the household does not know what it is for.",
    ),
    Text("Schrijf erbij waar de hulp voor is.", "Write down what the help is for."),
)
EFFECT = Missing(
    Code.NO_EXPECTED_EFFECT,
    Text("nog geen verwacht resultaat", "no expected effect yet"),
    Text("Dan kan niemand zien of de hulp werkt.", "Then nobody can see whether the help works."),
    Text("Schrijf erbij wat er straks anders is.", "Write down what will be different."),
)
END = Missing(
    Code.NO_END,
    Text("geen einddatum", "no end date"),
    Text(
        "Dan is niet duidelijk tot wanneer we dit samen doen.",
        "Then it is not clear until when we do this together.",
    ),
    Text("Zet er een einddatum bij.", "Add an end date."),
)
EVALUATION = Missing(
    Code.NO_EVALUATION,
    Text("geen kijkdatum", "no day to look back"),
    Text(
        "Dan is niet duidelijk wanneer we samen kijken of het werkt.",
        "Then it is not clear when we look together whether it works.",
    ),
    Text("Zet er een dag bij waarop u samen kijkt.", "Add a day on which you look together."),
)


def _lacking(lines: tuple[Help, ...], words: Missing, lacks: Callable[[Help], bool]) -> Iterator[Signal]:
    found = [line for line in lines if lacks(line)]
    if not found:
        return
    number, which = lines_of_help(len(found)), titles([line.title for line in found])
    verb = Text("heeft", "has") if len(found) == 1 else Text("hebben", "have")
    yield Signal(
        code=words.code,
        severity=Severity.NOT_CLEAR,
        title=sentence(f"{number.nl} {verb.nl} {words.what.nl}.", f"{number.en} {verb.en} {words.what.en}."),
        why=Text(f"{words.why.nl} Het gaat om {which.nl}.", f"{words.why.en} It is about {which.en}."),
        action=words.action,
        subjects=subjects(help=[line.key for line in found]),
        target=Subject(SubjectKind.HELP, found[0].key),
    )


def no_purpose(situation: Situation, _: Thresholds) -> Iterator[Signal]:
    """Active help of which nobody wrote down what it is for."""
    return _lacking(active_helps(situation), PURPOSE, lambda line: line.purpose is None)


def no_expected_effect(situation: Situation, _: Thresholds) -> Iterator[Signal]:
    """Active help of which nobody wrote down what it should change."""
    return _lacking(active_helps(situation), EFFECT, lambda line: not line.expected_effect.strip())


def no_end(situation: Situation, _: Thresholds) -> Iterator[Signal]:
    """Active help without a planned end, unless it stays on purpose."""
    return _lacking(active_helps(situation), END, lambda line: line.planned_end is None and not line.stays)


def no_evaluation(situation: Situation, limits: Thresholds) -> Iterator[Signal]:
    """Active help without an evaluation ahead or not too long ago."""
    oldest = add_months(situation.on, -limits.evaluation_age_months)
    return _lacking(
        active_helps(situation),
        EVALUATION,
        lambda line: line.evaluation_on is None or line.evaluation_on < oldest,
    )


def payer_unclear(situation: Situation, _: Thresholds) -> Iterator[Signal]:
    """Help, active or awaited, whose payer is unknown or disputed; of a municipality: which one."""
    lines = active_helps(situation) + waiting_helps(situation)
    disputed = [line for line in lines if line.payer_disputed]
    unknown = [line for line in lines if line.payer is None and not line.payer_disputed]
    if unknown:
        number = lines_of_help(len(unknown))
        title = Text(
            f"Bij {number.nl} schreef nog niemand op wie betaalt.",
            f"For {number.en} nobody wrote down yet who pays.",
        )
        yield _payer(
            unknown, title, Text("Vraag de helper wie de rekening krijgt.", "Ask the helper who is billed.")
        )
    if disputed:
        number = lines_of_help(len(disputed))
        title = Text(f"Over {number.nl} zijn betalers het niet eens.", f"Payers disagree about {number.en}.")
        yield _payer(disputed, title, _settle(disputed))


def _payer(lines: list[Help], title: Text, action: Text) -> Signal:
    which = titles([line.title for line in lines])
    return Signal(
        code=Code.PAYER_UNCLEAR,
        severity=Severity.AT_ODDS,
        title=title,
        why=Text(
            f"Hulp kan stilvallen als niemand de rekening betaalt. Het gaat om {which.nl}.",
            f"Help can come to a halt when nobody pays the bill. It is about {which.en}.",
        ),
        action=action,
        subjects=subjects(help=[line.key for line in lines]),
        target=Subject(SubjectKind.HELP, lines[0].key),
    )


def _settle(disputed: list[Help]) -> Text:
    if any(line.payer is Payer.MUNICIPALITY for line in disputed):
        return Text(
            "Vraag de gemeenten wie van hen betaalt, en wie tot die dag voorschiet.",
            "Ask the municipalities which of them pays, and who pays in advance until then.",
        )
    return Text(
        "Vraag de betalers om één antwoord, en wie tot die dag voorschiet.",
        "Ask the payers for one answer, and who pays in advance until then.",
    )
