"""What goes in: outcomes with their worth, contributions that pay for them and transfers between parties.

Numbers are certain (a float) or draws of shape (n,). Amounts are euros of `price_year`, positive for the
party that is named; a harm has a negative quantity or a negative proxy. Everything is checked when made.
"""

from collections.abc import Callable
from dataclasses import dataclass

from rekenmodel.values import Payer, RefusedError, Text, payer_name
from rekenmodel.values.draws import Draws, Duration, Number, as_draws, as_share

NOW = Duration(0.0)
_NO_TEXT = Text("", "")


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What changes for a party: `quantity` a year, each worth `proxy` euros.

    Not all of it counts: `deadweight` would have happened anyway, `displacement` only moved a problem
    elsewhere and `attribution_lost` is the work of others (the share LOST, see `lost_share`). Each year after
    the first `drop_off` of it is gone. All four are shares, 0..1. It begins after `start` and goes on for
    `duration`. Outcomes in the same `overlap_group` count the same worth twice, see `overlap`.
    Raises RefusedError, naming the outcome and the field, when a number cannot be right.
    """

    key: str
    name: Text
    party: str
    quantity: Number
    proxy: Number
    price_year: int | None
    duration: Duration
    deadweight: Number = 0.0
    displacement: Number = 0.0
    attribution_lost: Number = 0.0
    drop_off: Number = 0.0
    start: Duration = NOW
    overlap_group: str | None = None
    source: Text = _NO_TEXT

    def __post_init__(self) -> None:
        _check_names(self.key, self.name, self.party)
        _keep(self, "quantity", as_draws, _field(self.name, "hoeveelheid", "quantity"))
        _keep(self, "proxy", as_draws, _field(self.name, "prijs", "price"))
        _keep(self, "deadweight", as_share, _field(self.name, "gebeurt toch al", "deadweight"))
        _keep(self, "displacement", as_share, _field(self.name, "verschuift", "displacement"))
        _keep(self, "attribution_lost", as_share, _field(self.name, "werk van anderen", "attribution lost"))
        _keep(self, "drop_off", as_share, _field(self.name, "afname per jaar", "drop-off"))

    @property
    def counted_share(self) -> Draws:
        """The share that counts: (1 - deadweight)(1 - displacement)(1 - attribution lost), 0..1."""
        counted = 1 - as_draws(self.deadweight, self.name)
        counted = counted * (1 - as_draws(self.displacement, self.name))
        share: Draws = counted * (1 - as_draws(self.attribution_lost, self.name))
        return share

    @property
    def first_year(self) -> Draws:
        """The worth of the first whole year: quantity x proxy x the share that counts, in euros.

        Source: A guide to Social Return on Investment (Cabinet Office, 2009; SROI Network, 2012).
        """
        worth: Draws = as_draws(self.quantity, self.name) * as_draws(self.proxy, self.name)
        return worth * self.counted_share


@dataclass(frozen=True, slots=True, eq=False)
class Contribution:
    """What a party pays: `amount` euros once, after `start`; or a year, for `duration`.

    Raises RefusedError, naming the contribution and the field, when a number cannot be right.
    """

    key: str
    name: Text
    party: str
    amount: Number
    price_year: int | None
    duration: Duration | None = None
    start: Duration = NOW
    source: Text = _NO_TEXT

    def __post_init__(self) -> None:
        _check_names(self.key, self.name, self.party)
        _keep(self, "amount", as_draws, _field(self.name, "bedrag", "amount"))


@dataclass(frozen=True, slots=True, eq=False)
class Transfer:
    """Money that only changes hands, as benefits and taxes: `amount` euros from giver to receiver.

    Once, after `start`; or a year, for `duration`. It is booked with opposite signs at both parties, so that
    society gains nothing by it. Raises RefusedError, naming the transfer, when it cannot be right.
    """

    key: str
    name: Text
    giver: str
    receiver: str
    amount: Number
    price_year: int | None
    duration: Duration | None = None
    start: Duration = NOW
    source: Text = _NO_TEXT

    def __post_init__(self) -> None:
        _check_names(self.key, self.name, self.giver)
        _check_names(self.key, self.name, self.receiver)
        _keep(self, "amount", as_draws, _field(self.name, "bedrag", "amount"))
        if self.giver == self.receiver:
            raise RefusedError(
                Text(
                    f"{self.name.nl}: gever en ontvanger zijn dezelfde. Kies twee partijen.",
                    f"{self.name.en}: giver and receiver are the same. Choose two parties.",
                )
            )


def party_name(party: str) -> Text:
    """Return what a party is called in a sentence; a party that is no `Payer` keeps its own name."""
    known = {str(payer): payer_name(payer) for payer in Payer}
    return known.get(party, Text(party, party))


def _check_names(key: str, name: Text, party: str) -> None:
    if not (key and name.nl and party):
        raise RefusedError(
            Text(
                f"Elke regel heeft een sleutel, een naam en een partij: “{key}”, “{name.nl}”, “{party}”.",
                f"Every line has a key, a name and a party: “{key}”, “{name.en}”, “{party}”.",
            )
        )


def _keep(line: object, name: str, check: Callable[[Number, Text], Draws], field: Text) -> None:
    """Put a read-only copy of a checked number in the place of the number that was given."""
    object.__setattr__(line, name, check(getattr(line, name), field))


def _field(name: Text, nl: str, en: str) -> Text:
    return Text(f"{name.nl}, {nl}", f"{name.en}, {en}")
