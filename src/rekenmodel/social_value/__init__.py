"""Social value: what outcomes are worth, to whom, against what they cost and who pays."""

from rekenmodel.social_value.appraisal import LineKind, LineWorth, Valuation, appraise, by_key
from rekenmodel.social_value.explanation import explain, summary
from rekenmodel.social_value.flows import Flow
from rekenmodel.social_value.inputs import NOW, Contribution, Outcome, Transfer, party_name
from rekenmodel.social_value.ladders import Ladder, StepPart, groups_at, worth_of_steps
from rekenmodel.social_value.overlap import GroupWorth, corrected_total, group_worth, overlap_weights
from rekenmodel.social_value.parties import PartyWorth, WrongPocket, wrong_pocket
from rekenmodel.social_value.payback import Payback
from rekenmodel.social_value.terms import DEFAULT_ALPHA, Terms

__all__ = [
    "DEFAULT_ALPHA",
    "NOW",
    "Contribution",
    "Flow",
    "GroupWorth",
    "Ladder",
    "LineKind",
    "LineWorth",
    "Outcome",
    "PartyWorth",
    "Payback",
    "StepPart",
    "Terms",
    "Transfer",
    "Valuation",
    "WrongPocket",
    "appraise",
    "by_key",
    "corrected_total",
    "explain",
    "group_worth",
    "groups_at",
    "overlap_weights",
    "party_name",
    "summary",
    "worth_of_steps",
    "wrong_pocket",
]
