"""The page of examples says what the tests say."""

from tests.spec.page import CHAPTERS, PAGE, page


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.spec"


def test_every_example_is_on_the_page() -> None:
    beside = {path.stem for path in PAGE.parents[2].glob("tests/spec/test_*.py")}
    assert beside - {"test_page"} == set(CHAPTERS)
