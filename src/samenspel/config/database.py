"""Reading DATABASE_URL: SQLite by default, PostgreSQL when named."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


def database(url: str, default_path: Path) -> dict[str, Any]:
    """Return Django's database settings; raise `ValueError` for an address that is neither."""
    if not url:
        return sqlite(default_path)
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return sqlite(Path(parts.path))
    if parts.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or "") or dict(parse_qsl(parts.query)).get("host", ""),
            "PORT": str(parts.port or ""),
            **kept_open(),
        }
    raise ValueError(f"DATABASE_URL must begin with sqlite: or postgresql:, got {parts.scheme!r}")


# A query that comes back is prepared: to plan how a household is read takes as long as reading it.
PREPARED = {"server_side_binding": True, "prepare_threshold": 3}


def kept_open() -> dict[str, Any]:
    """A pool of connections for the server; one connection for a command."""
    if os.environ.get("SAMENSPEL_POOL"):
        return {"OPTIONS": PREPARED | {"pool": {"min_size": 1, "max_size": 10}}}
    return {"OPTIONS": PREPARED, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


def sqlite(path: Path) -> dict[str, Any]:
    """SQLite with a write-ahead log: readers do not wait for a writer."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
    }
