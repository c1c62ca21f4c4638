"""The report as a PDF, set by typst. The texts go to it as data, so that nothing in them can be a command."""

import json
from calendar import timegm
from pathlib import Path
from typing import Any

import typst

from samenspel.desk.rules.overview_table import shown
from samenspel.desk.rules.report_content import Made, Paper, content
from samenspel.desk.rules.scene import Scene

DATA = Path(__file__).resolve().parent.parent / "data"


def report_pdf(scene: Scene, made: Made, paper: Paper) -> bytes:
    """Return the report, tagged for screen readers; the same scene, day and maker give the same bytes."""
    given = json.dumps(plain(content(scene, made, paper)), ensure_ascii=False)
    return typst.compile(
        str(DATA / "report.typ"),
        font_paths=[str(DATA / "fonts")],
        ignore_system_fonts=True,
        sys_inputs={"report": given},
        format="pdf",
        timestamp=timegm(made.on.timetuple()),
    )


def plain(value: Any) -> Any:
    """The same values without marks that no paper and no drawing can show."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list | tuple) else value
