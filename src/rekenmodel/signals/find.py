"""The table of rules, and the one way to run it."""

from collections.abc import Callable, Iterable

from rekenmodel.signals.rules_good import fewer_helps, goal_reached, no_crisis, on_time_streak
from rekenmodel.signals.rules_help import conflict, gap_problem, overlap, stopped_goal_open, waiting_too_long
from rekenmodel.signals.rules_lead import double_lead, gap_lead, lead_not_accepted, no_case_lead
from rekenmodel.signals.rules_load import churn, family_load
from rekenmodel.signals.rules_plan import actions_late, no_own_words, only_short_term
from rekenmodel.signals.rules_record import (
    no_end,
    no_evaluation,
    no_expected_effect,
    no_purpose,
    payer_unclear,
)
from rekenmodel.signals.signal import Code, Signal, Thresholds
from rekenmodel.signals.situation import Situation

Rule = Callable[[Situation, Thresholds], Iterable[Signal]]

RULES: dict[Code, Rule] = {
    Code.GAP_PROBLEM: gap_problem,
    Code.STOPPED_GOAL_OPEN: stopped_goal_open,
    Code.NO_CASE_LEAD: no_case_lead,
    Code.GAP_LEAD: gap_lead,
    Code.CONFLICT: conflict,
    Code.DOUBLE_LEAD: double_lead,
    Code.PAYER_UNCLEAR: payer_unclear,
    Code.WAITING_TOO_LONG: waiting_too_long,
    Code.ACTIONS_LATE: actions_late,
    Code.FAMILY_LOAD: family_load,
    Code.OVERLAP: overlap,
    Code.CHURN: churn,
    Code.NO_OWN_WORDS: no_own_words,
    Code.NO_END: no_end,
    Code.ONLY_SHORT_TERM: only_short_term,
    Code.NO_PURPOSE: no_purpose,
    Code.NO_EXPECTED_EFFECT: no_expected_effect,
    Code.NO_EVALUATION: no_evaluation,
    Code.LEAD_NOT_ACCEPTED: lead_not_accepted,
    Code.GOAL_REACHED: goal_reached,
    Code.NO_CRISIS: no_crisis,
    Code.ON_TIME: on_time_streak,
    Code.FEWER_HELPS: fewer_helps,
}
"""Each rule yields signals of its own code only."""

DEFAULTS = Thresholds()


def find_signals(situation: Situation, thresholds: Thresholds = DEFAULTS) -> tuple[Signal, ...]:
    """Every signal of a situation, most pressing first; the same whatever the order of the input."""
    found = (signal for rule in RULES.values() for signal in rule(situation, thresholds))
    return tuple(sorted(found, key=lambda signal: signal.order))
