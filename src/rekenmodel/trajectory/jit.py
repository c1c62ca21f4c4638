"""The only place that knows of Numba, which is optional (`pip install samenspel[snel]`).

Without it `compiled` leaves a function as it is: correct, but slow, so the NumPy engine takes over. Loading
Numba takes longer than showing a page, so that waits until something compiled is called.
"""

from collections.abc import Callable
from functools import wraps
from importlib import import_module
from importlib.util import find_spec
from threading import Lock
from typing import Any, TypeVar, cast

FAST = find_spec("numba") is not None
"""Whether functions are compiled to machine code."""

_Function = TypeVar("_Function", bound=Callable[..., Any])
_waiting: list[Callable[..., Any]] = []
_machine_code: dict[Callable[..., Any], Callable[..., Any]] = {}
_one_at_a_time = Lock()


def compiled(function: _Function) -> _Function:
    """Compile a function on its first call; keep the result on disk; let other threads run meanwhile.

    Multiply-add may be one instruction, which rounds once instead of twice; sums keep their order.
    """
    if not FAST:
        return function
    _waiting.append(function)

    @wraps(function)
    def first(*given: Any) -> Any:
        if function not in _machine_code:
            _hand_over()
        return _machine_code[function](*given)

    return cast(_Function, first)


def _hand_over() -> None:
    """Give all functions to Numba, also under the names by which they call each other."""
    with _one_at_a_time:
        njit = import_module("numba").njit
        for function in _waiting:
            code = njit(cache=True, nogil=True, fastmath={"contract"}, error_model="numpy")(function)
            function.__globals__[function.__name__] = _machine_code[function] = code
        _waiting.clear()
