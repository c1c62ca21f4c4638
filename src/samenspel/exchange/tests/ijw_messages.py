"""Our own sample messages, whole or with one thing changed, for the tests and the benchmark."""

from collections.abc import Iterator
from pathlib import Path

from samenspel.exchange.rules.ijw_facts import Fact
from samenspel.exchange.rules.ijw_findings import Findings
from samenspel.exchange.rules.ijw_reader import Message, read_message
from samenspel.exchange.rules.ijw_shape import passes_eleven_test

SAMPLES = Path(__file__).parent / "samples" / "ijw"
VALID = sorted(path.name for path in SAMPLES.glob("*.xml"))
LINDEMAN = [name for name in VALID if not name.startswith("DeWit")]
DE_WIT = [name for name in VALID if name.startswith("DeWit")]


def sample(name: str, *changes: tuple[str, str]) -> bytes:
    """Return a sample message, each `changes` pair replacing a text that must be there."""
    text = (SAMPLES / f"{name.removesuffix('.xml')}.xml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, f"{old} is not in {name}"
        text = text.replace(old, new)
    return text.encode()


def accepted(name: str, *changes: tuple[str, str]) -> Message:
    """Read a sample that must be accepted."""
    message = read_message(sample(name, *changes), name)
    assert isinstance(message, Message), message
    return message


def refused(name: str, *changes: tuple[str, str]) -> Findings:
    """Read a sample that must be refused."""
    findings = read_message(sample(name, *changes), name)
    assert isinstance(findings, Findings)
    return findings


def facts(*names: str) -> list[Fact]:
    """Return all facts of the named samples."""
    return [fact for name in names for fact in accepted(name).facts]


def many(count: int) -> Iterator[tuple[str, bytes]]:
    """Yield `count` different messages: for each client an assignment, a start, a declaration, a stop."""
    names = (
        "DeWit_JW301_kaya",
        "DeWit_JW305_kaya_start",
        "DeWit_JW323_januari",
        "DeWit_JW307_kaya_tijdelijk",
    )
    texts = {name: sample(name).decode() for name in names}
    for place, bsn in zip(range(0, count, len(texts)), _bsns(), strict=False):
        for number, (name, text) in enumerate(texts.items()):
            if place + number < count:
                changed = text.replace("999900304", bsn)
                family = (("Demir", f"Demir{place}"), (">7<", f">{place + 10}<"))
                for old, new in (
                    ("61000", f"{place}6"),
                    ("DW0", f"D{place}"),
                    ("K000", f"K{place}-"),
                    *family,
                ):
                    changed = changed.replace(old, new)
                yield f"{place:06d}_{name}.xml", changed.encode()


def _bsns() -> Iterator[str]:
    for bsn in range(100_000_000, 999_999_999):
        if passes_eleven_test(str(bsn)):
            yield str(bsn)
