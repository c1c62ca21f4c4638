"""Every entry of the tables and every condition of the rules turned round, one at a time: is it noticed?

A mutant is killed when the comparison with SQL, or with the second way of writing the lists, finds a
difference or when the rules no longer load. A mutant that lives is a place that no test looks at.
"""

import ast
import copy
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType

import samenspel.access.rules as rules
from samenspel.access.tests import cells, test_lists, test_rows

FOLDER = Path(rules.__file__).parent
PACKAGE = "samenspel.access.rules"
NAMES = ("matrix", "decision", "derive", "lists", "rows")
SWAPS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}


@dataclass(frozen=True)
class Mutant:
    """One change of one module."""

    module: str
    what: str
    source: str


def mutants() -> Iterator[Mutant]:
    """Every mutant of every module of rules."""
    for name in NAMES:
        source = (FOLDER / f"{name}.py").read_text(encoding="utf-8")
        if name == "matrix":
            yield from _entries(source)
        else:
            yield from _conditions(name, source)


def _entries(source: str) -> Iterator[Mutant]:
    """Each letter of each cell put in or taken out."""
    for line in source.splitlines():
        head, separator, rest = line.partition(': "')
        if not (separator and head.strip().startswith("Role.")):
            continue
        found = rest.removesuffix('",').split(" ")
        for place, cell in enumerate(found):
            for letter in "RSCUDGXALN":
                held = cell.strip(".")
                turned = held.replace(letter, "") if letter in held else held + letter
                row = " ".join([*found[:place], turned or ".", *found[place + 1 :]])
                what = f"{head.strip()} level {place} {letter}"
                yield Mutant("matrix", what, source.replace(line, f'{head}: "{row}",'))


def _conditions(name: str, source: str) -> Iterator[Mutant]:
    """Each comparison, condition, number and member of a table turned round or left out."""
    tree = ast.parse(source)
    decorating = {id(one) for node in ast.walk(tree) for one in _decorators(node)}
    for place, node in enumerate(ast.walk(tree)):
        if id(node) in decorating:
            continue
        for number, what in enumerate(_changes(node)):
            changed = copy.deepcopy(tree)
            twin = next(one for at, one in enumerate(ast.walk(changed)) if at == place)
            _apply(twin, number)
            yield Mutant(name, f"line {getattr(node, 'lineno', 0)}: {what}", ast.unparse(changed))


def _decorators(node: ast.AST) -> Iterator[ast.AST]:
    """What stands in decorators: whether a class is frozen is no answer of the decision."""
    if isinstance(node, ast.ClassDef):
        for one in node.decorator_list:
            yield from ast.walk(one)


def _changes(node: ast.AST) -> list[str]:
    """What can be turned round in a node, in the order of `_apply`."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in SWAPS:
        return [f"comparison {ast.unparse(node)}"]
    if isinstance(node, ast.BoolOp):
        return [f"and/or {ast.unparse(node)}"]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return [f"not {ast.unparse(node.operand)}"]
    if isinstance(node, ast.If | ast.IfExp):
        return [f"condition {ast.unparse(node.test)}"]
    if isinstance(node, ast.Set | ast.Tuple) and len(node.elts) > 1 and _members(node.elts):
        return [f"without {ast.unparse(one)}" for one in node.elts]
    if isinstance(node, ast.Constant) and type(node.value) in {bool, int}:
        return [f"constant {node.value!r}"]
    return []


def _members(elements: list[ast.expr]) -> bool:
    """Whether these are members of an enumeration: `Act.READ`, `Reason.NO_BASIS`."""
    return all(isinstance(one, ast.Attribute) and one.attr.isupper() for one in elements)


def _apply(node: ast.AST, number: int) -> None:
    if isinstance(node, ast.Compare):
        node.ops = [SWAPS[type(node.ops[0])]()]
    elif isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    elif isinstance(node, ast.UnaryOp):
        node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)
    elif isinstance(node, ast.If | ast.IfExp):
        node.test = ast.UnaryOp(ast.Not(), node.test)
    elif isinstance(node, ast.Set | ast.Tuple):
        del node.elts[number]
    elif isinstance(node, ast.Constant):
        node.value = not node.value if isinstance(node.value, bool) else int(str(node.value)) + 1


@contextmanager
def changed(mutant: Mutant | None) -> Iterator[dict[str, ModuleType]]:
    """The rules loaded anew, one of them changed; words stay as they are, so that members are the same."""
    kept = {f"{PACKAGE}.{name}": import_module(f"{PACKAGE}.{name}") for name in NAMES}
    fresh = {}
    try:
        for name in NAMES:
            whole = f"{PACKAGE}.{name}"
            source = (FOLDER / f"{name}.py").read_text(encoding="utf-8")
            if mutant is not None and mutant.module == name:
                source = mutant.source
            module = ModuleType(whole)
            sys.modules[whole] = module
            exec(compile(source, f"{name}.py", "exec"), module.__dict__)  # noqa: S102 its own source, changed
            fresh[name] = module
        yield fresh
    finally:
        sys.modules.update(kept)


Check = Callable[[dict[str, ModuleType]], bool]


def checks() -> dict[str, list[Check]]:
    """What must notice a change of each module; each says whether all is well."""
    decided = cells.cells(cells.answers("decision"))
    relation, basis, covers = (cells.answers(name) for name in ("relation", "basis", "covers"))
    of_decision: list[Check] = [lambda found: cells.decision_differs(found["decision"], decided) is None]
    of_derive: list[Check] = [
        lambda found: cells.relation_differs(found["derive"], relation) is None,
        lambda found: cells.basis_differs(found["derive"], basis) is None,
        lambda found: cells.best_differs(found["derive"]) is None,
        lambda found: cells.part_differs(found["derive"]) is None,
        lambda found: cells.age_differs(found["derive"]) is None,
        lambda found: cells.covering_differs(found["derive"], covers) is None,
    ]
    of_lists: list[Check] = [lambda found: test_lists.lists_differ(found["lists"]) is None]
    of_rows: list[Check] = [lambda found: test_rows.rows_differ(found["rows"]) is None]
    return {
        "matrix": of_decision,
        "decision": of_decision,
        "derive": of_derive,
        "lists": of_lists,
        "rows": of_rows,
    }


def killed(mutant: Mutant, found_by: dict[str, list[Check]]) -> bool:
    """Whether a check notices, or the rules do not load or answer at all."""
    try:
        with changed(mutant) as found:
            return not all(check(found) for check in found_by[mutant.module])
    except Exception:  # noqa: BLE001 whatever it stumbles over, it is noticed
        return True


def alive() -> tuple[int, list[Mutant]]:
    """How many mutants there are, and those that nobody notices."""
    found_by = checks()
    with changed(None) as found:
        assert all(check(found) for each in found_by.values() for check in each), "the rules fail unchanged"
    tried = [mutant for mutant in mutants() if mutant.module in found_by]
    return len(tried), [mutant for mutant in tried if not killed(mutant, found_by)]
