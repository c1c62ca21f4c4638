"""The eleven life domains, the purposes of help and the payers: the words every other part counts in."""

from enum import StrEnum


class LifeDomain(StrEnum):
    """A life domain (leefgebied) of a household."""

    MONEY = "money"
    HOUSING = "housing"
    SAFETY = "safety"
    PARENTING = "parenting"
    CHILD = "child"
    MENTAL = "mental"
    PHYSICAL = "physical"
    ADDICTION = "addiction"
    WORK = "work"
    NETWORK = "network"
    JUSTICE = "justice"


class Purpose(StrEnum):
    """What a line of help is for (doel van de hulp)."""

    SAFETY = "safety"
    OVERSIGHT = "oversight"
    COORDINATION = "coordination"
    ASSESSMENT = "assessment"
    TREATMENT = "treatment"
    GUIDANCE = "guidance"
    PRACTICAL = "practical"
    INCOME = "income"
    RELIEF = "relief"
    LEARNING = "learning"
    CONNECTION = "connection"
    KEEP_HOME = "keep_home"
    END_TENANCY = "end_tenancy"
    REUNIFY = "reunify"
    PLACE_ELSEWHERE = "place_elsewhere"


class Payer(StrEnum):
    """Who pays a line of help (betaler)."""

    MUNICIPALITY = "municipality"
    HEALTH_INSURER = "health_insurer"
    CARE_OFFICE = "care_office"
    STATE = "state"
    HOUSING_ASSOCIATION = "housing_association"
    EDUCATION = "education"
    EMPLOYER = "employer"
    HOUSEHOLD = "household"
    SOCIETY = "society"


class Law(StrEnum):
    """The law under which a line of help runs (wet)."""

    JEUGDWET = "jeugdwet"
    WMO = "wmo"
    PARTICIPATIEWET = "participatiewet"
    ZVW = "zvw"
    WLZ = "wlz"
    WGS = "wgs"
    EDUCATION = "education"
    CRIMINAL = "criminal"
    CIVIL = "civil"
    NONE = "none"
