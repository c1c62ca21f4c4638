"""Words for codes, lists that people type, and names."""

import time

import pytest

from rekenmodel.values import LifeDomain, RefusedError
from samenspel.exchange.rules import workbook_words as words
from samenspel.exchange.rules.workbook_layout import SHEETS
from samenspel.exchange.rules.workbook_names import LONGEST_KEY, Keys, Names, slug
from samenspel.households.rules.codes import MandateItem

ALL = [column.words for sheet in SHEETS for column in sheet.columns if column.words is not None]


@pytest.mark.parametrize("vocabulary", [*ALL, words.RELATIONS, words.AUTHORITIES])
def test_every_code_has_words_that_lead_back_to_it(vocabulary: words.Words[words.Item]) -> None:
    for code, name in vocabulary.names.items():
        assert [vocabulary.find(word) for word in (code.value, name.nl, name.en.upper())] == [code] * 3


def test_a_list_finds_names_with_and_in_them() -> None:
    found = words.DOMAINS.find_all("Geld, wonen en werk en dag; Opvoeding en Gezin")
    assert found == (LifeDomain.MONEY, LifeDomain.HOUSING, LifeDomain.WORK, LifeDomain.PARENTING)


def test_a_list_finds_names_with_a_comma_in_them() -> None:
    text = "een vertrouwd gezicht houden, ook bij een andere werkgever, uitstel regelen"
    assert words.MANDATES.find_all(text) == (MandateItem.KEEP_TRUSTED, MandateItem.BUY_TIME)


def test_an_unknown_word_suggests_the_nearest() -> None:
    with pytest.raises(RefusedError) as refused:
        words.DOMAINS.find("verslavng")
    assert "Bedoelt u 'verslaving'?" in refused.value.text.nl


def test_a_very_long_list_takes_no_time() -> None:
    begin = time.process_time()
    assert len(words.split_list("a," * 2500, words.DOMAINS.known)) == 2500
    assert time.process_time() - begin < 2


def test_keys_are_readable_short_and_unique() -> None:
    keys = Keys()
    assert [keys.make("Zoë el Amrani"), keys.make("zoe el amrani")] == ["zoe-el-amrani", "zoe-el-amrani-2"]
    assert len(slug(["x" * 80])) == LONGEST_KEY
    assert slug(["سلام"]) == slug(["سلام"]) != slug(["سلم"])


def test_a_name_is_found_whole_by_first_name_and_by_key() -> None:
    names = Names()
    anna = names.add("persons", "a", "Anna de Boer")
    other = names.add("persons", "b", "Anna Bos")
    assert names.find("ANNA DE BOER") == names.find("wie dan ook [a]") == [anna]
    assert names.find("Anna") == [anna, other]
    assert names.label("persons", "a") == "Anna de Boer"


def test_two_of_the_same_name_are_written_with_their_key() -> None:
    names = Names()
    for key in ("a", "b"):
        names.add("persons", key, "Jan")
    assert names.labels("persons", ["a", "b"]) == "Jan [a]; Jan [b]"


def test_a_list_that_reads_as_one_name_is_written_with_keys() -> None:
    names = Names()
    for key, name in (("a", "Anna"), ("b", "Bram"), ("c", "Anna, Bram")):
        names.add("persons", key, name)
    assert names.labels("persons", ["a", "b"]) == "[persons:a]; [persons:b]"
    assert names.labels("persons", ["c"]) == "Anna, Bram"
