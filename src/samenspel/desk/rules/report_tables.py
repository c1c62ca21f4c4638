"""The tables of the report: goals, agreements, actions, decisions, and every amount with its source."""

from typing import Any

from samenspel.desk.rules.costs import HelpCosts, PayerCost, cost_summary, costs_page
from samenspel.desk.rules.overview_plan import (
    actions_section,
    agreements_section,
    decisions_section,
    goals_section,
)
from samenspel.desk.rules.overview_table import Section
from samenspel.desk.rules.scene import Scene

YEAR = "jaar"


def plan_sections(scene: Scene) -> list[Section]:
    """Goals, agreements, actions and decisions, as far as the reader may see them."""
    made = {
        "goals": goals_section,
        "agreements": agreements_section,
        "actions": actions_section,
        "decisions": decisions_section,
    }
    return [make(scene) for name, make in made.items() if name in scene.tables]


def costs_table(scene: Scene) -> dict[str, Any] | None:
    """The last twelve months by payer and line of help, each with where the amount comes from."""
    summary = cost_summary(scene)
    if summary is None:
        return None
    page = costs_page(scene, YEAR)
    return {
        "title": scene.said("Wat kost het, en hoe weten we dat?", "What does it cost, and how do we know?"),
        "said": [one for one in (summary.sentence, summary.basis, summary.unknown) if one],
        "heads": [
            scene.said("Hulp", "Help"),
            scene.said("Laatste 12 maanden", "Last 12 months"),
            scene.said("Bereik", "Range"),
            scene.said("Waar dit bedrag vandaan komt", "Where this amount comes from"),
        ],
        "payers": [_payer(scene, one) for one in page.payers],
    }


def _payer(scene: Scene, found: PayerCost) -> dict[str, Any]:
    return {
        "name": found.name,
        "mid": found.amount.mid,
        "span": found.amount.span,
        "share": found.share,
        "helps": [
            {
                "title": one.title,
                "mid": one.amount.mid if one.amount else scene.said("niet bekend", "not known"),
                "span": one.amount.span if one.amount else "",
                "from": where_from(scene, one),
            }
            for one in found.helps
        ],
    }


def where_from(scene: Scene, found: HelpCosts) -> str:
    """The bills and the price side by side, and how the newest month was calculated."""
    said = []
    if found.declared:
        said.append(
            scene.said(
                f"Rekeningen {found.declared}, volgens de prijs {found.tariff}.",
                f"Bills {found.declared}, by the price {found.tariff}.",
            )
        )
    if found.unknown:
        said.append(f"{found.unknown[:1].upper()}{found.unknown[1:]}.")
    newest = next((one for one in found.months if one.amount is not None), None)
    if newest is not None:
        said.append(f"{newest.month[:1].upper()}{newest.month[1:]}: {' '.join(newest.sentences)}")
    return " ".join(said)
