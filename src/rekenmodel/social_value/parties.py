"""Who gains and who pays: net worth per party, and what the winners would owe the losers."""

from collections.abc import Mapping
from dataclasses import dataclass

from rekenmodel.social_value.inputs import party_name
from rekenmodel.values import Text, euros, percent
from rekenmodel.values.draws import Draws


@dataclass(frozen=True, slots=True, eq=False)
class PartyWorth:
    """Present values for one party, in euros of shape (n,).

    `gains` from outcomes, `costs` of its contributions, `transfers` received less given.
    """

    party: str
    gains: Draws
    costs: Draws
    transfers: Draws

    @property
    def net(self) -> Draws:
        """Gains less costs plus transfers."""
        return self.gains - self.costs + self.transfers

    @property
    def chance_of_loss(self) -> float:
        """The share of the draws in which this party loses, 0..1."""
        return float((self.net < 0).mean())

    @property
    def text(self) -> Text:
        """One sentence: what the party gains or loses on average."""
        name, mean = party_name(self.party), float(self.net.mean())
        amount_nl, amount_en = euros(round(abs(mean)), "nl"), euros(round(abs(mean)), "en")
        if mean < 0:
            return Text(f"{name.nl}: {amount_nl} nadeel.", f"{name.en}: loses {amount_en}.")
        return Text(f"{name.nl}: {amount_nl} voordeel.", f"{name.en}: gains {amount_en}.")


@dataclass(frozen=True, slots=True)
class WrongPocket:
    """Whether the gains land with those who pay.

    `index`: the share of the winners' gain that would make all losers whole; None when nobody wins.
    `compensation`: what each loser would need, in euros by party; empty when nobody loses.
    """

    index: float | None
    compensation: Mapping[str, float]

    @property
    def can_be_settled(self) -> bool:
        """Whether the winners can make every loser whole and keep something, or nobody loses."""
        return not self.compensation or (self.index is not None and self.index < 1)

    @property
    def texts(self) -> tuple[Text, ...]:
        """What each loser needs, and whether the winners can pay it."""
        if not self.compensation:
            return (Text("Geen enkele partij verliest hierop.", "No party loses by this."),)
        needs = tuple(_need(party, amount) for party, amount in self.compensation.items())
        if self.index is None:
            return (*needs, Text("Niemand wint hierop.", "Nobody gains by this."))
        if self.can_be_settled:
            return (
                *needs,
                Text(
                    f"De anderen kunnen dat betalen met {percent(self.index, 'nl')} van hun winst.",
                    f"The others can pay that with {percent(self.index, 'en')} of their gain.",
                ),
            )
        return (
            *needs,
            Text(
                "De winst van de anderen is te klein om dat goed te maken.",
                "The gain of the others is too small to make up for it.",
            ),
        )


def wrong_pocket(net: Mapping[str, float]) -> WrongPocket:
    """Return the wrong-pocket index and the compensations, largest first, from net euros by party.

    index = sum of max(0, -net) / sum of max(0, net). Below 1 the winners can make the losers whole
    (Kaldor-Hicks).
    """
    losses = {party: -worth for party, worth in net.items() if worth < 0}
    won = sum(worth for _, worth in sorted(net.items()) if worth > 0)
    largest_first = sorted(losses.items(), key=lambda loss: (-loss[1], loss[0]))
    return WrongPocket(sum(loss for _, loss in largest_first) / won if won else None, dict(largest_first))


def _need(party: str, amount: float) -> Text:
    name = party_name(party)
    return Text(
        f"Voor {name.nl} is {euros(round(amount), 'nl')} nodig om er niet op achteruit te gaan.",
        f"For {name.en} {euros(round(amount), 'en')} is needed so as not to lose by it.",
    )
