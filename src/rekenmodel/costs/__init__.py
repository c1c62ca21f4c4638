"""Price lists with year, source and price concept; cost per line of help, per payer and per month."""

from rekenmodel.costs.bills import BillPart
from rekenmodel.costs.explanation import explain
from rekenmodel.costs.helps import Declared, HelpCost, Price
from rekenmodel.costs.monthly import CostEntry, CostLine, CostTable, monthly_costs
from rekenmodel.costs.price_file import (
    DEFAULT_PRICES,
    PriceListError,
    PriceProblem,
    load_price_list,
    read_price_rows,
)
from rekenmodel.costs.prices import PriceItem, PriceList
from rekenmodel.costs.rates import (
    CONTRACT_MARGIN,
    ESTIMATE_MARGIN,
    MARGINS,
    REFERENCE_MARGIN,
    Basis,
    Rate,
)
from rekenmodel.costs.summary import (
    PayerRow,
    RunRate,
    YearlyCosts,
    current_month_run_rate,
    monthly_by_payer,
    peak_month,
    yearly_by_payer,
)
from rekenmodel.costs.units import Period, Unit, period_name, periods_in, unit_name

__all__ = [
    "CONTRACT_MARGIN",
    "DEFAULT_PRICES",
    "ESTIMATE_MARGIN",
    "MARGINS",
    "REFERENCE_MARGIN",
    "Basis",
    "BillPart",
    "CostEntry",
    "CostLine",
    "CostTable",
    "Declared",
    "HelpCost",
    "PayerRow",
    "Period",
    "Price",
    "PriceItem",
    "PriceList",
    "PriceListError",
    "PriceProblem",
    "Rate",
    "RunRate",
    "Unit",
    "YearlyCosts",
    "current_month_run_rate",
    "explain",
    "load_price_list",
    "monthly_by_payer",
    "monthly_costs",
    "peak_month",
    "period_name",
    "periods_in",
    "read_price_rows",
    "unit_name",
    "yearly_by_payer",
]
