"""The commands that use the database: decided and noted as on the page."""

from pathlib import Path

import pytest

from samenspel.config.cli import main
from samenspel.exchange.rules.file_json import read_file, write_file
from samenspel.households.models import Household
from samenspel.households.tests.cast import FULL, Cast, cast
from samenspel.journal.models import Line

pytestmark = pytest.mark.django_db
Output = pytest.CaptureFixture[str]


@pytest.fixture(name="people")
def _people() -> Cast:
    return cast()


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def other(tmp_path: Path) -> str:
    path = tmp_path / "nieuw.json"
    path.write_bytes(write_file(FULL.model_copy(update={"key": "vos-twee", "name": "Gezin Vos-Twee"})))
    return str(path)


def test_export_gives_the_file_back(people: Cast, tmp_path: Path) -> None:
    assert main(["export", "vos", "--user", "lia"]) == 0
    found = read_file((tmp_path / "vos.json").read_bytes(), "vos.json")
    assert found.file is not None
    assert found.file.help == FULL.help
    assert Line.objects.filter(act="export", allowed=True, user_name="Lia").exists()


def test_export_does_not_replace_a_file_that_was_not_named(
    people: Cast, tmp_path: Path, capsys: Output
) -> None:
    (tmp_path / "vos.json").write_text("van mij")
    assert main(["export", people.household_id, "--user", "jo"]) == 2
    assert (tmp_path / "vos.json").read_text() == "van mij"
    assert main(["export", "vos", "--user", "jo", "--xlsx", "-o", "vos.json"]) == 0
    assert (tmp_path / "vos.json").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("command", [["export"], ["report", "-o", "v.pdf"]])
def test_who_may_not_gets_nothing(people: Cast, tmp_path: Path, capsys: Output, command: list[str]) -> None:
    name, *options = command
    assert main([name, "vos", "--user", "iemand", *options]) == 2
    assert "of u mag er niet bij" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
    assert Line.objects.filter(act="export", allowed=False, user_name="Iemand").exists()


def test_a_report_of_a_household(people: Cast, tmp_path: Path) -> None:
    assert main(["report", "vos", "--user", "lia", "-o", "v.pdf", "--language", "en"]) == 0
    assert (tmp_path / "v.pdf").read_bytes().startswith(b"%PDF-")
    assert Line.objects.filter(act="export", subject="verslag", allowed=True).exists()


def test_an_unknown_user_is_told(people: Cast, capsys: Output) -> None:
    assert main(["export", "vos", "--user", "spook"]) == 2
    assert "spook" in capsys.readouterr().err


def test_two_of_one_name_are_both_named(people: Cast, tmp_path: Path, capsys: Output) -> None:
    assert main(["import", other(tmp_path), "--network", "noord", "--user", "lia"]) == 0
    capsys.readouterr()
    assert main(["export", "gezin", "--user", "lia"]) == 2
    assert "Gezin Vos-Twee" in capsys.readouterr().err


def test_import_keeps_a_household(people: Cast, tmp_path: Path, capsys: Output) -> None:
    assert main(["import", other(tmp_path), "--network", "noord", "--user", "lia"]) == 0
    assert "Gezin Vos-Twee: bewaard" in capsys.readouterr().out
    assert Household.objects.filter(key="vos-twee").exists()


def test_a_preview_keeps_nothing(people: Cast, tmp_path: Path, capsys: Output) -> None:
    assert main(["import", other(tmp_path), "--network", "noord", "--user", "lia", "--preview"]) == 0
    assert "nieuw" in capsys.readouterr().out
    assert not Household.objects.filter(key="vos-twee").exists()


def test_what_cannot_be_brought_in_is_told(people: Cast, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "kapot.json").write_text("{")
    assert main(["import", "kapot.json", "--network", "noord", "--user", "lia", "--language", "en"]) == 2
    out, err = capsys.readouterr()
    assert "not brought in" in out
    assert "Error:" in err
    assert main(["import", "weg.json", "--network", "noord", "--user", "lia"]) == 2
    assert main(["import", "kapot.json", "--network", "zuid", "--user", "lia"]) == 2
    assert "Kies uit: noord" in capsys.readouterr().err


def test_not_everybody_may_bring_in(people: Cast, tmp_path: Path, capsys: Output) -> None:
    assert main(["import", other(tmp_path), "--network", "noord", "--user", "opa"]) == 2
    assert "U mag hier geen huishoudens inlezen" in capsys.readouterr().err
