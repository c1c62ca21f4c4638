"""The model whose sensitivity is measured: a function from inputs by name to results."""

from collections.abc import Callable, Mapping

from rekenmodel.values import RefusedError, Text
from rekenmodel.values.draws import Draws, as_draws

Model = Callable[[Mapping[str, Draws]], Draws]
"""Takes draws by name, each of shape (n,), and returns the result of each draw, shape (n,)."""


def results(model: Model, inputs: Mapping[str, Draws]) -> Draws:
    """Return what the model answers, shape (n,). Raises RefusedError when one answer is no number."""
    return as_draws(model(inputs), Text("Uitkomst van het model", "Result of the model"))


def known(inputs: Mapping[str, object], key: str) -> None:
    """Raise RefusedError when there is no input by this name."""
    if key not in inputs:
        raise RefusedError(
            Text(f"Er is geen invoer “{key}”.", f"There is no input “{key}”."),
        )
