"""The household page, its costs and its journal."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samenspel.access.queries import Member
from samenspel.access.rules import Act, Kind, Role
from samenspel.accounts.models import User
from samenspel.desk.drawings.palette import CSS
from samenspel.desk.drawings.ring import ring
from samenspel.desk.drawings.state_trend import state_trend
from samenspel.desk.drawings.timeline import timeline, timeline_slices
from samenspel.desk.queries import HouseholdPage, household_page, my_key, who_looked, who_sees
from samenspel.desk.rules.chains import Chains, chains_of
from samenspel.desk.rules.costs import cost_summary, costs_page
from samenspel.desk.rules.family import people_of
from samenspel.desk.rules.help_table import HelpTable, all_lines, help_table
from samenspel.desk.rules.leading import leading_of, leads_costs, matrix_of, matrix_sentence
from samenspel.desk.rules.plan import Plan, own_words, plan_of
from samenspel.desk.rules.ring import ring_of
from samenspel.desk.rules.scene import Scene
from samenspel.desk.rules.signal_list import SignalList, signals_of
from samenspel.desk.rules.state import state_of, trend_of
from samenspel.desk.rules.tasks import two_things
from samenspel.desk.rules.timeline import timeline_of
from samenspel.desk.web import rows
from samenspel.desk.web.asked import Asked, asked_of
from samenspel.desk.web.links import Links
from samenspel.desk.web.looking_back import last_steps
from samenspel.households.access import may_see_journal, may_write, readable_tables
from samenspel.households.queries import first_known
from samenspel.households.tables import TABLES
from samenspel.journal.models import Line
from samenspel.kit.templatetags.kit import clock, language, on_day

HOUSEHOLD = "household"
HIGHEST_BESIDE = 1000
"""A higher timeline than this does not fit beside the ring on paper and gets sheets of its own."""


def household(request: HttpRequest, household_id: str) -> HttpResponse:
    """The household on one page."""
    at, user = timezone.now(), cast("User", request.user)
    asked = asked_of(request, at)
    page = household_page(user, household_id, at=at, on=asked.on, known=asked.moment)
    scene = _scene(page)
    role = page.dossier.standing.role
    me = my_key(user) if role in {Role.HELPER, Role.MANAGER} else ""
    frame, words = _frame(page, asked), _words(scene)
    context = (
        frame
        | words
        | _drawings(scene)
        | {
            "rows": _rows(words, scene, frame["links"], get_token(request)),
            "tasks": two_things(scene, me) if me and role is Role.HELPER and not asked.other_day else (),
            "leads_costs": leads_costs(scene, me),
            "steps": last_steps(request, page.recent, at) if frame["writes"] else None,
            "members": _members(who_sees(page.dossier, at=at)),
        }
    )
    return render(request, "desk/household.html", context)


def costs(request: HttpRequest, household_id: str) -> HttpResponse:
    """Every euro, opened."""
    at, user = timezone.now(), cast("User", request.user)
    asked = asked_of(request, at)
    page = household_page(user, household_id, at=at, on=asked.on, subject="kosten", known=asked.moment)
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
        "wat er veranderde": _("wat er veranderde"),
        "gesprek": _("het gespreksblad"),
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
    allowed = frozenset() if asked.other_day else frozenset(writes)
    return {
        "here": "households",
        "household_id": page.dossier.id,
        "file": page.picture.file,
        "asked": asked,
        "tables": page.dossier.tables,
        "writes": allowed,
        "links": Links(page.dossier.id, allowed),
        "exports": bool(readable_tables(held, Act.EXPORT)),
        "journal_open": may_see_journal(held),
        "plans_open": held.may(Kind.JUDGEMENT, Act.READ).allowed,
        "last_change": page.last_change,
        "first_known": first_known(page.dossier.id) if asked.known else None,
    }


def _drawings(scene: Scene) -> dict[str, Any]:
    """The drawings, each in the form for a desk and for a phone."""
    around, course_of, trend = ring_of(scene), timeline_of(scene), trend_of(scene)
    slices = timeline_slices(course_of, form="desk", palette=CSS)
    return {
        "ring": around,
        "people": people_of(scene, around),
        "course": course_of.title,
        "ring_desk": ring(around, form="desk", palette=CSS),
        "ring_phone": ring(around, form="phone", palette=CSS, prefix="ring-phone"),
        "timeline_desk": slices,
        "long": slices.height > HIGHEST_BESIDE,
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
        "help": table,
        "all_lines": all_lines(scene, table),
        "costs": cost_summary(scene),
        "matrix": matrix_of(scene),
        "matrix_sentence": matrix_sentence(scene),
        "chains": chains_of(scene),
        "plan": plan_of(scene),
    }


def _rows(words: dict[str, Any], scene: Scene, links: Links, token: str) -> dict[str, SafeString]:
    """The long lists of the page."""
    table: HelpTable = words["help"]
    plan: Plan = words["plan"]
    chains: Chains = words["chains"]
    found: SignalList = words["signals"]
    return {
        "agreements": rows.agreement_rows(scene.file.agreements, links, scene.language),
        "actions": rows.action_rows(plan.actions, links, token),
        "actions_past": rows.action_rows(plan.actions_past, links, token),
        "help": rows.help_rows(table.now, links),
        "help_past": rows.help_rows(table.past, links),
        "events": rows.event_rows(table.events, links),
        "signals": rows.signal_rows(found.first, links),
        "signals_more": rows.signal_rows(found.others, links),
        "chains": rows.chain_rows(chains.first, links),
        "chains_more": rows.chain_rows(chains.others, links),
    }


def _members(members: list[Member]) -> list[tuple[str, str]]:
    roles = role_names()
    return [(member.name, roles[member.role]) for member in members]


def role_names() -> dict[str, str]:
    """What somebody is around a household, to the others."""
    return {
        Role.CASE_LEAD: _("casusregisseur"),
        Role.HELPER: _("hulpverlener"),
        Role.FAMILY: _("gezin"),
        Role.REPRESENTATIVE: _("komt op voor een kind"),
        Role.SUPPORTER: _("naaste"),
        Role.MANAGER: _("procesregisseur"),
        Role.FACILITATOR: _("gespreksleider"),
        Role.POLICY: _("beleid"),
        Role.ADMINISTRATOR: _("beheerder"),
        Role.OVERSIGHT: _("toezicht op privacy"),
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
        "scenario": _("de mogelijkheden in het plan"),
        "judgement": _("de oordelen over een mogelijkheid"),
    }
