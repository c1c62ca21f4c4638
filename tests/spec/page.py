"""Makes one page of documentation of the tests in this folder: their docstrings and their bodies."""

import ast
import textwrap
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "rekenmodel-examples.md"
CHAPTERS = ("test_social_value", "test_ladders", "test_parties", "test_discounting", "test_sensitivity")
_OPENING = """# The calculation library by example

Every example below is a test that runs. `python -m tests.spec` writes this page from `tests/spec`;
the published figures stand in `src/rekenmodel/social_value/tests/golden`, each with its source.
"""


def page() -> str:
    """Return the page in Markdown."""
    return "\n".join([_OPENING, *(_chapter(name) for name in CHAPTERS)])


def _chapter(name: str) -> str:
    text = Path(__file__).with_name(f"{name}.py").read_text(encoding="utf-8")
    tree = ast.parse(text)
    examples = [
        _example(node, text)
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]
    return "\n".join([f"## {ast.get_docstring(tree)}\n", *examples])


def _example(function: ast.FunctionDef, text: str) -> str:
    heading, _, rest = (ast.get_docstring(function) or function.name).partition("\n")
    first = function.body[1]
    lines = text.splitlines()[first.lineno - 1 : function.end_lineno]
    body = textwrap.dedent("\n".join(lines))
    explained = f"{rest.strip()}\n\n" if rest.strip() else ""
    return f"### {heading}\n\n{explained}```python\n{body}\n```\n"
