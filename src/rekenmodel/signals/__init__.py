"""Signals: what stands out in a household's help on one day, and how calm or stormy the process is."""

from rekenmodel.signals.find import DEFAULTS, RULES, find_signals
from rekenmodel.signals.load import FamilyLoad, SixFacts, load_on_family, six_facts
from rekenmodel.signals.signal import Code, Severity, Signal, Subject, SubjectKind, Thresholds
from rekenmodel.signals.situation import (
    Action,
    Event,
    EventKind,
    Goal,
    Help,
    Lead,
    LeadScope,
    Problem,
    Situation,
    Vote,
)
from rekenmodel.signals.state import OneDown, StateResult, StateSignal, Step, process_state
from rekenmodel.signals.state_rule import RULE_VERSION, ProcessState, StateCode

__all__ = [
    "DEFAULTS",
    "RULES",
    "RULE_VERSION",
    "Action",
    "Code",
    "Event",
    "EventKind",
    "FamilyLoad",
    "Goal",
    "Help",
    "Lead",
    "LeadScope",
    "OneDown",
    "Problem",
    "ProcessState",
    "Severity",
    "Signal",
    "Situation",
    "SixFacts",
    "StateCode",
    "StateResult",
    "StateSignal",
    "Step",
    "Subject",
    "SubjectKind",
    "Thresholds",
    "Vote",
    "find_signals",
    "load_on_family",
    "process_state",
    "six_facts",
]
