"""The command line: words, help, errors and files."""

import subprocess
import sys
from pathlib import Path

import pytest

from samenspel.config.cli import COMMANDS, language_of, main
from samenspel.config.commands.command import CommandError, write_whole
from samenspel.exchange.rules.file_json import write_file
from samenspel.households.tests.cast import FULL

Output = pytest.CaptureFixture[str]


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> str:
    path = tmp_path / "vos.json"
    path.write_bytes(write_file(FULL))
    return str(path)


def test_without_words_it_says_what_it_can_do(capsys: Output) -> None:
    assert main([]) == 0
    shown = capsys.readouterr().out
    assert all(f"samenspel {name}" in shown for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_in_both_languages(name: str, capsys: Output) -> None:
    assert main([name, "--help"]) == 0
    dutch = capsys.readouterr().out
    assert main([name, "--help", "--language=en"]) == 0
    english = capsys.readouterr().out
    assert f"samenspel {name}" in dutch
    assert f"samenspel {name}" in english
    assert dutch != english


def test_an_unknown_command_is_refused(capsys: Output) -> None:
    assert main(["dans"]) == 2
    assert "samenspel overview" in capsys.readouterr().err


def test_words_that_are_wrong_give_the_help(capsys: Output) -> None:
    assert main(["overview", "--dans"]) == 2
    assert "Deze opdracht klopt niet" in capsys.readouterr().err
    assert main(["overview", "x", "--on", "gisteren", "--language", "en"]) == 2
    assert "This command is not right: argument --on" in capsys.readouterr().err


@pytest.mark.parametrize("language", [["--language", "en"], ["--language=en"]])
def test_the_language_may_stand_before_the_command(language: list[str], capsys: Output) -> None:
    assert main([*language, "overview", "nergens.json"]) == 2
    assert main(["overview", "nergens.json", *language]) == 2
    before, behind = capsys.readouterr().err.strip().splitlines()
    assert before == behind


def test_the_language_is_found_wherever_it_stands() -> None:
    assert language_of(["overview", "--language", "en", "x"]) == "en"
    assert language_of(["--language=en"]) == "en"
    assert language_of(["overview", "en"]) == "nl"
    assert language_of(["overview", "--language"]) == "nl"


def test_overview_goes_back_before_the_price_index(file: str, capsys: Output) -> None:
    assert main(["overview", file, "--on", "1990-01-01"]) == 0
    assert "1 januari 1990" in capsys.readouterr().out
    assert main(["overview", file, "--on", "0001-01-01"]) == 2


def test_overview_prints_the_picture(file: str, capsys: Output) -> None:
    assert main(["overview", file, "--on", "2026-11-22", "--width", "80"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Gezin Vos\nZoals het was op 22 november 2026.")
    assert max(map(len, out.splitlines())) <= 80
    assert err == ""


def test_one_bad_file_does_not_hide_the_good_one(file: str, tmp_path: Path, capsys: Output) -> None:
    bad = tmp_path / "kapot.json"
    bad.write_text('{"name": 3}')
    assert main(["overview", file, str(bad), str(tmp_path / "weg.json")]) == 2
    out, err = capsys.readouterr()
    assert out.startswith("Gezin Vos")
    assert "Fout:" in err
    assert "weg.json" in err


def test_messages_are_settled_together(capsys: Output) -> None:
    folder = Path(__file__).parents[2] / "exchange" / "tests" / "samples" / "ijw"
    one = [str(folder / name) for name in ("JW301_twee_producten.xml", "JW305_start.xml")]
    assert main(["overview", *one, "--on", "2026-11-22"]) == 0
    out, err = capsys.readouterr()
    assert "Lindeman" in out
    assert "Vraag:" in err


def test_bad_messages_are_told(capsys: Output) -> None:
    folder = Path(__file__).parents[2] / "exchange" / "tests" / "samples" / "ijw" / "invalid"
    assert main(["overview", str(folder), "--language", "en"]) == 2
    assert "Error:" in capsys.readouterr().err


def test_an_empty_folder_is_told(tmp_path: Path, capsys: Output) -> None:
    assert main(["overview", str(tmp_path)]) == 2
    assert "staat geen hulp" in capsys.readouterr().err


def test_a_report_from_a_file(file: str, tmp_path: Path, capsys: Output) -> None:
    target = tmp_path / "verslag.pdf"
    assert main(["report", file, "-o", str(target), "--paper", "a4"]) == 0
    assert target.read_bytes().startswith(b"%PDF-")
    assert capsys.readouterr().out.strip() == str(target)


def test_no_report_without_a_household(tmp_path: Path, capsys: Output) -> None:
    assert main(["report", str(tmp_path / "weg.json"), "-o", str(tmp_path / "v.pdf")]) == 2
    assert list(tmp_path.iterdir()) == []
    assert "Er is geen verslag gemaakt" in capsys.readouterr().err


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"1")
    assert (tmp_path / "a").read_bytes() == b"1"
    (tmp_path / "map").mkdir()
    for path in (tmp_path / "map", tmp_path / "weg" / "b"):
        with pytest.raises(CommandError):
            write_whole(path, b"2")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a", "map"]


def test_overview_starts_without_django(file: str) -> None:
    code = "import sys; from samenspel.config.cli import main; main(); sys.exit('django' in sys.modules)"
    ran = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code, "overview", file], capture_output=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert b"Gezin Vos" in ran.stdout
