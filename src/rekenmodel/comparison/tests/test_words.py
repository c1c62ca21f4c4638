"""The answer in plain sentences; a space that may not break counts as a space here."""

from dataclasses import replace

import numpy as np
import pytest

from rekenmodel.comparison import Alternative, Compared, Perspective, Spread, compare, headline, sentences
from rekenmodel.comparison.words import about, knowing, period, unpriced
from rekenmodel.trajectory import BASELINE, Bands, Pay, Stop
from rekenmodel.trajectory.tests.examples import case, debt, scenario
from rekenmodel.values.draws import Draws


def compared(perspective: Perspective = Perspective.PAYERS) -> Compared:
    stops = (Stop(f"d{number}", 2) for number in range(5))
    return compare(case(36), (BASELINE, scenario(Pay(debt()), *stops)), 1, 300, perspective=perspective)


def plain(said: str) -> str:
    return said.replace("\u00a0", " ")


def made(saved: Draws, first: float) -> tuple[Compared, Alternative]:
    """The same comparison with another distribution of the difference and another highest extra cost."""
    whole = compared()
    one = whole.alternatives[0]
    extra = np.array([0.0, first, -1.0])
    money = replace(one.money, extra=Bands(extra, extra, extra, extra))
    return whole, replace(one, saved=Spread(saved), money=money)


def test_the_answer_comes_first_with_its_uncertainty() -> None:
    draws = np.concatenate([np.full(33, -32_100.0), np.full(67, 116_400.0)])
    assert [plain(text.nl) for text in headline(*made(draws, 33_049.0))] == [
        "Anders kost eerst ongeveer € 33.000 extra.",
        "Na drie jaar is het waarschijnlijk goedkoper: in 67 van de 100 doorrekeningen is het goedkoper.",
        "In negen van de tien doorrekeningen ligt het van € 32.000 duurder tot € 116.000 goedkoper.",
    ]
    assert [text.en for text in headline(*made(draws, 33_049.0))] == [
        "Otherwise first costs about €33,000 extra.",
        "After three years it is probably cheaper: in 67 of 100 runs it is cheaper.",
        "In nine of ten runs it lies from €32,000 dearer to €116,000 cheaper.",
    ]


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (95, "almost certainly cheaper"),
        (60, "probably cheaper"),
        (50, "uncertain whether it is cheaper"),
        (40, "probably dearer"),
        (10, "almost certainly dearer"),
    ],
)
def test_the_word_follows_the_chance(chance: int, words: str) -> None:
    draws = np.concatenate([np.full(chance, 5.0), np.full(100 - chance, -5.0)])
    answer = headline(*made(draws, 0.0))
    assert words in answer[1].en
    assert f"in {chance} of 100 runs" in answer[1].en
    assert answer[0].en == "Otherwise costs nothing extra at first."


def test_no_difference_is_said_as_such() -> None:
    assert headline(*made(np.zeros(10), 0.0))[1].nl == "Na drie jaar kost het precies evenveel als doorgaan."


def test_all_sentences_name_payers_worth_and_what_to_find_out() -> None:
    whole = compared(Perspective.SOCIETY)
    said = " ".join(text.en for text in sentences(whole, whole.alternatives[0]))
    assert "What changes in people’s lives is worth" in said
    assert "Costs and worth together are better" in said
    assert "municipality: gains" in said
    assert "is not expressed in euros: housing" in said
    assert "Weakly founded numbers" in said
    assert all(text.nl and text.en for text in sentences(whole, whole.alternatives[0]))


def test_for_payers_worth_does_not_decide() -> None:
    whole = compared()
    said = " ".join(text.en for text in sentences(whole, whole.alternatives[0]))
    assert "Costs and worth together" not in said


def test_knowing_more_is_worth_something_or_nothing() -> None:
    whole = compared()
    worth = replace(whole, evpi=6_552.0)
    assert plain(knowing(worth)[0].nl) == (
        "Alles zeker weten is hoogstens € 6.600 waard. Meer mag uitzoeken niet kosten."
    )
    assert knowing(replace(whole, evpi=0.2))[0].en == "Finding out more does not change the choice."
    assert len(knowing(worth)) == 6


def test_nothing_is_said_of_what_is_not_there() -> None:
    assert unpriced(replace(compared(), unpriced=(), weak=())) == ()


@pytest.mark.parametrize(
    ("months", "nl", "en"),
    [
        (36, "drie jaar", "three years"),
        (12, "één jaar", "one year"),
        (18, "18 maanden", "18 months"),
        (1, "één maand", "one month"),
    ],
)
def test_a_period_in_words(months: int, nl: str, en: str) -> None:
    assert (period(months, "nl"), period(months, "en")) == (nl, en)


@pytest.mark.parametrize(
    ("amount", "said"), [(32_499.0, "€32,000"), (6_552.0, "€6,600"), (447.0, "€450"), (-447.0, "−€450")]
)
def test_an_estimate_is_not_more_precise_than_it_is(amount: float, said: str) -> None:
    assert about(amount, "en") == said
