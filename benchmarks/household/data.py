"""What the page is made of, read and calculated on one core, beside a plain read of the same rows."""

from statistics import median
from typing import Any

from django.db import connection

from benchmarks.household.figures import Figure, hand_over
from benchmarks.household.rich import NOW, READER, RICH_ID, TODAY
from benchmarks.household.timing import timed, to_one_core
from samenspel.accounts.queries import user_named
from samenspel.desk.queries import household_page
from samenspel.desk.rules.prices import prices
from samenspel.households.queries import read_file
from samenspel.households.rules.picture import picture
from samenspel.households.tables import TABLES, link_models

LEAST_PER_SECOND = 50


def main() -> None:
    """Measure how often per second one core makes the data of the page."""
    to_one_core()
    user = user_named(READER)
    assert user is not None
    file, _ = read_file(RICH_ID, TABLES)
    tables = [*(table.model for table in TABLES.values()), *links()]
    took, calculated, plain, bare = timed(
        lambda: household_page(user, RICH_ID, at=NOW, on=TODAY),
        lambda: picture(file, TODAY, prices(TODAY)),
        lambda: rows_of(tables),
        one_query,
    )
    name = "data of the page"
    hand_over(
        [
            Figure(
                name=f"{name}, per second on one core",
                measured=1000 / median(took),
                unit="/s",
                least=LEAST_PER_SECOND,
                floor=1000 / median(plain),
                floor_name=f"the same rows by {len(tables)} plain SELECTs",
            ),
            Figure(
                name=f"{name}: median",
                measured=median(took),
                unit="ms",
                floor=median(bare),
                floor_name="one bare query",
            ),
            Figure(name="calculating the picture alone: median", measured=median(calculated), unit="ms"),
        ]
    )


def links() -> list[type[Any]]:
    """The tables of lists within rows."""
    return [model for table in TABLES.values() for model in link_models(table)]


def rows_of(tables: list[type[Any]]) -> None:
    """Fetch all rows of the household without Django."""
    raw = connection.connection
    for model in tables:
        raw.execute(f'SELECT * FROM "{model._meta.db_table}" WHERE household_id = %s', [RICH_ID]).fetchall()  # noqa: S608 Django's own names


def one_query() -> None:
    """The smallest question to the database."""
    connection.connection.execute("SELECT 1").fetchone()
