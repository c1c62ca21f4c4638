"""What is in the repository besides code is whole and true."""

import re

import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.repository.house import project, texts

# Put together from parts, so that this file does not find itself.
HOSTS = ["pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "deb." + "debian.org"]
PLACES = [
    r"/wo" + r"rk/",
    r"/ro" + r"ot/",
    r"/ho" + r"me/\w+/",
    r"/Us" + r"ers/\w+/",
    r"/opt/(?:pypi|wheels)",
]
UNFINISHED = ["TO" + "DO", "FIX" + "ME", "XX" + "X:"]
PUT_OFF = [
    r"pytest\.(?:mark\.)?sk" + r"ip",
    r"pytest\.(?:mark\.)?xf" + r"ail",
    r"importor" + r"skip",
    r"\.only\(",
]


def found(patterns: list[str], suffixes: tuple[str, ...] = ("",)) -> list[str]:
    """Return where the patterns occur in the text files of the repository."""
    expression = re.compile("|".join(patterns))
    return [
        f"{path}:{number} {line.strip()[:120]}"
        for path, text in texts().items()
        if path.endswith(suffixes)
        for number, line in enumerate(text.splitlines(), start=1)
        if expression.search(line)
    ]


def requirements() -> list[Requirement]:
    """Every dependency that pyproject.toml names."""
    groups = project()["dependency-groups"]["dev"]
    return [Requirement(line) for line in (*project()["project"]["dependencies"], *groups)]


def test_the_files_are_seen() -> None:
    assert {"samen.py", "pyproject.toml", "frontend/package-lock.json", ".ci/run"} <= set(texts())


def test_no_file_names_a_package_host() -> None:
    assert found([re.escape(host) for host in HOSTS]) == []


def test_no_file_names_a_place_on_one_machine() -> None:
    assert found(PLACES) == []


def test_nothing_is_left_unfinished() -> None:
    assert (
        found([rf"\b{word}" for word in UNFINISHED], (".py", ".ts", ".css", ".html", ".mjs", ".toml", ".md"))
        == []
    )


def test_no_test_is_put_off() -> None:
    assert found(PUT_OFF, (".py", ".ts")) == []


def test_every_dependency_says_why_it_is_there() -> None:
    toml = texts()["pyproject.toml"]
    assert len(requirements()) >= 20
    for requirement in requirements():
        reason = rf'^\s+"{re.escape(requirement.name)}(?![\w.-])[^"]*",\s+# \w+'
        assert re.search(reason, toml, re.M), f"{requirement.name} carries no reason"


def test_the_lock_holds_every_dependency_within_its_range() -> None:
    lock = texts()["requirements.lock"]
    versions = {
        canonicalize_name(name): version for name, version in re.findall(r"^([\w.-]+)==(\S+)", lock, re.M)
    }
    assert len(versions) >= 40
    for requirement in requirements():
        assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)]), requirement


def test_every_locked_package_has_a_hash() -> None:
    blocks = re.split(r"^(?=\S)", texts()["requirements.lock"], flags=re.M)[1:]
    assert [block.split("\n")[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_publiccode_tells_what_its_standard_asks() -> None:
    told = yaml.safe_load(texts()["publiccode.yml"])
    required = {"publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus"}
    required |= {"softwareType", "description", "legal", "maintenance", "localisation"}
    assert required <= set(told)
    assert told["legal"]["license"] == project()["project"]["license"]
    assert told["localisation"]["availableLanguages"] == ["nl", "en"]
    for language in ("nl", "en"):
        words = told["description"][language]
        assert 1 <= len(words["shortDescription"]) <= 150
        assert 150 <= len(words["longDescription"]) <= 10_000
        assert words["features"]


def test_the_licence_is_the_whole_text() -> None:
    licence = texts()["LICENSE"]
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in licence
    assert "15. Applicable Law" in licence
    assert "Compatible Licences" in licence
