"""What help brings, for whom: from what we do to what it means, with how sure each step is."""

from dataclasses import dataclass

from rekenmodel.signals import Code, SubjectKind
from rekenmodel.values import LifeDomain, Month, month_name
from samenspel.desk.rules.scene import Scene, months_between, sentence_case
from samenspel.desk.rules.signal_list import Place
from samenspel.households.rules.codes import EVIDENCE_TEXTS, EffectLayer
from samenspel.households.rules.record import Effect, Help

SHOWN = 8
LAYERS = tuple(EffectLayer)
DEAD, EXPECTED = "dead", "assumption"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: what it is, a line under it, and how sure the way to it is (nothing for the help itself)."""

    what: str
    line: str = ""
    evidence: str = ""
    evidence_said: str = ""
    empty: bool = False
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """One line of help with a list of steps per layer."""

    help: Step
    layers: tuple[tuple[Step, ...], ...]

    @property
    def reach(self) -> int:
        """How many layers are described."""
        return sum(any(not step.empty for step in steps) for steps in self.layers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chains:
    """The chains that reach furthest, and the others."""

    first: tuple[Chain, ...]
    others: tuple[Chain, ...]


def chains_of(scene: Scene) -> Chains:
    """A chain for each line of help that runs or has effects written down, and for each gap."""
    described = {row.help for row in scene.file.effects}
    rows = [row for row in scene.file.help if row.key in scene.active_keys or row.key in described]
    effects: dict[str, list[Effect]] = {row.key: [] for row in scene.file.help}
    for effect in scene.file.effects:
        effects[effect.help].append(effect)
    chains = sorted((_chain(scene, row, effects[row.key]) for row in rows), key=lambda chain: -chain.reach)
    full = [chain for chain in chains if chain.reach > 1]
    rest = [chain for chain in chains if chain.reach <= 1]
    gaps = _gaps(scene)
    described_first = full[: max(SHOWN - len(gaps) - 1, 1)]
    room = max(SHOWN - len(gaps) - len(described_first), 0)
    first = [*described_first, *rest[:room], *gaps]
    return Chains(first=tuple(first), others=(*full[len(described_first) :], *rest[room:]))


def _chain(scene: Scene, row: Help, effects: list[Effect]) -> Chain:
    layers: list[tuple[Step, ...]] = []
    for layer in LAYERS:
        steps = tuple(_step(scene, one) for one in effects if one.layer is layer)
        if not steps and layer is EffectLayer.RESULT and row.expected_effect:
            steps = (_expected(scene, row),)
        if not steps:
            more = any(one.layer in LAYERS[len(layers) :] for one in effects)
            layers.append((_nothing(scene, row, layer),))
            if not more:
                break
            continue
        layers.append(steps)
    return Chain(help=_help(scene, row), layers=tuple(layers))


def _help(scene: Scene, row: Help) -> Step:
    whom, by = scene.for_whom(row), scene.name(scene.helper(row))
    line = ", ".join(
        filter(
            None,
            (
                scene.said(f"voor {whom}", f"for {whom}") if whom else "",
                scene.said(f"door {by}", f"by {by}") if by else "",
            ),
        )
    )
    if row.key not in scene.active_keys and row.until is not None:
        line += scene.said(f", tot {scene.day(row.until)}", f", until {scene.day(row.until)}")
    return Step(what=row.title, line=line, place=Place("help", row.key))


def _step(scene: Scene, row: Effect) -> Step:
    whom = scene.said(f"voor {row.for_whom}", f"for {row.for_whom}") if row.for_whom else ""
    month = month_name(Month.of(row.by), scene.language) if row.by else ""
    by = scene.said(f"in {month}", f"in {month}") if month and not row.note else ""
    line = ", ".join(filter(None, (whom, by)))
    return Step(
        what=row.title,
        line=f"{row.note} {sentence_case(line)}" if row.note else line,
        evidence=row.evidence.value,
        evidence_said=scene.say(EVIDENCE_TEXTS[row.evidence]),
        place=Place("effects", row.key),
    )


def _expected(scene: Scene, row: Help) -> Step:
    """What the help itself says it should bring."""
    return Step(
        what=row.expected_effect.rstrip("."),
        line=scene.said("zo staat het bij de hulp", "as it stands with the help"),
        evidence=EXPECTED,
        evidence_said=scene.said("verwacht", "expected"),
        place=Place("help", row.key, field="expected_effect"),
    )


def _nothing(scene: Scene, row: Help, layer: EffectLayer) -> Step:
    """Where the line runs dead."""
    line = ""
    if layer is EffectLayer.RESULT and row.since is not None:
        months = months_between(row.since, scene.on)
        line = scene.said(
            f"{months} {'maand' if months == 1 else 'maanden'} hulp, nog geen afgesproken resultaat",
            f"{months} {'month' if months == 1 else 'months'} of help, no agreed result yet",
        )
    return Step(
        what=scene.said("Nog niet beschreven", "Not described yet"),
        line=line,
        evidence=DEAD,
        evidence_said=scene.said("loopt dood", "runs dead"),
        empty=True,
        place=Place("effects", preset=(("help", row.key), ("layer", layer.value))),
    )


def _gaps(scene: Scene) -> list[Chain]:
    """What nobody helps with, as a chain that begins empty."""
    found = []
    for signal in scene.picture.signals:
        domains = signal.keys(SubjectKind.DOMAIN)
        if signal.code is not Code.GAP_PROBLEM or not domains:
            continue
        where = scene.domain(LifeDomain(domains[0]))
        goals = [row for row in scene.file.goals if row.key in signal.keys(SubjectKind.GOAL)]
        steps = tuple(
            Step(what=row.title, line=row.own_words and f"“{row.own_words}”", place=Place("goals", row.key),
                 evidence=EXPECTED, evidence_said=scene.said("doel", "goal"))
            for row in goals
        )  # fmt: skip
        empty = Step(
            what=scene.said(f"Nog geen hulp bij {where}", f"No help with {where} yet"),
            line=scene.said("door niemand", "by nobody"),
            empty=True,
            place=Place("help", preset=(("domains", domains[0]),)),
        )
        found.append(Chain(help=empty, layers=(steps,) if steps else ()))
    return found
