"""What came out of a run, as plain values that go into a database and come out the same."""

from pydantic import BaseModel, ConfigDict

from rekenmodel.values import Text

Figures = tuple[float, ...]


class Frozen(BaseModel):
    """Plain values that go into a database and come out the same."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class BandRow(Frozen):
    """Per month, month 0 is now: low, middle and high; nine of ten runs lie between."""

    low: Figures
    mid: Figures
    high: Figures


class WayRow(Frozen):
    """What one option leads to. Payers, domains and events by their code; "" is a payer not known yet."""

    key: str
    title: str
    total: BandRow
    payers: dict[str, BandRow]
    levels: dict[str, BandRow]
    chances: dict[str, float]
    no_price: tuple[str, ...]


class PartyRow(Frozen):
    """What one party (or department) gains or loses against carrying on, in euros of now."""

    party: str
    low: float
    mid: float
    high: float
    mean: float
    chance_of_loss: float


class DifferenceRow(Frozen):
    """One option against carrying on. `dots`: a hundred equally likely savings, lowest first."""

    key: str
    dots: Figures
    low: float
    mid: float
    high: float
    mean: float
    chance: float
    error: float
    extra: BandRow
    break_even: int | None
    never_even: float
    """In which share of the runs it is still dearer at the end."""
    gained: tuple[float, float, float, float]
    """What better lives are worth: low, mean, high, and the chance that it is more than nothing."""
    parties: tuple[PartyRow, ...]
    pocket: float | None
    compensation: dict[str, float]
    better: dict[str, float]


class FindingRow(Frozen):
    """What finding out one number is worth; `reach`: the mean saving when it is low and when it is high."""

    key: str
    worth: float
    correlation: float
    reach: dict[str, tuple[float, float]]


class NumberRow(Frozen):
    """One number that the run rests on, with its span (5, 50 and 95 of a hundred) and its source."""

    key: str
    name_nl: str
    name_en: str
    low: float
    mid: float
    high: float
    unit_nl: str
    unit_en: str
    source: str
    confidence: int
    entered_by: str
    steps_nl: tuple[str, ...] = ()
    steps_en: tuple[str, ...] = ()

    @property
    def weak(self) -> bool:
        """Whether the page must say that it is weakly founded."""
        return self.confidence <= 4

    def name(self) -> Text:
        """What it is called."""
        return Text(self.name_nl, self.name_en)


class Recipe(Frozen):
    """What is needed, beside the input, to make the run again to the bit."""

    seed: int
    draws: int
    months: int
    rate: float
    price_year: int
    engine: str
    numpy: str
    library: str
    versions: dict[str, str]


class Outcome(Frozen):
    """All that came out of a run."""

    recipe: Recipe
    ways: tuple[WayRow, ...]
    differences: tuple[DifferenceRow, ...]
    evpi: float
    findings: tuple[FindingRow, ...]
    numbers: tuple[NumberRow, ...]
    unpriced: tuple[str, ...]
    loops_nl: tuple[str, ...]
    loops_en: tuple[str, ...]
    warnings_nl: tuple[str, ...] = ()
    warnings_en: tuple[str, ...] = ()
    """Where the model runs away; then the outcome says little."""

    def difference(self, key: str) -> DifferenceRow | None:
        """What one option does against carrying on; None for carrying on itself."""
        return next((row for row in self.differences if row.key == key), None)

    def number(self, key: str) -> NumberRow | None:
        """One number by its key."""
        return next((row for row in self.numbers if row.key == key), None)
