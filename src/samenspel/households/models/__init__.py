"""All that is held about a household, one table per kind of row."""

from samenspel.households.models.base import Household, HouseholdRow
from samenspel.households.models.course import Event, State, StateVote, Words
from samenspel.households.models.goals import Goal, Problem
from samenspel.households.models.help import (
    Declaration,
    Effect,
    Help,
    HelpConflict,
    HelpDomain,
    HelpGoal,
    HelpPerson,
)
from samenspel.households.models.history import Change, Revision
from samenspel.households.models.people import Case, Person, Relation, Supporter
from samenspel.households.models.steering import Action, Agreement, Decision, Lead, LeadMandate

__all__ = [
    "Action",
    "Agreement",
    "Case",
    "Change",
    "Decision",
    "Declaration",
    "Effect",
    "Event",
    "Goal",
    "Help",
    "HelpConflict",
    "HelpDomain",
    "HelpGoal",
    "HelpPerson",
    "Household",
    "HouseholdRow",
    "Lead",
    "LeadMandate",
    "Person",
    "Problem",
    "Relation",
    "Revision",
    "State",
    "StateVote",
    "Supporter",
    "Words",
]
