"""Household files for property tests: every list, every field, references that hold, dates in order."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from rekenmodel.costs import Period, Unit
from rekenmodel.signals import EventKind, LeadScope, ProcessState
from rekenmodel.values import Law, LifeDomain, Payer, PriceConcept, Purpose
from samenspel.exchange.tests.strategies_small import (
    DAYS,
    HOURS,
    KEYS,
    PRICES,
    Draw,
    days,
    keys,
    maybe,
    not_before,
    one_of,
    pick,
    some,
    words,
)
from samenspel.households.rules import codes, record
from samenspel.network.rules import Organisation, OrganisationKind, Professional, Team


@st.composite
def helps(draw: Draw, key: str, file: dict[str, list[str]], *, odd: bool) -> record.Help:
    """One line of help that fits."""
    short, home = words(odd=odd), pick(file["organisations"])
    giver: dict[str, Any] = {
        "organisation": draw(home),
        "professional": draw(pick(file["professionals"])),
        "supporter": None,
    }
    giver["supporter"] = draw(pick(file["supporters"]))
    if not any(giver.values()):
        giver["organisation"] = file["organisations"][0]
    when = draw(days("waiting_since", "since", "until", "planned_end"))
    stopped = when["since"] is not None and when["until"] is not None
    when["until"] = when["until"] if stopped else None
    amount = draw(st.booleans())
    return record.Help(
        key=key,
        title=draw(words(1, odd=odd)),
        **giver,
        **when,
        domains=draw(some(list(LifeDomain))),
        for_whom=draw(some(file["persons"])),
        goals=draw(some(file["goals"])),
        conflicts_with=draw(some([other for other in file["help"] if other != key])),
        purpose=draw(maybe(one_of(Purpose))),
        purpose_note=draw(short),
        expected_effect=draw(short),
        stays=when["planned_end"] is None and draw(st.booleans()),
        stopped_unfinished=stopped and draw(st.booleans()),
        stop_reason=draw(short),
        evaluation_on=draw(not_before(when["since"])),
        contacts_per_week=draw(maybe(HOURS)),
        quantity=draw(HOURS) if amount else None,
        unit=draw(one_of(Unit)) if amount else None,
        per=draw(one_of(Period)) if amount else None,
        law=draw(maybe(one_of(Law))),
        product_code=draw(words(most=8)),
        payer=draw(maybe(one_of(Payer))),
        payer_name=draw(short),
        payer_disputed=draw(st.booleans()),
        price_key=draw(short),
        price_year=draw(maybe(st.integers(1990, 2100))),
        price_source=draw(words(1, odd=odd)),
        **draw(_price()),
        budget_cents=draw(maybe(PRICES)),
        note=draw(short),
    )


@st.composite
def _price(draw: Draw) -> dict[str, Any]:
    if draw(st.booleans()):
        return {}
    low, mid, high = sorted(draw(st.tuples(PRICES, PRICES, PRICES)))
    concept = draw(one_of(PriceConcept))
    return {"price_cents": mid, "price_low_cents": low, "price_high_cents": high, "price_concept": concept}


@st.composite
def leads(draw: Draw, key: str, file: dict[str, list[str]]) -> record.Lead:
    """Somebody leads on something that is there."""
    holder = draw(
        st.sampled_from([name for name in ("professionals", "persons", "supporters") if file[name]])
    )
    held: dict[str, Any] = {holder[:-1]: draw(st.sampled_from(file[holder]))}
    subject: dict[LeadScope, dict[str, Any]] = {LeadScope.DOMAIN: {"domain": draw(one_of(LifeDomain))}}
    for scope, table in ((LeadScope.HELP, "help"), (LeadScope.GOAL, "goals")):
        if file[table]:
            subject[scope] = {scope.value: draw(st.sampled_from(file[table]))}
    free = (LeadScope.CASE, LeadScope.PROCESS, LeadScope.SAFETY, LeadScope.MONEY)
    scope = draw(st.sampled_from([*free, *subject]))
    when = draw(days("since", "until"))
    return record.Lead(
        key=key,
        scope=scope,
        **held,
        **subject.get(scope, {}),
        mandate=draw(some(list(codes.MandateItem))),
        mandate_note=draw(words()),
        deputy=draw(pick(file["professionals"])),
        **when,
        accepted=draw(st.booleans()),
        review_on=draw(not_before(when["since"])),
    )


@st.composite
def networks(draw: Draw, file: dict[str, list[str]], *, odd: bool) -> dict[str, Any]:
    """Organisations, teams and professionals."""
    name, short = words(1, 20, odd=odd), words(odd=odd)
    return {
        "organisations": [
            Organisation(
                key=key,
                name=draw(name),
                kind=draw(one_of(OrganisationKind)),
                agb=draw(st.sampled_from(["", "01234567"])),
            )
            for key in file["organisations"]
        ],
        "teams": [
            Team(key=key, name=draw(name), organisation=file["organisations"][0]) for key in file["teams"]
        ],
        "professionals": [
            Professional(
                key=key,
                name=draw(name),
                organisation=draw(st.sampled_from(file["organisations"])),
                team=draw(pick(file["teams"])),
                function=draw(short),
                expertise=draw(some(["schulden", "autisme", "jonge kinderen"])),
            )
            for key in file["professionals"]
        ],
    }


@st.composite
def people(draw: Draw, file: dict[str, list[str]], *, odd: bool) -> dict[str, Any]:
    """Persons, relations and people close by."""
    name, short, persons = words(1, 20, odd=odd), words(odd=odd), file["persons"]
    related = draw(keys(4)) if len(persons) > 1 else []
    pairs = [draw(st.permutations(persons)) for _ in related]
    born = maybe(st.dates(date(1930, 1, 1), date(2026, 1, 1)))
    return {
        "persons": [
            record.Person(
                key=key, name=draw(name), role=draw(short), birth_date=draw(born), **draw(_home(short))
            )
            for key in persons
        ],
        "relations": [
            record.Relation(key=key, person=pair[0], other=pair[1], **draw(_tie()))
            for key, pair in zip(related, pairs, strict=True)
        ],
        "supporters": [
            record.Supporter(
                key=key,
                name=draw(name),
                relation=draw(short),
                tie=draw(one_of(codes.Tie)),
                gives=draw(short),
                **draw(days("since", "until")),
            )
            for key in file["supporters"]
        ],
    }


@st.composite
def _home(draw: Draw, short: st.SearchStrategy[str]) -> dict[str, Any]:
    inside = draw(st.booleans())
    return {"in_house": inside, "lives_at": "" if inside else draw(short), **draw(days("since", "until"))}


@st.composite
def _tie(draw: Draw) -> dict[str, Any]:
    kind = draw(one_of(codes.RelationKind))
    raising = kind in {
        codes.RelationKind.PARENT,
        codes.RelationKind.GUARDIAN,
        codes.RelationKind.FOSTER_PARENT,
    }
    authority = draw(one_of(codes.Authority)) if raising else codes.Authority.NONE
    return {"kind": kind, "authority": authority, **draw(days("since", "until"))}


@st.composite
def goals_and_actions(draw: Draw, file: dict[str, list[str]], *, odd: bool) -> dict[str, Any]:
    """Goals, and what somebody will do."""
    title, short = words(1, odd=odd), words(odd=odd)
    goals = []
    for key in file["goals"]:
        when = draw(days("since", "horizon", "closed_on"))
        done = when["closed_on"] is not None and draw(st.booleans())
        person, domain = draw(pick(file["persons"])), draw(maybe(one_of(LifeDomain)))
        goals.append(
            record.Goal(
                key=key,
                title=draw(title),
                own_words=draw(short),
                reached=done,
                person=person,
                domain=domain,
                **when,
            )
        )
    owners = [
        (table[:-1], key) for table in ("professionals", "persons", "supporters") for key in file[table]
    ]
    actions = []
    for key in draw(keys()):
        owner = dict(draw(some(owners, 1)))
        when = draw(days("agreed_on", "due", "done_on"))
        actions.append(record.Action(key=key, title=draw(title), **owner, **when))
    return {"goals": goals, "actions": actions}


@st.composite
def plans(draw: Draw, file: dict[str, list[str]], *, odd: bool) -> dict[str, Any]:
    """Problems, agreements, decisions and events."""
    title, short = words(1, odd=odd), words(odd=odd)
    return {
        "problems": [
            record.Problem(
                key=key,
                title=draw(title),
                note=draw(short),
                domain=draw(one_of(LifeDomain)),
                **draw(days("since", "solved_on")),
            )
            for key in draw(keys())
        ],
        "agreements": [
            record.Agreement(
                key=key,
                title=draw(title),
                parties=draw(short),
                kept=draw(short),
                **draw(days("agreed_on", "until")),
            )
            for key in draw(keys())
        ],
        "decisions": [
            record.Decision(
                key=key,
                title=draw(title),
                on=draw(DAYS),
                reason=draw(title),
                decided_by=draw(short),
                dissent=draw(short),
            )
            for key in draw(keys())
        ],
        "events": [
            record.Event(
                key=key,
                title=draw(title),
                kind=(kind := draw(one_of(EventKind))),
                on=draw(DAYS),
                person=draw(pick(file["persons"])),
                life_threatening=kind is EventKind.CRISIS and draw(st.booleans()),
            )
            for key in draw(keys())
        ],
    }


@st.composite
def courses(draw: Draw, file: dict[str, list[str]], *, odd: bool) -> dict[str, Any]:
    """The case, own words and declared amounts."""
    short, begin = words(odd=odd), draw(DAYS)
    meeting = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)).map(  # noqa: DTZ001
        lambda at: at.replace(hour=8 + at.hour % 12, second=0, microsecond=0, tzinfo=UTC)
    )
    return {
        "cases": [
            record.Case(
                key=key,
                title=draw(short),
                opened_on=begin,
                closed_on=begin + timedelta(days=30) if number else None,
                next_meeting_at=draw(maybe(meeting)),
                next_meeting_where=draw(short),
                next_meeting_note=draw(short),
            )
            for number, key in enumerate(draw(keys(2)))
        ],
        "words": [
            record.Words(
                key=key,
                kind=draw(one_of(codes.WordsKind)),
                text=draw(words(1, odd=odd)),
                on=draw(DAYS),
                person=draw(pick(file["persons"])),
            )
            for key in draw(keys())
        ],
        "declarations": [
            record.Declaration(
                key=key,
                help=draw(st.sampled_from(file["help"])),
                begin=begin,
                end=begin,
                cents=draw(st.integers(-10_000, 10_000)),
            )
            for key in draw(keys())
        ],
    }


@st.composite
def results(draw: Draw, file: dict[str, list[str]]) -> dict[str, Any]:
    """Effects and process states."""
    return {
        "effects": [
            record.Effect(
                key=key,
                help=draw(st.sampled_from(file["help"])),
                layer=draw(one_of(codes.EffectLayer)),
                title=draw(words(1)),
            )
            for key in draw(keys())
        ],
        "states": [
            record.State(
                key=key,
                on=draw(DAYS),
                agreed=draw(one_of(ProcessState)),
                reason="Omdat het zo is",
                signal_values=draw(st.dictionaries(st.sampled_from(["crisis", "churn"]), st.integers(0, 3))),
                votes=(record.StateVote(voter="Anna", goal_agreement=Decimal("7.5")),),
            )
            for key in draw(keys(2))
        ],
    }


@st.composite
def households(draw: Draw, *, odd: bool = False) -> record.HouseholdFile:
    """A household file without faults; `odd` also puts strange characters in its texts."""
    file = {name: draw(keys(3)) for name in ("teams", "professionals", "supporters", "goals")}
    file |= {name: draw(keys(3, 1)) for name in ("organisations", "persons", "help")}
    return record.HouseholdFile(
        key=draw(KEYS),
        name=draw(words(1, odd=odd)),
        municipality=draw(st.sampled_from(["", "0344"])),
        plan_holder=draw(pick(file["persons"])),
        help=tuple(draw(helps(key, file, odd=odd)) for key in file["help"]),
        leads=tuple(draw(leads(key, file)) for key in draw(keys())),
        **draw(networks(file, odd=odd)),
        **draw(people(file, odd=odd)),
        **draw(goals_and_actions(file, odd=odd)),
        **draw(plans(file, odd=odd)),
        **draw(courses(file, odd=odd)),
        **draw(results(file)),
    )
