"""The only place that knows of Numba, which is optional (`pip install samenspel[snel]`).

Without it `compiled` leaves a function as it is: correct, but slow, so the NumPy engine takes over.
"""

from collections.abc import Callable
from typing import Any, TypeVar, cast

try:
    import numba
except ImportError:
    numba = None

FAST = numba is not None
"""Whether functions are compiled to machine code."""

_Function = TypeVar("_Function", bound=Callable[..., Any])


def compiled(function: _Function) -> _Function:
    """Compile a function on its first call; keep the result on disk; let other threads run meanwhile.

    Multiply-add may be one instruction, which rounds once instead of twice; sums keep their order.
    """
    if numba is None:
        return function
    return cast(_Function, numba.njit(cache=True, nogil=True, fastmath={"contract"}, error_model="numpy")(function))
