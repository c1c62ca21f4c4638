"""Two to five scenarios beside each other, in one call: `compare`.

The trajectory says what happens in each draw, the ladders what that is worth to whom, and sensitivity what is
worth finding out before deciding.
"""

from rekenmodel.comparison.compare import compare
from rekenmodel.comparison.result import Alternative, Compared, Perspective, Spread, WorthLine
from rekenmodel.comparison.scenario_file import Asked, read_scenario_file, scenario_of
from rekenmodel.comparison.words import headline, knowing, sentences, unpriced
from rekenmodel.comparison.worth import LADDERS_VERSION, DomainLadder, load_ladders

__all__ = [
    "LADDERS_VERSION",
    "Alternative",
    "Asked",
    "Compared",
    "DomainLadder",
    "Perspective",
    "Spread",
    "WorthLine",
    "compare",
    "headline",
    "knowing",
    "load_ladders",
    "read_scenario_file",
    "scenario_of",
    "sentences",
    "unpriced",
]
