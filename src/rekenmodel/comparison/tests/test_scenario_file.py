"""Scenario files: what they may say, and what is said when they are wrong."""

import re
from pathlib import Path
from typing import Any

import pytest

from rekenmodel.comparison import Asked, Perspective, read_scenario_file, scenario_of
from rekenmodel.comparison.table import Table
from rekenmodel.trajectory import Change, Guard, Pay, Start, Stop
from rekenmodel.values import LifeDomain, RefusedError, Text, load_price_index
from rekenmodel.values.draws import Lognormal, Normal, Pert, Shape

EXAMPLE = Path(__file__).parents[4] / "docs" / "how-to" / "scenario-example.toml"
PRICE = "{ low = 70, mid = 80, high = 95, year = 2026 }"
HELP = f"""
key = "a"
purpose = "guidance"
payer = "municipality"
quantity = 2
unit = "hour"
price = {PRICE}
"""
SCENARIO = '[[scenario]]\nkey = "other"\n'
HERE = Path()


def read(text: str, folder: Path = HERE) -> Asked:
    return scenario_of(text.encode(), "case.toml", folder)


def with_help(more: str = "", help_line: str = HELP, before: str = "") -> Asked:
    return read(f"{before}\n[[help]]{help_line}\n{SCENARIO}{more}")


def test_the_example_reads_as_it_is_written() -> None:
    asked = read_scenario_file(EXAMPLE)
    assert [scenario.key for scenario in asked.scenarios] == ["as_now", "break_through", "more_of_the_same"]
    edits = [type(edit) for scenario in asked.scenarios for edit in scenario.edits]
    assert edits == [Change, Pay, Guard, Start]
    assert (asked.seed, asked.draws, asked.case.months) == (20261123, 10_000, 36)
    debts, coach, _ = asked.case.lines
    factor = float(load_price_index().conversion(2024, 2026).factor)
    assert isinstance(debts.price.amount.value, Lognormal)
    assert debts.price.amount.value.median == pytest.approx(85 * factor)
    assert debts.price.price_year == 2026
    assert coach.dose == pytest.approx(3 * 365.25 / 7 / 12)
    own = asked.case.assumptions
    assert own.version == "2026-1 + scenario-example.toml"
    assert own.get("event.eviction.chance").source == "14 van 130 vergelijkbare huurders"
    assert isinstance(own.get("start.money").value, Pert)


def test_what_is_left_out_has_a_default() -> None:
    asked = with_help()
    assert (asked.title, asked.case.months, asked.rate) == ("case.toml", 36, 0.0225)
    assert asked.perspective is Perspective.PAYERS
    assert asked.case.assumptions.version == "2026-1"
    assert asked.case.lines[0].price.amount.weak
    assert asked.case.lines[0].name == Text("a", "a")
    assert set(asked.case.lines[0].effects) >= {LifeDomain.PARENTING}


def test_help_may_say_what_it_does_and_that_nobody_comes() -> None:
    line = with_help(
        help_line=HELP.replace("municipality", "unknown")
        + "helper = false\neffects = { money = [0, 0.1, 0.2] }"
    ).case.lines[0]
    assert line.payer is None
    assert not line.helper
    assert set(line.effects) == {LifeDomain.MONEY}
    effect = line.effects[LifeDomain.MONEY].value
    assert isinstance(effect, Normal)
    assert effect.mean == 0.1
    assert effect.sd == pytest.approx(0.2 / 3.29, rel=1e-3)


def test_stop_and_start() -> None:
    start = HELP.replace('"a"', '"b"')
    asked = with_help(
        f'[[scenario.stop]]\nhelp = "a"\nmonth = 3\n[[scenario.start]]{start}month = 2\nuntil = 9\n'
    )
    stop, started = asked.scenarios[1].edits
    assert stop == Stop("a", 3)
    assert isinstance(started, Start)
    assert (started.line.begin, started.line.end) == (2, 9)


def test_one_number_is_certain_and_a_spread_from_zero_fits() -> None:
    asked = with_help(
        '[[scenario.pay]]\nkey = "p"\npayer = "state"\nmonth = 0\n'
        "amount = { low = 0, mid = 10, high = 20, year = 2026 }\neffects = { money = 0.2 }\n"
    )
    pay = asked.scenarios[1].edits[0]
    assert isinstance(pay, Pay)
    assert isinstance(pay.payment.amount.value, Pert)
    assert pay.payment.effects[LifeDomain.MONEY].value.sd == 0


COLUMNS = "key,name_nl,name_en,shape,low,mid,high,unit_nl,unit_en,source,confidence,entered_by\n"


def test_own_assumptions_come_from_a_file_beside_it(tmp_path: Path) -> None:
    row = "link.money.housing,Geld op wonen,Money on housing,normal,0,0.3,0.6,duw,push,eigen meting,6,wij\n"
    (tmp_path / "own.csv").write_text(COLUMNS + row)
    asked = read(f'assumptions = "own.csv"\n[[help]]{HELP}\n{SCENARIO}', tmp_path)
    assert asked.case.assumptions.get("link.money.housing").source == "eigen meting"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("link.money.housing,a,b,normal,0.9,0.3,0.6,x,y,s,6,w", "own.csv, row 2: b: low (0.9) is higher"),
        ("link.money.housing,a,b", "own.csv, row 2: this row is not complete"),
        ("link.money.housing,a,b,round,0,0.3,0.6,x,y,s,6,w", "own.csv, row 2: this row is not complete"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, row: str, words: str) -> None:
    (tmp_path / "own.csv").write_text(f"{COLUMNS}{row}\n")
    with pytest.raises(RefusedError, match=re.escape(words)):
        read(f'assumptions = "own.csv"\n[[help]]{HELP}\n{SCENARIO}', tmp_path)


WRONG = [
    ("title = 3", "case.toml, title: give a text"),
    ("months = 0", "case.toml: Horizon: choose 1 to 600 months, not 0"),
    ('months = "36"', "case.toml, months: give a whole number"),
    ("rate = true", "case.toml, rate: give a number"),
    ("rate = inf", "case.toml, rate: give a number"),
    ("monts = 3", "case.toml, monts: unknown field. Do you mean “months”?"),
    ("zzz = 3", "case.toml, zzz: unknown field. Choose from: title, months"),
    ('perspective = "me"', "case.toml, perspective: choose one of: payers, society"),
    ('version = "1999-1"', "case.toml, version: There is no version 1999-1"),
    ('assumptions = "gone.csv"', "case.toml, assumptions: we cannot read gone.csv"),
    ("now = 3", "case.toml, now: write this as [now]"),
    ("now = { moon = 1 }", "case.toml, now, moon: unknown field"),
    ("now = { money = [0.9, 0.5, 0.2] }", "case.toml, now, money: How things are now: money: low (0.9)"),
    ("now = { money = [0.9, 0.5] }", "case.toml, now, money: give a number, or [low, middle, high]"),
    ("assumption = 3", "case.toml, assumption: write this as [[assumption]]"),
    ('[[assumption]]\nkey = "moon"', "case.toml, assumption 1 (moon), key: there is no such assumption"),
    (
        '[[assumption]]\nkey = "drift.money"\nlow = 1',
        "case.toml, assumption 1 (drift.money), mid: give a num",
    ),
    (
        '[[assumption]]\nkey = "drift.money"\nlow = 3\nmid = 2\nhigh = 1',
        "case.toml, assumption 1 (drift.money): What changes by itself: money: low (3) is higher",
    ),
]


@pytest.mark.parametrize(("before", "words"), WRONG)
def test_what_is_wrong_at_the_top_is_named(before: str, words: str) -> None:
    with pytest.raises(RefusedError, match=re.escape(words)):
        with_help(before=before)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("quantity = 2", "quantity = -2", "case.toml, help 1 (a): a: choose a quantity above zero"),
        ("quantity = 2", "", "case.toml, help 1 (a), quantity: give a number"),
        ("quantity = 2", 'quantity = 2\nper = "once"', "case.toml, help 1 (a), per: write what comes once"),
        ('"hour"', '"euro"', "case.toml, help 1 (a): There is no assumption “half_dose.euro”"),
        ('"hour"', '"moon"', "case.toml, help 1 (a), unit: choose one of: minute, hour"),
        ('"municipality"', '"me"', "case.toml, help 1 (a), payer: choose one of: municipality"),
        (PRICE, "80", "case.toml, help 1 (a), price: say of which year this is"),
        ("year = 2026", "source = 'x'", "case.toml, help 1 (a), price: say of which year this is"),
        ("year = 2026", "year = 1900", "case.toml, help 1 (a), price, year: choose a year from"),
        ("low = 70", "low = 90", "case.toml, help 1 (a), price: Price of a: low (9"),
        ("low = 70", "lov = 70", "case.toml, help 1 (a), price, lov: unknown field. Do you mean “low”?"),
        ("year = 2026", "year = 2026, confidence = 11", "Price of a: choose a confidence from 1 to 10"),
        ("year = 2026", "year = 2026, source = ''", "case.toml, help 1 (a), price, source: give a text"),
        ('key = "a"', "", "case.toml, help 1, key: give a text"),
        ("quantity = 2", "quantity = 2\nhelper = 3", "case.toml, help 1 (a), helper: choose true or false"),
    ],
)
def test_what_is_wrong_in_a_line_of_help_is_named(old: str, new: str, words: str) -> None:
    assert old in HELP
    with pytest.raises(RefusedError, match=re.escape(words)):
        with_help(help_line=HELP.replace(old, new))


@pytest.mark.parametrize(
    ("before", "old", "new", "words"),
    [
        ("", '"municipality"', '"me"', "case.toml, help 1 (a), payer: choose one of"),
        ('months = "36"', "", "", "case.toml, months: give a whole number."),
        ("version = 3", "", "", "case.toml, version: give a text."),
    ],
)
def test_the_place_of_what_is_wrong_is_said_once(before: str, old: str, new: str, words: str) -> None:
    with pytest.raises(RefusedError) as refused:
        with_help(before=before, help_line=HELP.replace(old, new))
    assert refused.value.text.en.startswith(words)
    assert refused.value.text.en.count("case.toml") == 1


@pytest.mark.parametrize(("end", "value"), [("low", "-5"), ("mid", "1e12"), ("high", "1000000001")])
def test_an_amount_out_of_range_is_named_at_its_end(end: str, value: str) -> None:
    wrong = re.sub(rf"{end} = \d+", f"{end} = {value}", PRICE)
    pay = '[[scenario.pay]]\nkey = "p"\npayer = "state"\nmonth = 0\namount = '
    with pytest.raises(RefusedError) as refused:
        with_help(f"{pay}{wrong}")
    words = "kies een bedrag van 0 tot en met 1.000.000.000."
    assert refused.value.text.nl == f"case.toml, scenario 1 (other), pay 1 (p), amount, {end}: {words}"


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (
            '[[scenario.stop]]\nhelp = "a"',
            "scenario 1 (other), stop 1, month: give a whole number",
        ),
        (f"[[scenario.start]]{HELP}", "scenario 1 (other), start 1 (a), month: give the first month"),
        (
            f'[[scenario.pay]]\nkey = "p"\npayer = "state"\nmonth = -1\namount = {PRICE}',
            "scenario 1 (other), pay 1 (p), month: p: a period from month -1",
        ),
        ("[[scenario.moon]]", "case.toml, scenario 1 (other), moon: unknown field"),
        ('stop = "a"', "case.toml, scenario 1 (other), stop: write this as [[stop]]"),
    ],
)
def test_what_is_wrong_in_an_edit_is_named(edit: str, words: str) -> None:
    with pytest.raises(RefusedError, match=re.escape(words)):
        with_help(edit)


def test_a_file_without_a_scenario_is_refused() -> None:
    with pytest.raises(RefusedError, match=re.escape("case.toml, scenario: describe one in [[scenario]]")):
        read(f"[[help]]{HELP}")


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"a = ", "case.toml: this is no valid TOML"), (b"\xff\xfe", "case.toml: save this file as UTF-8")],
)
def test_what_is_no_toml_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        scenario_of(data, "case.toml", HERE)


def test_a_table_may_stand_alone() -> None:
    values: dict[str, Any] = {"x": {"low": 1, "mid": 2, "high": 3, "source": "s"}}
    entry = Table("f", "", values).assumption("x", "k", Text("n", "n"), Text("u", "u"), Shape.PERT)
    assert (entry.confidence, entry.source, entry.entered_by) == (5, "s", "f")
