"""In what help is counted (unit) and how often (period)."""

from decimal import Decimal
from enum import StrEnum

from rekenmodel.values import Month, Text

AVERAGE_DAYS_IN_MONTH = Decimal("30.4375")
"""365.25 days over twelve months: for "per month if nothing changes", where no month is meant."""

_AVERAGE_DAYS_IN_YEAR = AVERAGE_DAYS_IN_MONTH * 12


class Unit(StrEnum):
    """What one price buys (eenheid)."""

    MINUTE = "minute"
    HOUR = "hour"
    HALF_DAY = "half_day"
    DAY = "day"
    FULL_DAY = "full_day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    CONSULT = "consult"
    VISIT = "visit"
    HOME_VISIT = "home_visit"
    SESSION = "session"
    TREATMENT = "treatment"
    RIDE = "ride"
    KILOMETRE = "kilometre"
    ITEM = "item"
    QALY = "qaly"
    EURO = "euro"


class Period(StrEnum):
    """How often the quantity comes back (per dag, per week, per maand, per jaar, eenmalig)."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    ONCE = "once"


# One, then more than one.
_UNITS = {
    Unit.MINUTE: (Text("minuut", "minute"), Text("minuten", "minutes")),
    Unit.HOUR: (Text("uur", "hour"), Text("uur", "hours")),
    Unit.HALF_DAY: (Text("dagdeel", "half day"), Text("dagdelen", "half days")),
    Unit.DAY: (Text("dag", "day"), Text("dagen", "days")),
    Unit.FULL_DAY: (Text("etmaal", "24-hour day"), Text("etmalen", "24-hour days")),
    Unit.WEEK: (Text("week", "week"), Text("weken", "weeks")),
    Unit.MONTH: (Text("maand", "month"), Text("maanden", "months")),
    Unit.YEAR: (Text("jaar", "year"), Text("jaar", "years")),
    Unit.CONSULT: (Text("consult", "consult"), Text("consulten", "consults")),
    Unit.VISIT: (Text("bezoek", "visit"), Text("bezoeken", "visits")),
    Unit.HOME_VISIT: (Text("huisbezoek", "home visit"), Text("huisbezoeken", "home visits")),
    Unit.SESSION: (Text("zitting", "session"), Text("zittingen", "sessions")),
    Unit.TREATMENT: (Text("behandeling", "treatment"), Text("behandelingen", "treatments")),
    Unit.RIDE: (Text("rit", "ride"), Text("ritten", "rides")),
    Unit.KILOMETRE: (Text("kilometer", "kilometre"), Text("kilometer", "kilometres")),
    Unit.ITEM: (Text("keer", "time"), Text("keer", "times")),
    Unit.QALY: (Text("QALY", "QALY"), Text("QALY’s", "QALYs")),
    Unit.EURO: (Text("euro", "euro"), Text("euro", "euros")),
}
_PERIODS = {
    Period.DAY: Text("per dag", "per day"),
    Period.WEEK: Text("per week", "per week"),
    Period.MONTH: Text("per maand", "per month"),
    Period.YEAR: Text("per jaar", "per year"),
    Period.ONCE: Text("eenmalig", "once"),
}


def unit_name(unit: Unit, count: Decimal | int = 1) -> Text:
    """Return what a unit is called after a count: "dag" after one, "dagen" after any other."""
    return _UNITS[unit][count != 1]


def period_name(period: Period) -> Text:
    """Return how a period is said: "per week", "eenmalig"."""
    return _PERIODS[period]


def periods_in(period: Period, days: int, month: Month) -> Decimal:
    """Return how many periods lie in `days` days of `month`: pro rata by days, leap years included.

    A period that comes once counts as one.
    """
    return periods(days, lengths_in(month)[period])


def periods(days: int, length: int) -> Decimal:
    """Return how many periods of `length` days lie in `days`; one when the period comes once (length 0)."""
    return Decimal(days) / length if length else Decimal(1)


def lengths_in(month: Month) -> dict[Period, int]:
    """Return how many days each period takes in `month`; none when it comes once."""
    whole = {Period.MONTH: month.days, Period.YEAR: month.days_in_year}
    return {Period.DAY: 1, Period.WEEK: 7, Period.ONCE: 0} | whole


def periods_in_average_month(period: Period) -> Decimal:
    """Return how many periods an average month has; none for what comes once."""
    return {
        Period.DAY: AVERAGE_DAYS_IN_MONTH,
        Period.WEEK: AVERAGE_DAYS_IN_MONTH / 7,
        Period.MONTH: Decimal(1),
        Period.YEAR: AVERAGE_DAYS_IN_MONTH / _AVERAGE_DAYS_IN_YEAR,
        Period.ONCE: Decimal(0),
    }[period]
