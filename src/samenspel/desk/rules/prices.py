"""What the desk calculates with: the price list and the index that come with the program."""

from datetime import date

from rekenmodel.costs import load_price_list
from rekenmodel.values import load_price_index
from samenspel.households.rules.picture import Prices


def prices(on: date) -> Prices:
    """What amounts are calculated with on a day: said in euros of that year, as far as the index goes."""
    index = load_price_index()
    return Prices(load_price_list(), index, min(max(on.year, min(index.years)), index.newest))
