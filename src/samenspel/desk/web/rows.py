"""The long lists of the page as HTML: a template takes ten times as long for hundreds of rows.

Whatever people typed goes through `escape`; what stands between is fixed. Words come from the view models
and, where they belong to the page, from the catalogue.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from html import escape

from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from rekenmodel.values import Language, day
from samenspel.desk.rules.chains import Chain, Step
from samenspel.desk.rules.help_table import EventRow, HelpRow
from samenspel.desk.rules.plan import ActionView
from samenspel.desk.rules.signal_list import SignalView
from samenspel.desk.web.links import Links
from samenspel.households.rules.record import Agreement

_HEAD = '<path class="head" d="M80 2l10 5-10 5z"/>'
ARROWS = {
    sure: f'<svg width="92" height="14" viewBox="0 0 92 14" aria-hidden="true">{drawn}</svg>'
    for sure, drawn in (
        ("measured", f'<path d="M0 7H82"/>{_HEAD}'),
        ("experience", f'<path d="M0 7H82" stroke-dasharray="9 6"/>{_HEAD}'),
        ("assumption", f'<path d="M0 7H82" stroke-dasharray="2 5"/>{_HEAD}'),
        ("dead", '<path d="M0 7H46M46 1v12"/>'),
    )
}
"""How sure a step is, as a line: measured, experience, assumption, or runs dead."""


@lru_cache(maxsize=64)
def icon(name: str) -> SafeString:
    """An icon from the sprite; the word stands beside it."""
    use = f'<use href="{escape(static("build/icons.svg"))}#{escape(name)}"/>'
    return _html(['<svg class="icon" width="18" height="18" aria-hidden="true">', use, "</svg>"])


def tag(tone: str, sign: str, words: str) -> str:
    """A few words with their icon, in the colour of what they mean."""
    return f'<span class="tag is-{tone}">{icon(sign)}{escape(words)}</span>'


def agreement_rows(rows: Iterable[Agreement], links: Links, language: Language) -> SafeString:
    """What was agreed, with whom and when, and how it goes."""
    return _html(
        f"<tr><td>{escape(row.title)} {links.change('agreements', row.key, row.title)}<br>"
        f'<span class="sub">{_joined(row.parties, _day(row.agreed_on, language))}</span></td>'
        f'<td class="num sub">{_stands(row, language)}</td></tr>'
        for row in rows
    )


def _day(when: date | None, language: Language) -> str:
    return day(when, language) if when else ""


def _stands(row: Agreement, language: Language) -> str:
    until = _("tot %(day)s") % {"day": day(row.until, language)} if row.until else ""
    return "<br>".join(escape(said) for said in (row.kept, until) if said)


def action_rows(rows: Iterable[ActionView], links: Links, token: str) -> SafeString:
    """What somebody will do, and when; `token` goes along with the button that ticks it off."""
    hidden = f'<input type="hidden" name="csrfmiddlewaretoken" value="{escape(token)}">'
    ticks = "actions" in links.writes
    word = escape(_("Gedaan"))
    return _html(_action(row, links, hidden, word if ticks and row.state != "done" else "") for row in rows)


def _action(row: ActionView, links: Links, hidden: str, word: str) -> str:
    title = escape(row.title)
    tick = ""
    if word:
        there = escape(links.done(row.key))
        tick = (
            f'<form class="tick no-print" method="post" action="{there}" hx-post="{there}" hx-swap="none">'
            f'{hidden}<button class="change linkish">{word}<span class="vh">: {title}</span></button></form>'
        )
    tone, sign = {"late": ("gap", "te-laat"), "done": ("well", "gelukt")}.get(row.state, ("plain", "loopt"))
    return (
        f"<tr><td>{title} {links.change('actions', row.key, row.title)}{tick}<br>"
        f'<span class="sub">{escape(row.owner)}</span></td><td>{tag(tone, sign, row.said)}</td></tr>'
    )


def help_rows(rows: Iterable[HelpRow], links: Links) -> SafeString:
    """The lines of help: what, by whom, for whom, when and how often."""
    word = _("niet afgemaakt")
    unfinished = f' <span class="tag is-gap">{escape(word)}</span>'
    return _html(
        f'<tr><th scope="row">{escape(row.title)} <span class="sub">{_joined(row.part, row.purpose)}</span>'
        f" {links.change('help', row.key, row.title)}</th>"
        f"<td>{escape(row.who)}{_sub(row.role)}</td><td>{escape(row.whom)}</td>"
        f"<td>{_when(row)}{unfinished if row.state == 'stopped' else ''}</td>"
        f"<td>{escape(row.often)}</td></tr>"
        for row in rows
    )


def _when(row: HelpRow) -> str:
    if row.state == "open":
        return tag("double", "geen-einddatum", row.when)
    return tag("gap", "te-laat", row.when) if row.state == "waiting" else escape(row.when)


def event_rows(rows: Iterable[EventRow], links: Links) -> SafeString:
    """What happened, and when."""
    return _html(
        f'<tr><td>{escape(row.day)}</td><th scope="row">{escape(row.title)}'
        f" {links.change('events', row.key, row.title)}</th><td>{_kind(row)}</td></tr>"
        for row in rows
    )


def _kind(row: EventRow) -> str:
    kind = escape(row.kind)
    return f'<b class="is-gap">{kind}</b>' if row.crisis else kind


def signal_rows(rows: Iterable[SignalView], links: Links) -> SafeString:
    """What stands out, why, and the one thing to do about it."""
    return _html(_signal(row, links) for row in rows)


def _signal(row: SignalView, links: Links) -> str:
    mark = '<span class="n ok">✓</span>' if row.well else f'<span class="n">{escape(row.mark)}</span>'
    said = escape(row.action)
    do = f'<span class="act">{said}</span>'
    if links.may(row.place):
        do = f'<a href="{escape(links.address(row.place))}">{said}</a>'
    return f"<li>{mark}<div><h4>{escape(row.title)}</h4><p>{escape(row.why)}</p>{do}</div></li>"


def chain_rows(rows: Iterable[Chain], links: Links) -> SafeString:
    """From help to what it means: a list of steps for each line of help."""
    return _html(_chain(row, links) for row in rows)


def _chain(row: Chain, links: Links) -> str:
    first = _words(row.help, escape(row.help.what))
    layers = [_layer(steps[0].empty, "".join(_step(step, links) for step in steps)) for steps in row.layers]
    return f'<ol class="chain">{_layer(row.help.empty, first)}{"".join(layers)}</ol>'


def _layer(empty: bool, inside: str) -> str:
    return f'<li class="step{" void" if empty else ""}">{inside}</li>'


def _step(step: Step, links: Links) -> str:
    what = escape(step.what)
    if step.place is not None and links.may(step.place):
        what = f'<a href="{escape(links.address(step.place))}">{what}</a>'
    sure = f'<span class="ev ev-{step.evidence}">{ARROWS[step.evidence]}{escape(step.evidence_said)}</span>'
    return f'<div class="one">{sure}{_words(step, what)}</div>'


def _words(step: Step, what: str) -> str:
    line = f'<p class="sub">{escape(step.line)}</p>' if step.line else ""
    return f'<p class="what">{what}</p>{line}'


def _joined(*said: str) -> str:
    return escape(", ".join(filter(None, said)))


def _sub(said: str) -> str:
    return f' <span class="sub">{escape(said)}</span>' if said else ""


def _html(parts: Iterable[str]) -> SafeString:
    return mark_safe("".join(parts))  # noqa: S308 all that people typed is escaped above
