"""Whether earlier bands held."""

import numpy as np
import pytest
from scipy import stats

from rekenmodel.calibration import Forecast, track_record
from rekenmodel.calibration.track_record import at_most
from rekenmodel.values import RefusedError

DRAWS = np.linspace(0.0, 100.0, 1001)


def forecasts(*realised: float) -> list[Forecast]:
    return [Forecast(f"gezin {place}", DRAWS, value) for place, value in enumerate(realised)]


def test_a_forecast_knows_where_it_ended() -> None:
    inside, outside = forecasts(50.0, 97.0)
    assert (inside.rank, inside.inside) == (0.5, True)
    assert outside.rank == pytest.approx(0.97, abs=0.001)
    assert not outside.inside


def test_bands_that_hold_are_said_to_hold() -> None:
    record = track_record(forecasts(10, 30, 45, 55, 70, 90))
    assert (record.cases, record.inside, record.too_low) == (6, 6, 0.5)
    assert [text.en for text in record.texts] == ["In six of six earlier cases it came out inside the band."]


def test_bands_that_are_too_narrow_and_one_sided_are_said_to_be() -> None:
    said = [text.en for text in track_record(forecasts(99, 98, 99, 97, 60, 70, 80)).texts]
    assert said[1:] == [
        "The bands are too narrow: we are surer than we may be.",
        "It mostly comes out higher than we expect.",
    ]
    low = track_record(forecasts(10, 20, 30, 10, 20, 30, 40)).texts
    assert low[-1].nl == "Het komt meestal lager uit dan wij verwachten."


@pytest.mark.parametrize(("count", "cases", "share"), [(0, 5, 0.9), (3, 7, 0.5), (9, 10, 0.9), (10, 10, 0.9)])
def test_the_binomial_is_that_of_scipy(count: int, cases: int, share: float) -> None:
    assert at_most(count, cases, share) == pytest.approx(stats.binom.cdf(count, cases, share), rel=1e-12)


def test_without_cases_there_is_no_record() -> None:
    with pytest.raises(RefusedError, match="no earlier cases"):
        track_record([])


def test_what_happened_is_a_number() -> None:
    with pytest.raises(RefusedError, match="gezin 0"):
        track_record(forecasts(float("nan")))
