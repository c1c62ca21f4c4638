"""The only place that knows of Numba, which is optional (`pip install samenspel[snel]`).

Without it `compiled` leaves a function as it is: correct, but slow, so the NumPy engine takes over.
"""

from collections.abc import Callable
from typing import Any, TypeVar, cast

_njit: Any
try:
    from numba import njit as _njit
except ImportError:
    _njit = None

FAST = _njit is not None
"""Whether functions are compiled to machine code."""

_Function = TypeVar("_Function", bound=Callable[..., Any])


def compiled(function: _Function) -> _Function:
    """Compile a function on its first call; keep the result on disk; let other threads run meanwhile.

    Multiply-add may be one instruction, which rounds once instead of twice; sums keep their order.
    """
    if _njit is None:
        return function
    return cast(
        _Function, _njit(cache=True, nogil=True, fastmath={"contract"}, error_model="numpy")(function)
    )
