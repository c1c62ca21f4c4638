"""Values on NumPy arrays of draws: shares, durations, discounting, distributions and assumptions.

Apart from `rekenmodel.values` itself, because NumPy and SciPy take time and memory to load.
"""

from rekenmodel.values.draws.arrays import MAX_DRAWS, Draws, Number, as_draws, check_count, draw_count
from rekenmodel.values.draws.assumptions import Assumption, draw_assumptions
from rekenmodel.values.draws.discount import (
    DiscountRate,
    RateStandard,
    Step,
    Timing,
    annuity,
    check_rate,
    discount_factors,
    discount_rate,
    load_discount_rates,
)
from rekenmodel.values.draws.distributions import (
    Beta,
    Distribution,
    Empirical,
    Fixed,
    Gamma,
    Lognormal,
    Normal,
    Pert,
)
from rekenmodel.values.draws.duration import Duration
from rekenmodel.values.draws.ranges import Shape, from_range
from rekenmodel.values.draws.sampling import latin_hypercube
from rekenmodel.values.draws.shares import as_share, lost_share

__all__ = [
    "MAX_DRAWS",
    "Assumption",
    "Beta",
    "DiscountRate",
    "Distribution",
    "Draws",
    "Duration",
    "Empirical",
    "Fixed",
    "Gamma",
    "Lognormal",
    "Normal",
    "Number",
    "Pert",
    "RateStandard",
    "Shape",
    "Step",
    "Timing",
    "annuity",
    "as_draws",
    "as_share",
    "check_count",
    "check_rate",
    "discount_factors",
    "discount_rate",
    "draw_assumptions",
    "draw_count",
    "from_range",
    "latin_hypercube",
    "load_discount_rates",
    "lost_share",
]
