"""Sensitivity: which inputs matter to a result, and what finding out more about them is worth."""

from rekenmodel.sensitivity.correlation import rank_correlation, rank_correlations, ranks
from rekenmodel.sensitivity.findings import Finding, RankedInput, findings_of, ranked, top_findings
from rekenmodel.sensitivity.information import (
    DEFAULT_BINS,
    Order,
    evpi,
    evpi_two_options,
    evppi,
    evppi_linear,
    evppis,
    ordered,
    worth_of_research,
)
from rekenmodel.sensitivity.model import Model
from rekenmodel.sensitivity.sobol import SobolIndex, sobol_indices
from rekenmodel.sensitivity.switch import SwitchingValue, switching_value
from rekenmodel.sensitivity.tornado import Range, Swing, one_way, ranges_of

__all__ = [
    "DEFAULT_BINS",
    "Finding",
    "Model",
    "Order",
    "Range",
    "RankedInput",
    "SobolIndex",
    "Swing",
    "SwitchingValue",
    "evpi",
    "evpi_two_options",
    "evppi",
    "evppi_linear",
    "evppis",
    "findings_of",
    "one_way",
    "ordered",
    "ranges_of",
    "rank_correlation",
    "rank_correlations",
    "ranked",
    "ranks",
    "sobol_indices",
    "switching_value",
    "top_findings",
    "worth_of_research",
]
