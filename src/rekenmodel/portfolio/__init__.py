"""Many households with the same plan, one after another, in memory that stays flat."""

from rekenmodel.portfolio.many import Portfolio, Share, carried_out, together

__all__ = ["Portfolio", "Share", "carried_out", "together"]
