"""`samenspel calculate`: the answer as text and as JSON, progress, stopping and what is wrong."""

import json
import re
from pathlib import Path

import pytest

from rekenmodel.trajectory import Progress
from samenspel.config.cli import main
from samenspel.config.commands import calculate
from samenspel.config.commands.calculate import _Progress

Output = pytest.CaptureFixture[str]
EXAMPLE = Path(__file__).parents[4] / "docs" / "how-to" / "scenario-example.toml"
FEW = ["--draws", "300"]


def test_the_answer_stands_first_with_its_uncertainty(capsys: Output) -> None:
    assert main(["calculate", str(EXAMPLE), *FEW]) == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[0] == "Gezin Vos: eerst de schuld"
    assert lines[3].startswith("Doorbreken kost eerst ongeveer €\u00a0")
    for title in ("Wat iedereen betaalt", "wie wint en wie verliest", "Wat uitzoeken waard is", "Let op"):
        assert title in out
    assert "300 doorrekeningen, startgetal 20261123" in out.replace("\n", " ")
    assert max(map(len, lines)) <= 100
    assert err == ""


def test_a_narrow_screen_gets_lists_instead_of_tables(capsys: Output) -> None:
    assert main(["calculate", str(EXAMPLE), *FEW, "--width", "50", "--language", "en"]) == 0
    out = capsys.readouterr().out
    assert "municipality\n  Carrying on: €" in out
    assert "what finding out is worth" in out.lower()


def test_json_holds_all_numbers_and_sentences(capsys: Output) -> None:
    assert main(["calculate", str(EXAMPLE), *FEW, "--json", "--seed", "5"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["recipe"]["seed"] == 5
    assert [one["key"] for one in data["scenarios"]] == ["as_now", "break_through", "more_of_the_same"]
    assert len(data["scenarios"][0]["levels"]) == 11
    assert len(data["scenarios"][0]["total"]["low"]) == 37
    one = data["alternatives"][0]
    together = sum(party["net"]["mean"] for party in one["parties"])
    assert together == pytest.approx(one["saved"]["mean"] + one["gained"]["mean"], abs=0.01)
    assert one["net"]["low"] <= one["net"]["mid"] <= one["net"]["high"]
    assert one["sentences"][0].startswith("Doorbreken kost eerst")
    assert max(found["evppi"] for found in data["findings"]) <= data["evpi"]


def test_the_same_file_and_seed_give_the_same_answer(capsys: Output) -> None:
    answers = []
    for _ in range(2):
        main(["calculate", str(EXAMPLE), *FEW, "--json"])
        answers.append(capsys.readouterr().out)
    assert answers[0] == answers[1]


def test_what_is_wrong_is_said_with_file_and_field(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "mijn.toml"
    path.write_text(EXAMPLE.read_text().replace("quantity = 4  ", "quantity = -4"))
    assert main(["calculate", str(path)]) == 2
    assert capsys.readouterr().err.startswith("mijn.toml, help 1 (debts): Schuldhulp: kies een hoeveelheid")
    path.write_text(EXAMPLE.read_text().replace('help = "debts"', 'help = "weg"'))
    assert main(["calculate", str(path), "--language", "en"]) == 2
    assert capsys.readouterr().err == "mijn.toml: There is no line of help “weg”.\n"
    assert main(["calculate", str(tmp_path / "weg.toml")]) == 2
    assert "kunnen we niet lezen" in capsys.readouterr().err


def test_too_many_draws_are_refused(capsys: Output) -> None:
    assert main(["calculate", str(EXAMPLE), "--draws", "10000000", "--language", "en"]) == 2
    assert "Number of draws: 10000000 is not possible. Choose 1 to 1000000" in capsys.readouterr().err


def test_a_seed_below_zero_is_refused(tmp_path: Path, capsys: Output) -> None:
    assert main(["calculate", str(EXAMPLE), *FEW, "--seed", "-3"]) == 2
    assert "Startgetal: -3 kan niet. Kies een heel getal vanaf 0." in capsys.readouterr().err
    path = tmp_path / "mijn.toml"
    path.write_text("seed = -3\n" + re.sub(r"(?m)^seed = .*$", "", EXAMPLE.read_text()))
    assert main(["calculate", str(path), *FEW, "--language", "en"]) == 2
    assert "mijn.toml: Seed: -3 is not possible." in capsys.readouterr().err


RUNS_AWAY = """
months = 2
[now]
money = 0.5
housing = 0.5
{links}
[[scenario]]
key = "wait"
[[scenario.guard]]
event = "eviction"
odds = 0
"""
STEEP = '[[assumption]]\nkey = "link.{}"\nlow = 14\nmid = 15\nhigh = 16\n'


def test_what_runs_away_is_said(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "steil.toml"
    said = []
    for links in (STEEP.format("money.housing") + STEEP.format("housing.money"), ""):
        path.write_text(RUNS_AWAY.format(links=links))
        assert main(["calculate", str(path), *FEW, "--language", "en"]) == 0
        said.append(" ".join(capsys.readouterr().out.split()))
    steep, plain = said
    assert "feed each other so strongly" in steep
    assert "feed each other so strongly" not in plain


def test_ctrl_c_stops_and_says_so(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    def stopped(*_: object, progress: Progress, **__: object) -> None:
        progress(0.5)
        raise KeyboardInterrupt

    monkeypatch.setattr(calculate, "compare", stopped)
    assert main(["calculate", str(EXAMPLE)]) == 130
    out, err = capsys.readouterr()
    assert (out, err) == ("", "Gestopt. Er is niets bewaard.\n")


def test_a_long_run_says_how_far_it_is(capsys: Output) -> None:
    moments = iter([0.0, 0.2, 3.0])
    told = _Progress("en", lambda: next(moments), shown=True)
    told(0.1)
    assert capsys.readouterr().err == ""
    told(0.42)
    told.end()
    err = capsys.readouterr().err
    assert err.startswith("\r42% ")
    assert err.endswith("\r")
