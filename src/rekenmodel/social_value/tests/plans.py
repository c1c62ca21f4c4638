"""Small plans for the tests, in euros of 2026."""

from typing import Any

from rekenmodel.social_value import Contribution, Outcome, Terms, Transfer
from rekenmodel.values import Payer, Text
from rekenmodel.values.draws import Duration, Number

YEAR = Duration.of_years(1)


def name(key: str) -> Text:
    """The same name in both languages."""
    return Text(key, key)


def outcome(key: str = "calm", party: str = Payer.HOUSEHOLD, **changes: Any) -> Outcome:
    """One outcome of 10 times 100 euros, for one year."""
    given: dict[str, Any] = {"quantity": 10, "proxy": 100, "price_year": 2026, "duration": YEAR}
    return Outcome(key, name(key), party, **(given | changes))


def payment(
    amount: Number, key: str = "debt", party: str = Payer.MUNICIPALITY, **changes: Any
) -> Contribution:
    """One payment, once, at the start."""
    return Contribution(key, name(key), party, amount, **({"price_year": 2026} | changes))


def transfer(amount: Number, key: str = "benefit", **changes: Any) -> Transfer:
    """Money from municipality to household, once, at the start."""
    given: dict[str, Any] = {
        "giver": Payer.MUNICIPALITY,
        "receiver": Payer.HOUSEHOLD,
        "price_year": 2026,
    }
    return Transfer(key=key, name=name(key), amount=amount, **(given | changes))


def terms(**changes: Any) -> Terms:
    """Five years without discounting."""
    return Terms(**({"price_year": 2026, "rate": 0.0, "years": 5} | changes))
