"""Opening a household in an emergency: a reason, an hour, and somebody who looks at it afterwards."""

from datetime import date, timedelta
from enum import StrEnum

from rekenmodel.values import Text

LONGEST = timedelta(minutes=60)
SHORTEST_REASON = 20
REVIEW_WORKING_DAYS = 3
SATURDAY = 5


class EmergencyReason(StrEnum):
    """Why somebody cannot wait."""

    LIFE = "life"
    CHILD = "child"
    VIOLENCE = "violence"
    OTHER = "other"


class Verdict(StrEnum):
    """What the one who looked at it afterwards found."""

    RIGHT = "right"
    TALK = "talk"
    WRONG = "wrong"


REASON_TEXTS: dict[EmergencyReason, Text] = {
    EmergencyReason.LIFE: Text("Iemands leven is in gevaar", "Somebody's life is in danger"),
    EmergencyReason.CHILD: Text("Een kind is nu niet veilig", "A child is not safe now"),
    EmergencyReason.VIOLENCE: Text("Er is nu geweld", "There is violence now"),
    EmergencyReason.OTHER: Text("Iets anders dat niet kan wachten", "Something else that cannot wait"),
}

VERDICT_TEXTS: dict[Verdict, Text] = {
    Verdict.RIGHT: Text("Dit was nodig", "This was needed"),
    Verdict.TALK: Text("We praten hierover", "We will talk about this"),
    Verdict.WRONG: Text("Dit was niet nodig", "This was not needed"),
}


def review_day(on: date) -> date:
    """The last day to look at it: three working days later. Public holidays are not counted."""
    day, left = on, REVIEW_WORKING_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < SATURDAY
    return day
