"""Expected against realised: what measured outcomes teach, and how far scores can be relied on."""

from rekenmodel.calibration.agreement import Agreement, Level, krippendorff_alpha
from rekenmodel.calibration.learning import Learnt, learn
from rekenmodel.calibration.pooling import Counted, Measured, Pooled, pooled_counts, pooled_measures
from rekenmodel.calibration.reliable_change import (
    Change,
    ChangeBelief,
    Outcome,
    believed_change,
    cut_off,
    reliable_change,
)
from rekenmodel.calibration.single_case import SingleCase, single_case
from rekenmodel.calibration.track_record import Forecast, TrackRecord, track_record

__all__ = [
    "Agreement",
    "Change",
    "ChangeBelief",
    "Counted",
    "Forecast",
    "Learnt",
    "Level",
    "Measured",
    "Outcome",
    "Pooled",
    "SingleCase",
    "TrackRecord",
    "believed_change",
    "cut_off",
    "krippendorff_alpha",
    "learn",
    "pooled_counts",
    "pooled_measures",
    "reliable_change",
    "single_case",
    "track_record",
]
