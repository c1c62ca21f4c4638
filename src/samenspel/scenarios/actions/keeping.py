"""Keeping a run with all that is needed to make it again, and making it again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from rekenmodel.trajectory import FAST
from samenspel.access.actions import note_allowed, require
from samenspel.access.rules import Act, Kind
from samenspel.accounts.models import User
from samenspel.scenarios.models import ListVersion, Run
from samenspel.scenarios.queries import basis_at, run_of
from samenspel.scenarios.rules.asking import from_input, to_input
from samenspel.scenarios.rules.case import Asked, make
from samenspel.scenarios.rules.codes import ListKind
from samenspel.scenarios.rules.outcome import Outcome
from samenspel.scenarios.rules.running import LIBRARY, Progress, run


class NotRepeatedError(Exception):
    """A run cannot be made again here: it was made with another engine or another version of the library."""

    def __init__(self, was: str, here: str) -> None:
        super().__init__(f"{was} / {here}")
        self.was = was
        self.here = here


def keep_run(*, by: User, at: datetime, household_id: str, plan: str, asked: Asked, outcome: Outcome) -> UUID:
    """Keep a run as it is, with what was asked; return its number. It is never changed afterwards."""
    held = require(by, household_id, Kind.SCENARIO, Act.WRITE, at=at, subject="doorrekening bewaren")
    recipe = outcome.recipe
    with transaction.atomic():
        kept = Run.objects.create(
            id=uuid4(),
            household_id=household_id,
            plan=plan,
            at=at,
            by_id=by.pk,
            by_name=by.display_name,
            seed=recipe.seed,
            draws=recipe.draws,
            versions={
                **recipe.versions,
                "library": recipe.library,
                "engine": recipe.engine,
                "numpy": recipe.numpy,
            },
            inputs=to_input(asked),
            results=outcome.model_dump(mode="json"),
        )
        note_allowed(held, Kind.SCENARIO, Act.WRITE, at=at, subject=f"doorrekening bewaard: {kept.pk}")
    return kept.pk


@dataclass(frozen=True, slots=True)
class Repeated:
    """A run that was made again: what was kept, what came out now, and whether they are equal to the bit."""

    kept: Outcome
    again: Outcome

    @property
    def same(self) -> bool:
        """Whether every number is the same."""
        return self.kept == self.again


def repeat_run(
    user: User, household_id: str, run_id: UUID, *, at: datetime, progress: Progress | None = None
) -> Repeated:
    """Make a kept run again from its own inputs, seed and versions; only the journal is written."""
    kept = run_of(user, household_id, run_id, at=at)
    if kept.versions["library"] != LIBRARY:
        raise NotRepeatedError(kept.versions["library"], LIBRARY)
    was = Outcome.model_validate(kept.results)
    network_id = kept.household.network_id
    numbers = {kind: int(kept.versions[kind].rpartition(" ")[2]) for kind in ListKind}
    versions = {
        kind: ListVersion.objects.get(network_id=network_id, kind=kind, number=number)
        for kind, number in numbers.items()
        if number
    }
    lists = basis_at(versions)
    fast = was.recipe.engine == "lanes"
    if fast and not FAST:
        raise NotRepeatedError(was.recipe.engine, "numpy")
    again = run(
        make(from_input(kept.inputs), lists), lists, was.recipe.seed, was.recipe.draws, fast, progress
    )
    return Repeated(was, again)
