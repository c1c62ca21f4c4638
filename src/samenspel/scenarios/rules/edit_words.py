"""One change of a scenario against carrying on, said in a sentence."""

from rekenmodel.costs import period_name, unit_name
from rekenmodel.trajectory import load_assumptions
from rekenmodel.values import Language, Text, day, euros, figure
from samenspel.households.rules.record import HouseholdFile
from samenspel.scenarios.rules.codes import EditKind
from samenspel.scenarios.rules.plan import PlannedEdit


def edit_said(edit: PlannedEdit, file: HouseholdFile, language: Language, *, amounts: bool = True) -> str:
    """Return what changes, from when: "Budgetbeheer stopt op 1 mei 2027"; `amounts`: with the euros."""
    return _said(edit, file, amounts=amounts).say(language)


def _said(edit: PlannedEdit, file: HouseholdFile, *, amounts: bool) -> Text:
    name = edit.title or next((row.title for row in file.help if row.key == edit.help), "")
    nl, en = day(edit.on, "nl"), day(edit.on, "en")
    if edit.kind is EditKind.STOP:
        return Text(f"{name} stopt op {nl}", f"{name} stops on {en}")
    if edit.kind is EditKind.PAY:
        if not amounts:
            return Text(f"{name}: in één keer betaald, op {nl}", f"{name}: paid at once, on {en}")
        amount = edit.price_cents or 0
        return Text(
            f"{name}: {euros(round(amount / 100), 'nl')} in één keer, op {nl}",
            f"{name}: {euros(round(amount / 100), 'en')} at once, on {en}",
        )
    if edit.kind is EditKind.EVENT:
        return _event(edit)
    much = _much(edit)
    if edit.kind is EditKind.START:
        return Text(f"{name} begint op {nl}{much.nl}", f"{name} starts on {en}{much.en}")
    return Text(f"{name} verandert op {nl}{much.nl}", f"{name} changes on {en}{much.en}")


def _much(edit: PlannedEdit) -> Text:
    if edit.quantity is None or edit.unit is None or edit.per is None:
        return Text("", "")
    unit, per = unit_name(edit.unit, edit.quantity), period_name(edit.per)
    number = float(edit.quantity)
    return Text(
        f", {figure(number, 'nl', 2)} {unit.nl} {per.nl}", f", {figure(number, 'en', 2)} {unit.en} {per.en}"
    )


def _event(edit: PlannedEdit) -> Text:
    name = next(
        (event.name for event in load_assumptions().events if event.key == edit.event),
        Text(edit.event, edit.event),
    )
    odds = edit.odds or 0.0
    if odds == 0:
        return Text(f"{name.nl} kan niet meer gebeuren", f"{name.en} cannot happen any more")
    return Text(
        f"{name.nl}: de kans wordt {figure(odds, 'nl', 2)} keer zo groot",
        f"{name.en}: the chance becomes {figure(odds, 'en', 2)} times as large",
    )
