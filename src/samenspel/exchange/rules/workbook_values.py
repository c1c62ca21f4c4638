"""What somebody typed in a cell, as a date, a moment, a number, an amount, a year, yes or no, or text.

Every reader takes the value of a cell and `ask`, which it calls with a question when it had to guess. It
raises RefusedError when it cannot read the value.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from rekenmodel.values import RefusedError, Text, day, number
from samenspel.exchange.rules.workbook_words import YES_NO, plain_words

Value = str | Decimal | datetime | bool
Ask = Callable[[Text], None]

HOME = ZoneInfo("Europe/Amsterdam")
CENTURY_TURN = 50
"""A year of two figures from here on is of the last century."""
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january",
            "feb februari february febr",
            "mrt maart mar march",
            "apr april",
            "mei may",
            "jun juni june",
            "jul juli july",
            "aug augustus august",
            "sep september sept",
            "okt oktober oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})")
YEAR_FIRST = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]00:00(?::00)?)?")
DAY_WORD = re.compile(r"(\d{1,2})[\s.-]*([a-z]+)[\s.-]*(\d{4}|\d{2})")
MONTH_WORD = re.compile(r"([a-z]+)[\s.-]*(\d{4})")
MONTH_NUMBER = re.compile(r"(\d{1,2})\s*[-/]\s*(\d{4})")
YEAR_ONLY = re.compile(r"\d{4}")
CLOCK = re.compile(r"(.+?),?(?: | om | at |t)(\d{1,2})[:.](\d{2})(?::00)?(?: ?(?:uur|h))?")
SPACES = re.compile(r"[\s\u00a0\u202f]")
CURRENCY = re.compile(r"^(?:€|eur|euro)|(?:€|eur|euro)$", re.IGNORECASE)
NO_CENTS = re.compile(r"[,.][-–]+$")
FIGURES = re.compile(r"-?\d+(?:[.,]\d+)*")
LONGEST_NUMBER = 20


def as_text(value: Value, _: Ask) -> str:
    """Return a cell as text: a number without its trailing zeros, a date in figures."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, datetime):
        return f"{value.day}-{value.month}-{value.year}"
    return format(value, "f") if isinstance(value, Decimal) else value


def as_yes(value: Value, ask: Ask) -> bool:
    """Read "ja", "nee", "yes", "no" or "x"."""
    known = value if isinstance(value, bool) else YES_NO.get(plain_words(as_text(value, ask)))
    if known is None:
        raise RefusedError(Text("Vul ja of nee in.", "Fill in yes or no."))
    return known


def as_date(value: Value, ask: Ask) -> date:
    """Read a day; of a month or a year alone the first day, with a question."""
    if isinstance(value, datetime):
        return value.date()
    written = plain_dates(as_text(value, ask))
    found = _full_date(written)
    if found is not None:
        return found
    first = _first_day(written)
    if first is None:
        raise RefusedError(NO_DATE)
    ask(
        Text(
            f"Hier staat geen dag. We lezen dit als {day(first, 'nl')}. Klopt dat?",
            f"There is no day here. We read this as {day(first, 'en')}. Is that right?",
        )
    )
    return first


def as_birth_date(value: Value, ask: Ask) -> date:
    """Read a day of birth; of a year of two figures the century is asked."""
    born = as_date(value, ask)
    if isinstance(value, str) and str(born.year) not in value:
        ask(
            Text(
                f"Het jaar heeft twee cijfers. We lezen dit als {day(born, 'nl')}. Klopt dat?",
                f"The year has two figures. We read this as {day(born, 'en')}. Is that right?",
            )
        )
    return born


def as_moment(value: Value, ask: Ask) -> datetime:
    """Read a day and a time in the Netherlands; without a time nine in the morning, with a question."""
    if isinstance(value, datetime):
        on, clock = value.date(), value.time().replace(second=0, microsecond=0)
        unknown = clock == time(0)
    else:
        written = plain_dates(as_text(value, ask))
        parts = CLOCK.fullmatch(written)
        hour, minute = (int(parts[2]), int(parts[3])) if parts else (0, 0)
        if hour > 23 or minute > 59:
            raise RefusedError(NO_MOMENT)
        on, clock, unknown = as_date(parts[1] if parts else written, ask), time(hour, minute), not parts
    if unknown:
        clock = time(9)
        ask(
            Text(
                "Hier staat geen tijd. We lezen dit als 9.00 uur. Klopt dat?",
                "There is no time here. We read this as 9:00. Is that right?",
            )
        )
    return datetime.combine(on, clock, HOME).astimezone(UTC)


def as_number(value: Value, ask: Ask) -> Decimal:
    """Read a number with a decimal comma or a decimal point, with or without marks for thousands."""
    if isinstance(value, Decimal):
        return value
    if not isinstance(value, str):
        raise RefusedError(NO_NUMBER)
    written = NO_CENTS.sub("", CURRENCY.sub("", SPACES.sub("", value)))
    written = CURRENCY.sub("", written).replace("−", "-").replace("'", "")
    if not FIGURES.fullmatch(written) or len(written) > LONGEST_NUMBER:
        raise RefusedError(NO_NUMBER)
    return _with_marks(written, value, ask)


def as_cents(value: Value, ask: Ask) -> int:
    """Read an amount in euros as whole cents."""
    cents = as_number(value, ask) * 100
    if cents != cents.to_integral():
        raise RefusedError(
            Text("Gebruik hoogstens twee cijfers achter de komma.", "Use at most two decimals for euros.")
        )
    return int(cents)


def as_year(value: Value, ask: Ask) -> int:
    """Read a year of four figures, also out of "prijspeil 2026" or a date."""
    if isinstance(value, datetime):
        return value.year
    years = re.findall(r"(?<!\d)\d{4}(?!\d)", as_text(value, ask))
    if len(years) != 1:
        raise RefusedError(Text("Vul een jaar van vier cijfers in.", "Fill in a year of four figures."))
    return int(years[0])


def as_municipality(value: Value, ask: Ask) -> str:
    """Read a municipality code of four figures; a workbook drops the zeros in front."""
    written = as_text(value, ask).strip()
    if not (written.isascii() and written.isdecimal()) or not 1 <= len(written) <= 4:
        raise RefusedError(
            Text(
                "Vul de code van vier cijfers in die het CBS aan de gemeente geeft, bijvoorbeeld 0344.",
                "Fill in the code of four figures that Statistics Netherlands gives, for example 0344.",
            )
        )
    return written.zfill(4)


def plain_dates(text: str) -> str:
    """Return a typed date in lower case, with single spaces."""
    return " ".join(text.casefold().replace("\u00a0", " ").split())


def _full_date(written: str) -> date | None:
    if match := YEAR_FIRST.fullmatch(written):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := DAY_FIRST.fullmatch(written):
        return _date(_year(match[3]), int(match[2]), int(match[1]))
    match = DAY_WORD.fullmatch(written)
    return _date(_year(match[3]), MONTHS[match[2]], int(match[1])) if match and match[2] in MONTHS else None


def _first_day(written: str) -> date | None:
    if (match := MONTH_WORD.fullmatch(written)) and match[1] in MONTHS:
        return _date(int(match[2]), MONTHS[match[1]], 1)
    if match := MONTH_NUMBER.fullmatch(written):
        return _date(int(match[2]), int(match[1]), 1)
    if YEAR_ONLY.fullmatch(written) and 1900 <= int(written) <= 2100:
        return date(int(written), 1, 1)
    return None


def _year(figures: str) -> int:
    year = int(figures)
    if len(figures) == 4:
        return year
    return 1900 + year if year >= CENTURY_TURN else 2000 + year


def _date(year: int, month: int, of_month: int) -> date:
    try:
        return date(year, month, of_month)
    except ValueError as wrong:
        raise RefusedError(
            Text(
                f"De datum {of_month}-{month}-{year} bestaat niet. Schrijf dag, maand, jaar.",
                f"The date {of_month}-{month}-{year} does not exist. Write day, month, year.",
            )
        ) from wrong


def _with_marks(written: str, shown: str, ask: Ask) -> Decimal:
    last = max(written.rfind(","), written.rfind("."))
    if last < 0:
        return Decimal(written)
    mark, after = written[last], len(written) - last - 1
    other = "." if mark == "," else ","
    groups = written.replace(other, mark).split(mark)[1:]
    thousands = all(len(group) == 3 for group in groups) and (other not in written)
    if written.count(mark) > 1 or (mark == "." and thousands):
        if not thousands:
            raise RefusedError(NO_NUMBER)
        found = Decimal(written.replace(mark, ""))
    else:
        found = Decimal(written.replace(other, "").replace(mark, "."))
    if after == 3 and written.count(mark) == 1 and other not in written:
        nl, en = number(found, "nl", 3), number(found, "en", 3)
        ask(Text(f"We lezen '{shown}' als {nl}. Klopt dat?", f"We read '{shown}' as {en}. Is that right?"))
    return found


NO_DATE = Text(
    "Dit is geen datum. Schrijf dag, maand en jaar, bijvoorbeeld 3-12-2026.",
    "This is not a date. Write day, month and year, for example 3-12-2026.",
)
NO_MOMENT = Text(
    "Dit is geen tijd. Schrijf bijvoorbeeld 3-12-2026 14:30.",
    "This is not a time. Write for example 3-12-2026 14:30.",
)
NO_NUMBER = Text(
    "Dit is geen getal. Schrijf alleen het getal, bijvoorbeeld 2,5 of 1.250,50.",
    "This is not a number. Write the number alone, for example 2.5 or 1250.50.",
)
