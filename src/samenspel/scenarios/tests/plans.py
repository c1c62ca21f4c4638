"""A plan around the household of `households.tests.cast`, with three ways to go on."""

from datetime import date

from samenspel.scenarios.rules.plan import PlanFile

ON = date(2026, 11, 22)

PLAN = PlanFile.model_validate(
    {
        "plans": [
            {
                "key": "rust",
                "status": "plan",
                "started_on": "2026-11-01",
                "months": 24,
                "words": ["w1"],
                "knot": "De huurschuld houdt alles tegen.",
                "knot_kind": "money",
                "first_step": "Eerst de huur.",
            }
        ],
        "options": [
            {"key": "zo", "plan": "rust", "title": "Zo doorgaan", "kind": "as_now"},
            {"key": "huur", "plan": "rust", "title": "De huur in één keer", "fund": "doorbraakfonds"},
            {"key": "minder", "plan": "rust", "title": "Minder hulp", "kind": "other"},
        ],
        "edits": [
            {
                "key": "betaal",
                "option": "huur",
                "kind": "pay",
                "on": "2026-12-01",
                "title": "Huurschuld",
                "payer": "municipality",
                "price_cents": 600000,
                "price_year": 2026,
                "price_concept": "invoice",
                "price_source": "brief van de verhuurder",
                "domains": ["money", "housing"],
            },
            {
                "key": "rustig",
                "option": "huur",
                "kind": "event",
                "on": "2026-12-01",
                "event": "eviction",
                "odds": 0.5,
            },
            {"key": "stop", "option": "minder", "kind": "stop", "on": "2026-12-15", "help": "therapie"},
        ],
        "beliefs": [
            {
                "key": "huis-uit",
                "plan": "rust",
                "about": "event.eviction.chance",
                "low": 0.03,
                "mid": 0.11,
                "high": 0.28,
                "source": "verhuurder: 14 van 130 huurders",
                "confidence": 6,
                "entered_by": "Lia",
            }
        ],
        "grounds": [
            {
                "key": "bijzonder",
                "option": "huur",
                "basis": "bwbr0015703-35-lid-1",
                "decision_form": "bijzondere bijstand",
                "argument": "De kosten zijn nodig en bijzonder.",
                "counter_argument": "Schulden betalen mag in principe niet.",
            }
        ],
        "judgements": [
            {
                "key": "mag",
                "option": "huur",
                "side": "legitimacy",
                "author": "Lia",
                "on": "2026-11-20",
                "answer": "Ja, als bijzondere bijstand.",
                "score": 3,
            }
        ],
    }
)
