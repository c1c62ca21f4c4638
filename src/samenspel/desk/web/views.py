"""The household page, its costs and its journal."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from samenspel.access.queries import Member
from samenspel.access.rules import Act, Role
from samenspel.accounts.models import User
from samenspel.desk.drawings.palette import CSS
from samenspel.desk.drawings.ring import ring
from samenspel.desk.drawings.state_trend import state_trend
from samenspel.desk.drawings.timeline import timeline
from samenspel.desk.queries import HouseholdPage, household_page, my_key, who_looked, who_sees
from samenspel.desk.rules.chains import chains_of
from samenspel.desk.rules.costs import cost_summary, costs_page
from samenspel.desk.rules.family import people_of
from samenspel.desk.rules.help_table import all_lines, help_table
from samenspel.desk.rules.leading import leading_of, matrix_of, matrix_sentence
from samenspel.desk.rules.plan import own_words, plan_of
from samenspel.desk.rules.ring import ring_of
from samenspel.desk.rules.scene import Scene
from samenspel.desk.rules.signal_list import signals_of
from samenspel.desk.rules.state import state_of, trend_of
from samenspel.desk.rules.tasks import two_things
from samenspel.desk.rules.timeline import course, in_parts, timeline_of
from samenspel.desk.web.asked import Asked, asked_of
from samenspel.households.access import may_see_journal, may_write, readable_tables
from samenspel.households.tables import TABLES
from samenspel.journal.models import Line
from samenspel.kit.templatetags.kit import clock, language, on_day

HOUSEHOLD = "household"
MOST_BARS = {"a4": 24, "a3": 34}
MOST_BARS_BESIDE = 24


def household(request: HttpRequest, household_id: str) -> HttpResponse:
    """The household on one page."""
    at, user = timezone.now(), cast("User", request.user)
    asked = asked_of(request, at)
    page = household_page(user, household_id, at=at, on=asked.on)
    scene = _scene(page)
    me = my_key(user) if page.dossier.standing.role is Role.HELPER else ""
    context = (
        _frame(page, asked)
        | _drawings(scene, asked)
        | _words(scene)
        | {
            "tasks": two_things(scene, me) if me and not asked.other_day else (),
            "members": _members(who_sees(page.dossier, at=at)),
        }
    )
    return render(request, "desk/household.html", context)


def costs(request: HttpRequest, household_id: str) -> HttpResponse:
    """Every euro, opened."""
    at, user = timezone.now(), cast("User", request.user)
    asked = asked_of(request, at)
    page = household_page(user, household_id, at=at, on=asked.on, subject="kosten")
    scene = _scene(page)
    summary = cost_summary(scene)
    if summary is None:
        return render(request, "kit/not_found.html", status=404)
    shown = costs_page(scene, request.GET.get("periode", ""))
    context = _frame(page, asked) | {
        "summary": summary,
        "costs": shown,
        "prices": page.picture.costs.price_year,
    }
    return render(request, "desk/household_costs.html", context)


def journal(request: HttpRequest, household_id: str) -> HttpResponse:
    """Who looked."""
    lines = who_looked(cast("User", request.user), household_id, at=timezone.now())
    roles = role_names()
    shown = [
        {
            "when": f"{on_day(timezone.localtime(line.at).date())}, {clock(line.at)}",
            "who": line.user_name,
            "role": roles.get(line.role, ""),
            "what": _what(line),
            "allowed": line.allowed,
        }
        for line in lines
    ]
    return render(request, "desk/household_journal.html", {"household_id": household_id, "lines": shown})


def _what(line: Line) -> str:
    """What somebody did, or wanted and might not: the verb, and what it is about."""
    acts = act_names() if line.allowed else wished_names()
    return f"{acts.get(line.act, line.act)} {_about(line.subject, line.kind)}"


def _about(subject: str, kind: str) -> str:
    """What a line is about: the page or file with what is in it, else the kind of data; keys say nothing."""
    kinds = kind_names()
    pages = {
        "gezinspagina": _("de gezinspagina"),
        "kosten": _("de kosten"),
        "wie keek er": _("wie er keek"),
        "verslag": _("het verslag"),
        "meenemen: bestand": _("het bestand"),
        "meenemen: werkmap": _("de werkmap"),
    }
    page, _colon, lists = subject.rpartition(": ")
    if page in pages:
        held = dict.fromkeys(TABLES[name].kind for name in lists.split(", ") if name in TABLES)
        inside = ", ".join(kinds[one] for one in held)
        return _("%(page)s, met %(inside)s") % {"page": pages[page], "inside": inside}
    about = pages.get(subject, kinds.get(kind, kind))
    return _("%(about)s, om iets te veranderen") % {"about": about} if page == "wijzigen" else about


def _scene(page: HouseholdPage) -> Scene:
    return Scene(page.picture, page.segments, page.dossier.tables, language())


def _frame(page: HouseholdPage, asked: Asked) -> dict[str, Any]:
    """What every page about this household has: who it is, what may be changed, and what was saved when."""
    held = page.dossier.standing
    writes = {name for name in TABLES if may_write(held, name)}
    if "persons" in writes:
        writes.add(HOUSEHOLD)
    return {
        "here": "households",
        "household_id": page.dossier.id,
        "file": page.picture.file,
        "asked": asked,
        "tables": page.dossier.tables,
        "writes": frozenset() if asked.other_day else frozenset(writes),
        "exports": bool(readable_tables(held, Act.EXPORT)),
        "journal_open": may_see_journal(held),
        "last_change": page.last_change,
    }


def _drawings(scene: Scene, asked: Asked) -> dict[str, Any]:
    """The drawings, each in the form for a desk and for a phone."""
    around, course_of, trend = ring_of(scene), timeline_of(scene), trend_of(scene)
    sheets = in_parts(course_of, MOST_BARS[asked.paper]) if asked.paper else (course_of,)
    return {
        "ring": around,
        "people": people_of(scene, around),
        "ring_desk": ring(around, form="desk", palette=CSS),
        "ring_phone": ring(around, form="phone", palette=CSS, prefix="ring-phone"),
        "timeline_desk": [
            timeline(sheet, form="desk", palette=CSS, prefix=f"tl-{place}")
            for place, sheet in enumerate(sheets)
        ],
        "long": sum(len(row.bars) for row in course_of.rows) > MOST_BARS_BESIDE,
        "timeline_phone": timeline(course_of, form="phone", palette=CSS, prefix="tl-phone"),
        "trend_desk": state_trend(trend, form="desk", palette=CSS),
        "trend_phone": state_trend(trend, form="phone", palette=CSS, prefix="trend-phone"),
    }


def _words(scene: Scene) -> dict[str, Any]:
    """Everything that is said beside the drawings."""
    table = help_table(scene)
    return {
        "words": own_words(scene),
        "state": state_of(scene),
        "leading": leading_of(scene),
        "signals": signals_of(scene),
        "course": course(scene),
        "help": table,
        "all_lines": all_lines(scene, table),
        "costs": cost_summary(scene),
        "matrix": matrix_of(scene),
        "matrix_sentence": matrix_sentence(scene),
        "chains": chains_of(scene),
        "plan": plan_of(scene),
    }


def _members(members: list[Member]) -> list[tuple[str, str]]:
    roles = role_names()
    return [(member.name, roles[member.role]) for member in members]


def role_names() -> dict[str, str]:
    """What somebody is around a household, to the others."""
    return {
        Role.CASE_LEAD: _("houdt het overzicht"),
        Role.HELPER: _("helpt"),
        Role.FAMILY: _("gezin"),
        Role.SUPPORTER: _("naaste"),
        Role.MANAGER: _("als het vastloopt"),
        Role.ADMINISTRATOR: _("beheer"),
        Role.NOBODY: _("geen rol hier"),
    }


def act_names() -> dict[str, str]:
    """What somebody did, as a verb."""
    return {
        "read": _("keek naar"),
        "search": _("zocht in"),
        "write": _("schreef in"),
        "export": _("nam mee:"),
        "import": _("las in:"),
        "create": _("begon"),
    }


def wished_names() -> dict[str, str]:
    """What somebody wanted to do and might not."""
    return {
        "read": _("wilde kijken naar"),
        "search": _("wilde zoeken in"),
        "write": _("wilde iets veranderen in"),
        "export": _("wilde meenemen:"),
        "import": _("wilde inlezen:"),
        "create": _("wilde beginnen:"),
    }


def kind_names() -> dict[str, str]:
    """What kinds of data there are."""
    return {
        "existence": _("dat dit gezin hier staat"),
        "structure": _("wie er is en wie de regie heeft"),
        "words": _("eigen woorden"),
        "plan": _("het plan"),
        "help": _("de hulp"),
        "costs": _("de kosten"),
        "course": _("wat er gebeurde"),
        "process": _("hoe het loopt"),
        "journal": _("wie er keek"),
        "directory": _("het adresboek"),
    }
