"""The report for whoever decides as a PDF, set by typst. Texts go to it as data, never as commands."""

import json
from calendar import timegm
from pathlib import Path

import typst

from samenspel.desk.rules.report_pdf import DATA as DESK_DATA
from samenspel.scenarios.rules.report_content import ReportInput, content

TEMPLATE = Path(__file__).resolve().parent.parent / "data" / "decision.typ"


def decision_pdf(given: ReportInput) -> bytes:
    """Return the report, tagged for screen readers; the same input gives the same bytes."""
    return typst.compile(
        str(TEMPLATE),
        font_paths=[str(DESK_DATA / "fonts")],
        ignore_system_fonts=True,
        sys_inputs={"report": json.dumps(content(given), ensure_ascii=False)},
        format="pdf",
        timestamp=timegm(given.made_on.timetuple()),
    )
