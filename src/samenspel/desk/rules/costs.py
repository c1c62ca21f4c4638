"""What the help costs, in words: who pays how much, where that comes from, and every amount opened."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from rekenmodel.costs import Basis, CostEntry, HelpCost, explain
from rekenmodel.values import Band, Month, Payer, euros, month_name, payer_name
from samenspel.desk.rules.cost_chart import payer_said, span_said
from samenspel.desk.rules.scene import Scene, sentence_case

YEAR = "jaar"
AHEAD = "straks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An amount as said, with its range; none when it is exact."""

    mid: str
    span: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CostSummary:
    """The sentences under the timeline, and the payers as a table."""

    payers: tuple[tuple[str, Amount], ...]
    total: Amount
    sentence: str
    basis: str
    unknown: str
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCost:
    """What one line of help cost in one month, with the sentences that open it; amount None: not known."""

    month: str
    amount: Amount | None
    basis: str
    forecast: bool
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpCosts:
    """One line of help over the asked months; declared and tariff side by side where there are bills."""

    key: str
    title: str
    amount: Amount | None
    declared: str
    tariff: str
    unknown: str
    months: tuple[MonthCost, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PayerCost:
    """One payer with what it pays for."""

    name: str
    amount: Amount
    share: str
    helps: tuple[HelpCosts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Months that can be asked for; `here` when these are the ones shown."""

    key: str
    title: str
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CostsPage:
    """Every euro of the asked months."""

    title: str
    spans: tuple[Span, ...]
    total: Amount
    payers: tuple[PayerCost, ...]


def cost_summary(scene: Scene) -> CostSummary | None:
    """The costs of the last twelve months; None when the reader may not see them."""
    if "declarations" not in scene.tables:
        return None
    year = scene.picture.year
    payers = tuple((payer_said(scene, row.payer), amount(scene, row.amount)) for row in year.rows)
    return CostSummary(
        payers=payers,
        total=amount(scene, year.total),
        sentence=_sentence(scene),
        basis=_basis(scene),
        unknown=_unknown(scene, year.unknown),
        year=year.total.price_year or scene.on.year,
    )


def amount(scene: Scene, band: Band) -> Amount:
    """An amount with its range; what was billed has none."""
    span = "" if band.low == band.high else span_said(scene, band, scene.said("tot", "to"))
    return Amount(mid=euros(band.mid, scene.language), span=span)


def _sentence(scene: Scene) -> str:
    """The yearly cost by payer with its range: one of the six facts."""
    year = scene.picture.year
    if not scene.file.help:
        return scene.said("Er is nog geen hulp bekend.", "No help is known yet.")
    if not year.rows:
        return scene.said(
            "Van deze hulp weten we nog niet wat zij kost.", "We do not know yet what this help costs."
        )
    whole, last = amount(scene, year.total), _last_month(scene)
    span = f" ({whole.span})" if whole.span else ""
    each = scene.listed(
        f"{scene.say(payer_name(row.payer))} {euros(row.amount.mid, scene.language)}" for row in year.rows
    )
    return scene.said(
        f"In twaalf maanden, tot en met {last}, kostte alle hulp samen {whole.mid}{span}: {each}.",
        f"In twelve months, up to and including {last}, all help together cost {whole.mid}{span}: {each}.",
    )


def _last_month(scene: Scene) -> str:
    """The last month that counts, which is counted whole: november."""
    return month_name(Month.of(scene.on), scene.language).split()[0]


def _basis(scene: Scene) -> str:
    """Which part comes from bills, from tariffs and from estimates."""
    shares = scene.picture.year.shares
    years = sorted(
        {
            line.rate.price.price_year
            for line in scene.picture.costs.lines
            if line.rate and line.rate.price.price_year
        }
    )
    span = f" ({years[0]} {scene.said('tot', 'to')} {years[-1]})" if len(years) > 1 else ""
    said = {
        Basis.INVOICE: scene.said("uit rekeningen", "from bills"),
        Basis.TARIFF: scene.said(f"uit tarieven{span}", f"from tariffs{span}"),
        Basis.ESTIMATE: scene.said("geschat", "estimated"),
    }
    parts = [
        f"{round(shares[basis] * 100)}% {words}"
        for basis, words in said.items()
        if round(shares[basis] * 100)
    ]
    if not parts:
        return ""
    return scene.said(
        f"Waar komt het vandaan? {', '.join(parts)}. Daarom staat er een bereik bij.",
        f"Where does it come from? {', '.join(parts)}. That is why there is a range.",
    )


def _unknown(scene: Scene, helps: tuple[HelpCost, ...]) -> str:
    if not helps:
        return ""
    names = scene.listed(f"“{one.title}”" for one in helps[:4])
    lines = scene.said(
        scene.count(len(helps), "vorm van hulp", "vormen van hulp"),
        scene.count(len(helps), "line of help", "lines of help"),
    )
    more = scene.said(" en andere", " and others") if len(helps) > 4 else ""
    return scene.said(
        f"Van {lines} weten we niet wat zij kosten: {names}{more}. Die tellen niet mee.",
        f"Of {lines} we do not know the cost: {names}{more}. These do not count.",
    )


def costs_page(scene: Scene, asked: str) -> CostsPage:
    """Every amount of the asked months, by payer and line of help; the last twelve months by default."""
    spans = spans_of(scene)
    key = asked if asked in spans else YEAR
    months = spans[key]
    entries = [one for one in scene.picture.costs.entries if one.month in months]
    total = _total(scene, entries)
    by_payer: dict[Payer | None, list[CostEntry]] = {}
    for one in entries:
        by_payer.setdefault(one.payer, []).append(one)
    payers = [_payer(scene, payer, mine, total) for payer, mine in by_payer.items()]
    return CostsPage(
        title=_span_title(scene, key),
        spans=tuple(Span(key=one, title=_span_title(scene, one), here=one == key) for one in spans),
        total=amount(scene, total),
        payers=tuple(payer for _, payer in sorted(payers, key=lambda one: -one[0])),
    )


def spans_of(scene: Scene) -> dict[str, frozenset[Month]]:
    """What can be asked for: the last twelve months, each year, and what is ahead."""
    months, now = scene.picture.costs.months, Month.of(scene.on)
    spans = {YEAR: frozenset(scene.picture.year.months)}
    for year in sorted({month.year for month in months}, reverse=True):
        spans[str(year)] = frozenset(month for month in months if month.year == year and month <= now)
    spans[AHEAD] = frozenset(month for month in months if month > now)
    return {key: found for key, found in spans.items() if found}


def _span_title(scene: Scene, key: str) -> str:
    said = {
        YEAR: scene.said(
            f"Twaalf maanden, tot en met {_last_month(scene)}",
            f"Twelve months, up to and including {_last_month(scene)}",
        ),
        AHEAD: scene.said("Als er niets verandert", "If nothing changes"),
    }
    return said.get(key, key)


def _total(scene: Scene, entries: Iterable[CostEntry]) -> Band:
    found = (one.amount for one in entries if one.amount is not None)
    return Band.total(found, scene.picture.costs.price_year)


def _payer(
    scene: Scene, payer: Payer | None, mine: list[CostEntry], total: Band
) -> tuple[Decimal, PayerCost]:
    sum_of = _total(scene, mine)
    share = round(sum_of.mid / total.mid * 100) if total.mid > 0 else 0
    keys = dict.fromkeys(one.help.key for one in mine)
    sums = {key: _total(scene, (one for one in mine if one.help.key == key)).mid for key in keys}
    dearest = sorted(keys, key=lambda key: -sums[key])
    helps = [_help(scene, [one for one in mine if one.help.key == key]) for key in dearest]
    name = sentence_case(scene.say(payer_name(payer)))
    return sum_of.mid, PayerCost(
        name=name, amount=amount(scene, sum_of), share=f"{share}%", helps=tuple(helps)
    )


def _help(scene: Scene, entries: list[CostEntry]) -> HelpCosts:
    known = [one for one in entries if one.amount is not None]
    billed = [one for one in entries if one.bills]
    without = len(entries) - len(known)
    return HelpCosts(
        key=entries[0].help.key,
        title=entries[0].help.title,
        amount=amount(scene, _total(scene, known)) if known else None,
        declared=euros(_total(scene, billed).mid, scene.language) if billed else "",
        tariff=_tariff(scene, billed),
        unknown=scene.said(
            scene.count(without, "maand niet bekend", "maanden niet bekend"),
            scene.count(without, "month not known", "months not known"),
        )
        if without
        else "",
        months=tuple(_month(scene, one) for one in reversed(entries)),
    )


def _tariff(scene: Scene, billed: list[CostEntry]) -> str:
    """What price times quantity gives for the billed days; a dash when no price is known."""
    found = [one.tariff_amount for one in billed if one.tariff_amount is not None]
    if not billed:
        return ""
    if not found:
        return scene.said("geen prijs bekend", "no price known")
    return euros(sum((one.mid for one in found), Decimal(0)), scene.language)


def _month(scene: Scene, entry: CostEntry) -> MonthCost:
    basis = {
        Basis.INVOICE: scene.said("rekening", "bill"),
        Basis.TARIFF: scene.said("tarief", "tariff"),
        Basis.ESTIMATE: scene.said("geschat", "estimated"),
        Basis.UNKNOWN: scene.said("niet bekend", "not known"),
    }
    return MonthCost(
        month=month_name(entry.month, scene.language),
        amount=amount(scene, entry.amount) if entry.amount is not None else None,
        basis=basis[entry.basis],
        forecast=entry.forecast,
        sentences=tuple(scene.say(sentence) for sentence in explain(entry)),
    )
