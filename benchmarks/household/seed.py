"""A hundred thousand invented households, made inside PostgreSQL itself: minutes become seconds."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.core.management import call_command
from django.db import connection
from django.db.models import Field, Model
from django.db.models.fields import NOT_PROVIDED

from benchmarks.household.rich import write_rich_households
from rekenmodel.values import LifeDomain
from samenspel.access.models import Ground, Membership
from samenspel.accounts.models import User
from samenspel.households import models
from samenspel.households.models import HouseholdRow
from samenspel.journal.models import Line
from samenspel.network.actions import open_network
from samenspel.network.models import Organisation, Professional, Team

HOUSEHOLDS = 100_000
HELPERS = 5_000
ORGANISATIONS = 60
PROFESSIONALS = 3_000
NETWORK = "bench"
WIDE, NARROW, NARROW_HOUSEHOLDS = "wide", "narrow", 5
SINCE, UNTIL = "now() - interval '1 month'", "now() + interval '4 months'"
MOMENT = "'2026-06-01'::timestamptz + h.n % 10000 * interval '1 minute'"
DAY = "date '2026-01-01' + (h.n % 200)::int"

FIRST = (
    "ANNA BRAM CATO DAAN ELSA FEMKE GIJS HANNA IVO JULIA KEES LOTTE MEES NOOR OTTO PUCK RUBEN SARA TIJN VERA"
)
BEGIN = "Berk Linde Water Eiken Groen Hazel Meer Noorder Ooster Rozen Silver Toren Veld Wester Zonne Duin"
END = "man stra veld horst kamp donk hoek brink laar maat daal wijk berg poel sloot weide"


def picked(words: str, number: str) -> str:
    """SQL that picks one of the words by a number."""
    listed = ", ".join(f"'{word}'" for word in words.title().split())
    return f"(ARRAY[{listed}])[1 + ({number}) % {len(words.split())}]"


SURNAME = f"{picked(BEGIN, 'h.n')} || lower({picked(END, 'h.n / 16')})"
DOMAIN = f"lower({picked(' '.join(LifeDomain), 'h.n + i')})"
PROFESSIONAL = f"'{NETWORK}.p' || (h.n * 13 + i * 7) % {PROFESSIONALS}"
HELPER = f"(SELECT min(id) FROM accounts_user WHERE username ~ '^helper') + (h.n * 3 + i) * 997 % {HELPERS}"  # noqa: S608


def own(key: str) -> str:
    """SQL of the id of a row of the same household."""
    return f"h.id || '.{key}'"


@dataclass(frozen=True)
class Rows:
    """`each` rows of a table for every household; `columns` are SQL over h (household) and i (1..each)."""

    model: type[Model]
    each: int
    columns: dict[str, str] = field(default_factory=dict)
    where: str = "true"


ROWS = (
    Rows(models.Case, 1, {"opened_on": DAY}),
    Rows(
        models.Person,
        3,
        {
            "name": f"{picked(FIRST, 'h.n * 7 + i')} || ' ' || {SURNAME}",
            "role": "(ARRAY['moeder', 'vader', 'kind'])[i]",
            "birth_date": "date '1980-01-01' + (h.n % 3000 + i * i * 1000)::int",
        },
    ),
    Rows(
        models.Relation,
        2,
        {
            "person_id": own("person-") + " || i",
            "other_id": own("person-3"),
            "kind": "'parent'",
            "authority": "'joint'",
        },
    ),
    Rows(
        models.Supporter, 1, {"name": picked(FIRST, "h.n * 3"), "relation": "'buur'", "gives": "'kookt mee'"}
    ),
    Rows(
        models.Goal,
        2,
        {"title": "'Rust in huis'", "domain": DOMAIN, "person_id": own("person-3"), "since": DAY},
    ),
    Rows(models.Problem, 1, {"title": "'Er is een schuld bij de huur'", "domain": DOMAIN, "since": DAY}),
    Rows(
        models.Help,
        4,
        {
            "title": "'Hulp die bij dit gezin past ' || i",
            "organisation_id": f"'{NETWORK}.o' || (h.n + i) % {ORGANISATIONS}",
            "professional_id": PROFESSIONAL,
            "purpose": "'guidance'",
            "expected_effect": "'Het gezin redt zich weer zonder ons'",
            "since": DAY,
            "quantity": "i",
            "unit": "'hour'",
            "per": "'week'",
            "law": "'jeugdwet'",
            "payer": "'municipality'",
            "price_cents": "9000 + h.n % 2000",
            "price_year": "2026",
            "price_concept": "'tariff'",
            "price_source": "'verzonnen'",
        },
    ),
    Rows(models.HelpDomain, 4, {"help_id": own("help-") + " || i", "domain": DOMAIN}),
    Rows(models.HelpPerson, 4, {"help_id": own("help-") + " || i", "person_id": own("person-3")}),
    Rows(models.HelpGoal, 2, {"help_id": own("help-") + " || i", "goal_id": own("goal-") + " || i"}),
    Rows(models.HelpConflict, 1, {"help_id": own("help-1"), "other_id": own("help-2")}, "h.n % 50 = 0"),
    Rows(
        models.Declaration,
        2,
        {
            "help_id": own("help-") + " || i",
            "begin": "date '2026-01-01'",
            "end": "date '2026-01-31'",
            "cents": "12345",
            "reference": "'D' || i",
        },
    ),
    Rows(
        models.Lead,
        3,
        {
            "scope": "CASE WHEN i = 1 THEN 'case' ELSE 'domain' END",
            "domain": f"CASE WHEN i > 1 THEN {DOMAIN} END",
            "professional_id": PROFESSIONAL,
            "since": DAY,
        },
    ),
    Rows(models.LeadMandate, 1, {"lead_id": own("lead-1"), "item": "'extra_means'"}),
    Rows(models.Effect, 1, {"help_id": own("help-1"), "layer": "'result'", "title": "'Er is weer rust'"}),
    Rows(models.Agreement, 2, {"title": "'Wij bellen eerst met elkaar'", "agreed_on": DAY}),
    Rows(models.Action, 2, {"title": "'De brief schrijven'", "professional_id": PROFESSIONAL, "due": DAY}),
    Rows(models.Event, 1, {"title": "'Verhuisd'", "kind": "'move'", "on": DAY}),
    Rows(models.Decision, 1, {"title": "'Een helper minder'", "on": DAY, "reason": "'Rust'"}, "h.n % 2 = 0"),
    Rows(models.Words, 1, {"kind": "'year_ahead'", "text": "'Dat het rustig is.'", "on": DAY}),
    Rows(models.State, 1, {"on": DAY, "agreed": "'complex'", "reason": "'Het wordt rustiger'"}),
    Rows(
        models.StateVote,
        2,
        {
            "row_id": own("state-1"),
            "voter": "'Stem ' || i",
            "voter_key": "'user:' || i",
            "state": "'complex'",
        },
    ),
    Rows(
        models.Change,
        1,
        {"id": "md5('change' || h.n)::uuid", "at": MOMENT, "by_name": "'Helper'", "what": "'help.edit'"},
    ),
    Rows(
        models.Revision,
        1,
        {
            "change_id": "md5('change' || h.n)::uuid",
            "sequence": "0",
            "table": "'help'",
            "key": "'help-1'",
            "after": """'{"key": "help-1"}'""",
        },
    ),
    Rows(
        Line,
        1,
        {
            "event": "md5('line' || h.n)",
            "chain": "h.id",
            "sequence": "1",
            "at": MOMENT,
            "user_id": HELPER,
            "act": "'read'",
            "kind": "'structure'",
            "allowed": "true",
            "reason": "'role_may'",
        },
    ),
    Rows(
        Membership,
        3,
        {"user_id": HELPER, "role": "'helper'", "since": SINCE, "until": UNTIL},
    ),
    Rows(
        Ground,
        2,
        {
            "category": "(ARRAY['ordinary', 'financial'])[i]",
            "level_max": "2",
            "use": "'helping'",
            "kind": "'task'",
            "since": SINCE,
            "until": UNTIL,
        },
    ),
)


def main() -> None:
    """Fill the empty database that DATABASE_URL names."""
    call_command("migrate", verbosity=0)
    open_network(key=NETWORK, name="Netwerk van de meting")
    with without_checks_between_tables():
        users_and_directory()
        households()
        for rows in ROWS:
            insert(rows.model, rows.columns, f"bench_seed h, generate_series(1, {rows.each}) i", rows.where)
        insert(Membership, membership(WIDE), "bench_seed h")
        insert(Membership, membership(NARROW), "bench_seed h", f"h.n <= {NARROW_HOUSEHOLDS}")
    write_rich_households(NETWORK)
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE bench_seed")
        cursor.execute("VACUUM ANALYZE")


def membership(username: str) -> dict[str, str]:
    """The columns of a membership of one named helper."""
    user = f"(SELECT id FROM accounts_user WHERE username = '{username}')"  # noqa: S608 our own words
    return {"user_id": user, "role": "'helper'", "since": SINCE, "until": UNTIL}


def users_and_directory() -> None:
    """Make the helpers, and the organisations, teams and professionals that the households name."""
    signs_in = {"password": "'!'", "date_joined": SINCE}
    for name in (WIDE, NARROW):
        insert(User, {**signs_in, "username": f"'{name}'"}, "generate_series(1, 1)")
    helpers = {**signs_in, "username": "'helper' || i", "first_name": "'Helper'", "last_name": "i"}
    insert(User, helpers, f"generate_series(0, {HELPERS - 1}) i ORDER BY i")
    directory(Organisation, "o", "Organisatie", ORGANISATIONS, {})
    organisation = {"organisation_id": f"'{NETWORK}.o' || i % {ORGANISATIONS}"}
    directory(Team, "t", "Team", ORGANISATIONS, organisation)
    team = {"team_id": f"'{NETWORK}.t' || i % {ORGANISATIONS}"}
    directory(
        Professional, "p", "Helper", PROFESSIONALS, {**organisation, **team, "function": "'begeleider'"}
    )


def directory(model: type[Model], letter: str, name: str, count: int, columns: dict[str, str]) -> None:
    """Fill one table of the directory."""
    own_columns = {
        "id": f"'{NETWORK}.{letter}' || i",
        "network_id": f"'{NETWORK}'",
        "key": f"'{letter}' || i",
        "name": f"'{name} ' || i",
    }
    insert(model, {**own_columns, **columns}, f"generate_series(0, {count - 1}) i")


def households() -> None:
    """Make the households themselves, and the list of them that every other table is filled from."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE bench_seed AS SELECT n, md5('household ' || n) AS id FROM generate_series(1, %s) n",
            [HOUSEHOLDS],
        )
        cursor.execute("ANALYZE bench_seed")
    people = " || ' ' || ".join(picked(FIRST, f"h.n * 7 + {i}") for i in (1, 2, 3))
    columns = {
        "id": "h.id",
        "network_id": f"'{NETWORK}'",
        "key": "'h' || h.n",
        "name": f"'Gezin ' || {SURNAME}",
        "municipality": "'0518'",
        "search_text": f"lower('gezin ' || {SURNAME} || ' ' || {people})",
    }
    insert(models.Household, columns, "bench_seed h")


def insert(model: type[Model], columns: dict[str, str], source: str, where: str = "") -> None:
    """Fill a table from a query; a column that is not named gets what the model gives it."""
    values = {**default_columns(model), **columns}
    names = ", ".join(f'"{name}"' for name in values)
    tail = f" WHERE {where}" if where else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{model._meta.db_table}" ({names}) SELECT {", ".join(values.values())} '  # noqa: S608 our own words
            f"FROM {source}{tail}"
        )


def default_columns(model: type[Model]) -> dict[str, str]:
    """SQL for the columns that must be filled, and for the key of a row that belongs to a household."""
    values = {
        one.column: literal(one)
        for one in model._meta.concrete_fields
        if one.column and not one.null and not one.primary_key and not one.is_relation
    }
    if issubclass(model, HouseholdRow):
        name = model.__name__.lower()
        values |= {"id": own(f"{name}-") + " || i", "key": f"'{name}-' || i", "position": "i"}
    if any(one.column == "household_id" for one in model._meta.concrete_fields):
        values["household_id"] = "h.id"
    return values


def literal(one: "Field[Any, Any]") -> str:
    """What Django would put in a column by itself, as SQL."""
    value = one.default
    if value is NOT_PROVIDED:
        return "''"
    if value in (dict, list):
        return f"'{'{}' if value is dict else '[]'}'"
    return "'" + str(value).replace("'", "''") + "'"


@contextmanager
def without_checks_between_tables() -> Iterator[None]:
    """Take foreign keys, secondary indexes and the links of the journal away: in bulk they cost ten times."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE journal_line DISABLE TRIGGER USER")
        cursor.execute("SET synchronous_commit = off")
        cursor.execute("SET maintenance_work_mem = '256MB'")
        cursor.execute(
            "SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) "
            "FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace"
        )
        keys = cursor.fetchall()
        cursor.execute(
            "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index "
            "WHERE NOT indisunique AND indrelid::regclass::text ~ '^(households|access|journal)_'"
        )
        indexes = cursor.fetchall()
        for table, name, _ in keys:
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        for name, _ in indexes:
            cursor.execute(f"DROP INDEX {name}")
        yield
        for _, definition in indexes:
            cursor.execute(definition)
        for table, name, definition in keys:
            cursor.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")
        cursor.execute("ALTER TABLE journal_line ENABLE TRIGGER USER")
