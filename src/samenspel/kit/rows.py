"""The shape of a plain checked row, and the small types that rows are made of."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field


def plain(number: Decimal) -> Decimal:
    """Drop trailing zeros, so that a number reads the same from a file and from a database."""
    return number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()


def in_utc(moment: datetime) -> datetime:
    """The same moment, so that two ways of writing it are equal."""
    return moment.astimezone(UTC)


Key = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
Short = Annotated[str, Field(max_length=200)]
Long = Annotated[str, Field(max_length=4000)]
Name = Annotated[str, Field(min_length=1, max_length=200)]
Hours = Annotated[Decimal, Field(ge=0, le=100_000, decimal_places=2), AfterValidator(plain)]
Mark = Annotated[Decimal, Field(ge=0, le=10, decimal_places=1), AfterValidator(plain)]
Cents = Annotated[int, Field(ge=-99_999_999_99, le=99_999_999_99)]
Price = Annotated[int, Field(ge=0, le=99_999_999_99)]
Moment = Annotated[AwareDatetime, AfterValidator(in_utc)]


class Row(BaseModel):
    """One row of a list in a file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: Key
