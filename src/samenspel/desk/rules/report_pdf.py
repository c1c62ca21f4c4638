"""The report as a PDF, set by typst. The texts go to it as data, so that nothing in them can be a command."""

import json
from calendar import timegm
from importlib.resources import as_file, files

import typst

from samenspel.desk.rules.report_content import Made, Paper, content
from samenspel.desk.rules.scene import Scene

DATA = files("samenspel.desk") / "data"


def report_pdf(scene: Scene, made: Made, paper: Paper) -> bytes:
    """Return the report; the same scene, day and maker give the same bytes."""
    given = json.dumps(content(scene, made, paper), ensure_ascii=False)
    with as_file(DATA / "fonts") as fonts:
        return typst.compile(
            (DATA / "report.typ").read_bytes(),
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            sys_inputs={"report": given},
            pdf_standards=["ua-1"],
            timestamp=timegm(made.on.timetuple()),
        )
