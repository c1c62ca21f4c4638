"""The overview of the help per life domain and of what it costs, as tables."""

from datetime import date
from decimal import Decimal

from rekenmodel.costs import Basis
from rekenmodel.signals.days import domains_in_use
from rekenmodel.values import LifeDomain, euros, month_name, number, payer_name
from samenspel.desk.rules.cost_chart import span_said
from samenspel.desk.rules.help_table import often
from samenspel.desk.rules.overview_table import Line, Section, Table
from samenspel.desk.rules.scene import Scene, sentence_case
from samenspel.desk.rules.timeline import course
from samenspel.households.rules.record import Help


def help_section(scene: Scene) -> Section:
    """The help that runs or is waited for, by life domain, with the domains where nobody helps."""
    rows = scene.active + scene.waiting
    lines: list[Line] = []
    for domain in (*LifeDomain, None):
        found = [row for row in rows if (row.domains[0] if row.domains else None) is domain]
        title = (
            sentence_case(scene.domain(domain)) if domain else scene.said("Nog geen gebied", "No domain yet")
        )
        for place, row in enumerate(found):
            lines.append(help_line(scene, row, title if place == 0 else ""))
        if domain and not any(domain in row.domains for row in rows) and _in_use(scene, domain):
            lines.append(Line((title, scene.said("niemand helpt", "nobody helps"), "", "", ""), "gap"))
    heads = (
        scene.said("Leefgebied", "Life domain"),
        scene.said("Hulp", "Help"),
        scene.said("Wie", "Who"),
        scene.said("Sinds en tot", "Since and until"),
        scene.said("Hoeveel, en betaler", "How much, and payer"),
    )
    return Section(
        title=scene.said("Hulp per leefgebied", "Help per life domain"),
        said=(f"{course(scene)} {load_said(scene)}".strip(),),
        tables=(Table(heads=heads, lines=tuple(lines)),),
    )


def help_line(scene: Scene, row: Help, title: str) -> Line:
    """One line of help that runs or is waited for."""
    who, where = scene.name(scene.helper(row)), scene.organisation(row)
    payer = "" if row.supporter else scene.say(payer_name(None if row.payer_disputed else row.payer))
    return Line(
        (
            title,
            lines_of(row.title, scene.for_whom(row)),
            lines_of(who, "" if where == who else where),
            lines_of(since_said(scene, row), until_said(scene, row)),
            lines_of(often(scene, row), sentence_case(payer)),
        )
    )


def lines_of(*parts: str) -> str:
    """The parts that say something, below each other."""
    return "\n".join(filter(None, parts))


def since_said(scene: Scene, row: Help) -> str:
    """Since when help runs, or since when somebody waits for it."""
    if row in scene.waiting and row.waiting_since is not None:
        when = short(scene, row.waiting_since)
        return scene.said(f"wacht sinds {when}", f"waits since {when}")
    return short(scene, row.since) if row.since else ""


def until_said(scene: Scene, row: Help) -> str:
    """Until when help runs, as far as that is agreed."""
    if row in scene.waiting:
        return ""
    end = row.until or row.planned_end
    if end is None:
        return scene.said("blijft", "stays") if row.stays else scene.said("geen einddatum", "no end date")
    return scene.said("tot ", "until ") + short(scene, end)


def short(scene: Scene, when: date) -> str:
    """A day with a short month, that does not break."""
    return scene.short_day(when).replace(" ", "\u00a0")


def load_said(scene: Scene) -> str:
    """How many people and organisations, and what they ask of the household each week."""
    load = scene.picture.load
    if not load.helpers and not load.organisations:
        return ""
    contacts = number(load.contacts_per_week, scene.language, _digits(load.contacts_per_week))
    hours = number(load.hours_per_week, scene.language, _digits(load.hours_per_week))
    many = scene.said(
        f"{load.helpers} {'mens' if load.helpers == 1 else 'mensen'} en {load.organisations} "
        f"{'organisatie' if load.organisations == 1 else 'organisaties'}",
        f"{load.helpers} {'person' if load.helpers == 1 else 'people'} and {load.organisations} "
        f"{'organisation' if load.organisations == 1 else 'organisations'}",
    )
    each = scene.said(
        f": {contacts} keer contact en {hours} uur per week",
        f": {contacts} contacts and {hours} hours a week",
    )
    return f"{many}{each if load.contacts_per_week or load.hours_per_week else ''}."


def costs_section(scene: Scene) -> Section:
    """What the last twelve months cost, per payer with its range."""
    year, total = scene.picture.year, scene.picture.year.total
    between = scene.said("en", "and")
    lines = [
        Line(
            (
                sentence_case(scene.say(payer_name(row.payer))),
                euros(row.amount.mid, scene.language),
                span_said(scene, row.amount, between),
                percent(row.share),
            ),
            "" if row.payer else "double",
        )
        for row in year.rows
    ]
    if lines:
        whole = scene.said("Samen", "Together")
        lines.append(
            Line(
                (
                    whole,
                    euros(total.mid, scene.language),
                    span_said(scene, total, between),
                    percent(Decimal(1)),
                )
            )
        )
    heads = (
        scene.said("Betaler", "Payer"),
        scene.said("Laatste 12 maanden", "Last 12 months"),
        scene.said("Tussen", "Between"),
        scene.said("Deel", "Share"),
    )
    return Section(
        title=scene.said("Kosten per betaler", "Costs per payer"),
        said=costs_said(scene),
        tables=(Table(heads=heads, lines=tuple(lines), numbers=frozenset({1, 2, 3})),),
    )


def costs_said(scene: Scene) -> tuple[str, ...]:
    """What the amounts rest on, what is missing in them, the dearest month, and what goes on."""
    seen, said = scene.picture, []
    if not seen.year.rows:
        said.append(
            scene.said("Van deze hulp is nog geen prijs bekend.", "No price of this help is known yet.")
        )
    else:
        said.append(basis_said(scene))
    if seen.year.unknown:
        titles = scene.listed(one.title for one in seen.year.unknown)
        said.append(
            scene.said(f"Niet bekend wat dit kost: {titles}.", f"Not known what this costs: {titles}.")
        )
    if seen.peak:
        month, band = seen.peak
        when, amount = month_name(month, scene.language), euros(band.mid, scene.language)
        said.append(
            scene.said(f"De duurste maand was {when}: {amount}.", f"The dearest month was {when}: {amount}.")
        )
    if seen.run_rate.amount.mid > 0:
        amount = euros(seen.run_rate.amount.mid, scene.language)
        said.append(
            scene.said(
                f"Als er niets verandert, kost de hulp {amount} per maand.",
                f"If nothing changes, the help costs {amount} per month.",
            )
        )
    return tuple(said)


def basis_said(scene: Scene) -> str:
    """Where the amounts come from, in parts of a hundred, and in euros of which year."""
    shares = scene.picture.year.shares
    parts = {
        Basis.INVOICE: scene.said("uit rekeningen", "from bills"),
        Basis.TARIFF: scene.said("uit tarieven", "from tariffs"),
        Basis.ESTIMATE: scene.said("geschat", "estimated"),
    }
    listed = scene.listed(
        f"{percent(shares[basis])} {name}" for basis, name in parts.items() if shares[basis] > 0
    )
    year = scene.picture.costs.price_year
    return scene.said(
        f"Bedragen in euro’s van {year}: {listed}. Zonder uitkeringen: dat is inkomen.",
        f"Amounts in euros of {year}: {listed}. Without benefits: those are income.",
    )


def percent(share: Decimal) -> str:
    """A share as whole per cents."""
    return f"{share:.0%}"


def _digits(value: Decimal) -> int:
    return 0 if value == value.to_integral() else 1


def _in_use(scene: Scene, domain: LifeDomain) -> bool:
    return domain in domains_in_use(scene.picture.situation)
