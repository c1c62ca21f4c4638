"""Files and functions stay short enough to read in one sitting, and say what they are for."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.repository.house import LIBRARY, PLATFORM, ROOT, code, is_test, texts

FILE_LINES, FUNCTION_LINES = 400, 50
LIMITED = (".py", ".ts", ".css", ".mjs", ".html")
EXPLAINED = ("actions", "queries", "rules", "access", "drawings")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def explained_files() -> Iterator[tuple[Path, ast.Module]]:
    """The library, and in the rooms what others call: actions, queries, rules and decisions."""
    for path, tree in {**code(LIBRARY), **code(PLATFORM)}.items():
        parts = path.with_suffix("").relative_to(ROOT / "src").parts
        if not is_test(path) and (parts[0] == "rekenmodel" or set(parts[1:]) & set(EXPLAINED)):
            yield path, tree


def public(body: list[ast.stmt]) -> Iterator[Function | ast.ClassDef]:
    for node in body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)


def test_no_file_is_too_long() -> None:
    lengths = {
        path: text.count("\n")
        for path, text in texts().items()
        if path.endswith(LIMITED) and "/migrations/" not in path
    }
    assert len(lengths) >= 50, "the test no longer sees the files"
    assert {path: lines for path, lines in lengths.items() if lines > FILE_LINES} == {}


def test_no_function_is_too_long() -> None:
    lengths = {
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path, tree in code(ROOT).items()
        for node in ast.walk(tree)
        if isinstance(node, Function)
    }
    assert len(lengths) >= 100, "the test no longer sees the functions"
    assert {name: lines for name, lines in lengths.items() if lines > FUNCTION_LINES} == {}


def test_everything_that_others_call_is_explained() -> None:
    named = [(path, node) for path, tree in explained_files() for node in public(tree.body)]
    assert len(named) >= 50, "the test no longer sees the functions"
    silent = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path, node in named
        if not ast.get_docstring(node) and not is_enum_or_meta(node)
    ]
    assert silent == []


def is_enum_or_meta(node: Function | ast.ClassDef) -> bool:
    """Django's inner class Meta needs no explanation."""
    return isinstance(node, ast.ClassDef) and node.name == "Meta"
