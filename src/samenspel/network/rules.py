"""The rows of the directory as plain checked values, and the default grouping of the life domains."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from rekenmodel.values import LifeDomain, Text
from samenspel.kit.rows import Key, Name, Row, Short


class OrganisationKind(StrEnum):
    """What kind of organisation somebody works for."""

    MUNICIPALITY = "municipality"
    CARE = "care"
    HEALTH = "health"
    SCHOOL = "school"
    JUSTICE = "justice"
    HOUSING = "housing"
    WORK = "work"
    WELFARE = "welfare"


class Organisation(Row):
    """An organisation in the network (organisatie)."""

    name: Name
    kind: OrganisationKind = OrganisationKind.CARE
    agb: Annotated[str, Field(pattern=r"^(\d{8})?$")] = ""


class Team(Row):
    """A team of an organisation (team)."""

    name: Name
    organisation: Key


class Professional(Row):
    """Somebody who helps for a living (professional)."""

    name: Name
    organisation: Key
    team: Key | None = None
    function: Short = ""
    expertise: tuple[Name, ...] = ()


DEFAULT_SEGMENTS: tuple[tuple[str, Text, tuple[LifeDomain, ...]], ...] = (
    ("opvoeden", Text("Opvoeden", "Parenting"), (LifeDomain.PARENTING,)),
    ("school", Text("Kind en school", "Child and school"), (LifeDomain.CHILD,)),
    ("buurt", Text("Buurt en vrije tijd", "Neighbourhood and leisure"), (LifeDomain.NETWORK,)),
    ("werk", Text("Werk en dag", "Work and day"), (LifeDomain.WORK,)),
    ("geld", Text("Geld en schulden", "Money and debts"), (LifeDomain.MONEY,)),
    ("wonen", Text("Wonen", "Housing"), (LifeDomain.HOUSING,)),
    (
        "gezondheid",
        Text("Gezondheid", "Health"),
        (LifeDomain.MENTAL, LifeDomain.PHYSICAL, LifeDomain.ADDICTION),
    ),
    ("veiligheid", Text("Veiligheid", "Safety"), (LifeDomain.SAFETY, LifeDomain.JUSTICE)),
)
