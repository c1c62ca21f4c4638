"""Any number of different messages that belong together, for the tests of chunks and for the benchmark.

Ten messages make one household: an assignment of two products, a start, seven months of bills, a stop.
With fewer messages a household there are fewer months of bills.
"""

import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from samenspel.exchange.rules.ijw_shape import passes_eleven_test
from samenspel.exchange.tests.ijw_messages import sample

PER_HOUSEHOLD = 10
OTHER_THAN_BILLS = 3
MONTHS = (31, 28, 31, 30, 31, 30, 31)
FIRST_BSN = 100_000_000


def many_messages(count: int, per_household: int = PER_HOUSEHOLD) -> Iterator[tuple[str, bytes]]:
    """Yield `count` messages, each with a name of its own; the same numbers give the same bytes."""
    texts = {
        name: sample(f"DeWit_{name}").decode()
        for name in ("JW301_kaya", "JW305_kaya_start", "JW307_kaya_tijdelijk", "JW323_januari")
    }
    households = -(-count // per_household)
    months = per_household - OTHER_THAN_BILLS
    every = (
        message
        for number, bsn in zip(range(1, households + 1), _bsns(), strict=False)
        for message in _of_one_household(texts, number, bsn, months)
    )
    return islice(every, count)


def write_zip(path: Path, count: int) -> None:
    """Write `count` messages into one zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in many_messages(count):
            archive.writestr(name, data)


def _of_one_household(
    texts: dict[str, str], number: int, bsn: str, months: int
) -> Iterator[tuple[str, bytes]]:
    own = (
        ("999900304", bsn),
        ("610001", f"{number}1"),
        ("610002", f"{number}2"),
        ("Achternaam>Wit<", f"Achternaam>Wit{number}<"),
        ("Demir", f"Demir{number}"),
        ("Huisnummer>7<", f"Huisnummer>{number}<"),
        ("DW0", f"{number}"),
    )
    for name in ("JW301_kaya", "JW305_kaya_start"):
        yield f"{number:06d}_{name}.xml", _changed(texts[name], own)
    for month, days in enumerate(MONTHS[:months], start=1):
        begin, end = f"2026-{month:02d}-01", f"2026-{month:02d}-{days}"
        bill = (
            ("2026-01-19", begin if month > 1 else "2026-01-19"),
            ("2026-01-01", begin),
            ("2026-01-31", end),
            ("2026-02-04", f"2026-{month + 1:02d}-04"),
            ("DECDW01", f"DEC{number}M{month}"),
            ("DDW01", f"D{number}M{month}"),
            ("K0001", f"K{number}M{month}"),
        )
        yield f"{number:06d}_JW323_{month}.xml", _changed(texts["JW323_januari"], (*bill, *own))
    yield f"{number:06d}_JW307.xml", _changed(texts["JW307_kaya_tijdelijk"], own)


def _changed(text: str, changes: tuple[tuple[str, str], ...]) -> bytes:
    for old, new in changes:
        text = text.replace(old, new)
    return text.encode()


def _bsns() -> Iterator[str]:
    return (str(bsn) for bsn in range(FIRST_BSN, 999_999_999) if passes_eleven_test(str(bsn)))
