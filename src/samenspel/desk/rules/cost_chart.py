"""The costs under the timeline: per month and per payer, with the highest month and what goes on."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from rekenmodel.costs import monthly_by_payer
from rekenmodel.values import Band, Month, Payer, euros, month_name, payer_name
from samenspel.desk.drawings.timeline_picture import Costs, PayerCosts
from samenspel.desk.rules.scene import Scene, in_sentence, sentence_case

NAMED_IN_PEAK = 2


def costs_of(scene: Scene) -> Costs | None:
    """The costs per month with what is said beside them; None when unknown, or not for this reader."""
    seen = scene.picture
    if "declarations" not in scene.tables or seen.peak is None:
        return None
    months = [month for month in seen.costs.months if month <= Month.of(seen.on)]
    table = monthly_by_payer(seen.costs)
    payers = {payer for month in months for payer, band in table[month].items() if band.mid > 0}
    sums: dict[Payer | None, Decimal] = {row.payer: row.amount.mid for row in seen.year.rows}
    total = seen.year.total
    return Costs(
        first=months[0].first_day,
        payers=tuple(
            PayerCosts(
                payer=payer,
                name=payer_said(scene, payer),
                amount=_paid(scene, sums.get(payer, Decimal(0))),
                months=tuple(
                    float(table[month][payer].mid) if payer in table[month] else 0.0 for month in months
                ),
            )
            for payer in sorted(payers, key=lambda one: (-sums.get(one, Decimal(0)), one or ""))
        ),
        head=(scene.said("Kosten", "Costs"), scene.said("per maand", "per month")),
        peak=_peak(scene, *seen.peak),
        forecast_amount=float(seen.run_rate.amount.mid) if seen.run_rate.amount.mid > 0 else None,
        forecast=_forecast(scene),
        legend_title=scene.said("Laatste 12 maanden", "Last 12 months"),
        total=(scene.said("Samen", "Together"), _euros(scene, total.mid)),
        span=(scene.said("tussen", "between"), span_said(scene, total, scene.said("en", "and"))),
        thousands=scene.said(".", ","),
    )


def _paid(scene: Scene, amount: Decimal) -> str:
    """What a payer paid in the last twelve months, as the legend says it; earlier when it was before that."""
    return _euros(scene, amount) if amount >= Decimal("0.5") else scene.said("eerder", "earlier")


def payer_said(scene: Scene, payer: Payer | None) -> str:
    """The name of a payer, short enough for the legend."""
    if payer is None:
        return scene.said("Niet duidelijk", "Not clear")
    return sentence_case(scene.say(payer_name(payer)))


def span_said(scene: Scene, band: Band, between: str) -> str:
    """The range of an amount in its first few figures, around it: € 76.000 en € 91.000."""
    low, high = rough(band.low, ROUND_FLOOR), rough(band.high, ROUND_CEILING)
    return f"{_euros(scene, low)} {between} {_euros(scene, high)}"


def rough(amount: Decimal, way: str) -> Decimal:
    """An amount rounded to its first few figures, since a range is never exact."""
    size = abs(amount)
    step = Decimal("1E3") if size >= 10_000 else Decimal("1E2") if size >= 1000 else Decimal("1E1")
    return amount.quantize(step, way)


def _euros(scene: Scene, amount: Decimal) -> str:
    return euros(amount, scene.language)


def _peak(scene: Scene, month: Month, amount: Band) -> tuple[str, str]:
    """The dearest month, and the help that weighed most in it."""
    entries = [one for one in scene.picture.costs.entries if one.month == month and one.amount is not None]
    weights: dict[str, Decimal] = {}
    for entry in entries:
        if entry.amount is not None:
            weights[entry.help.title] = weights.get(entry.help.title, Decimal(0)) + entry.amount.mid
    heaviest = sorted(weights, key=lambda title: (-weights[title], title))[:NAMED_IN_PEAK]
    when = month_name(month, scene.language)
    said = scene.said(f"{_euros(scene, amount.mid)} in {when}:", f"{_euros(scene, amount.mid)} in {when}:")
    return said, scene.listed(in_sentence(title) for title in heaviest)


def _forecast(scene: Scene) -> tuple[str, str]:
    amount = _euros(scene, scene.picture.run_rate.amount.mid)
    return (
        scene.said(f"{amount} per maand", f"{amount} per month"),
        scene.said("als er niets verandert", "if nothing changes"),
    )
