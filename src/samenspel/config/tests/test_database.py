"""DATABASE_URL is read, or refused with a clear message."""

from pathlib import Path

import pytest

from samenspel.config.database import database


def test_without_an_address_it_is_sqlite(tmp_path: Path) -> None:
    found = database("", tmp_path / "new" / "db.sqlite3")
    assert found["ENGINE"].endswith("sqlite3")
    assert found["NAME"].parent.is_dir()


def test_a_path_can_be_named(tmp_path: Path) -> None:
    assert database(f"sqlite://{tmp_path}/x.sqlite3", tmp_path)["NAME"] == tmp_path / "x.sqlite3"


def test_postgresql_is_taken_apart() -> None:
    found = database("postgresql://jo:p%40ss@db.example:5433/spel", Path("x"))
    wanted = {"NAME": "spel", "USER": "jo", "PASSWORD": "p@ss", "HOST": "db.example", "PORT": "5433"}
    assert {name: found[name] for name in wanted} == wanted


def test_a_socket_folder_can_be_named() -> None:
    assert database("postgresql:///spel?host=/run/pg", Path("x"))["HOST"] == "/run/pg"


def test_the_server_keeps_a_pool_and_a_command_one_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAMENSPEL_POOL", raising=False)
    command = database("postgresql:///spel", Path("x"))
    assert "pool" not in command["OPTIONS"]
    assert command["CONN_MAX_AGE"]
    monkeypatch.setenv("SAMENSPEL_POOL", "1")
    found = database("postgresql:///spel", Path("x"))
    assert found["OPTIONS"]["pool"]["max_size"] == 10
    assert "CONN_MAX_AGE" not in found


def test_queries_are_prepared_with_and_without_a_pool(monkeypatch: pytest.MonkeyPatch) -> None:
    for pool in ("", "1"):
        monkeypatch.setenv("SAMENSPEL_POOL", pool)
        options = database("postgresql:///spel", Path("x"))["OPTIONS"]
        assert options["server_side_binding"]
        assert options["prepare_threshold"]


def test_anything_else_is_refused() -> None:
    with pytest.raises(ValueError, match="must begin with"):
        database("mysql://x/y", Path("x"))
