"""What the page "Doorrekenen" shows in the example: muddling on or breaking through; all invented."""

from samenspel.scenarios.rules.shown import (
    Bit,
    DomainRow,
    Event,
    Figures,
    HelpToggle,
    Knob,
    Live,
    PayerRow,
    SavedRun,
    ScenarioColumn,
    ScenarioPage,
    Score,
    Side,
    SourceLine,
    Unknown,
)
from samenspel.scenarios.tests.pictures import COSTS, DOMAIN, DOTS, PAYERS, REACH, TRIANGLE

SOURCES = (
    SourceLine(
        anchor="bron-1",
        name="Kans dat de stap blijft werken",
        value="66 van de 100",
        span="25 tot 96",
        source="Team en gezin schatten samen",
        year="2026",
        confidence="3 van 10",
        weak=True,
        entered_by="Marit Kok",
        steps=("De kans per half jaar, los van elkaar gevraagd.",),
    ),
    SourceLine(
        anchor="bron-2",
        name="Crisisplek, per dag",
        value="€\u00a0163,59",
        span="",
        source="Tarief van de regio",
        year="2024",
        confidence="9 van 10",
        weak=False,
        entered_by="het programma",
    ),
)

FIGURES = Figures(
    answer=(
        Bit(text="Doorbreken kost nu "),
        Bit(text="ongeveer €\u00a033.000 extra", strong=True),
        Bit(text=". Na drie jaar is het "),
        Bit(text="waarschijnlijk goedkoper", strong=True),
        Bit(text=": in 67 van de 100 doorrekeningen. "),
        Bit(text="Het kan uitpakken van €\u00a032.000 duurder tot €\u00a0116.000 goedkoper."),
    ),
    live=Live(
        strong="67 van de 100", plain="doorbreken is goedkoper", note="midden: €\u00a030.000 goedkoper"
    ),
    dots=DOTS,
    dots_table=(("Verschil", "Van de 100"), ("duurder", "33"), ("goedkoper", "67")),
    costs=COSTS,
    costs_sentence="Doorbreken begint duurder en is na 19 maanden even duur.",
    costs_table=(("Na", "Zo doorgaan", "Doorbreken"), ("1 jaar", "€\u00a096.600", "€\u00a0108.600")),
    payers=PAYERS,
    payer_rows=tuple(
        PayerRow(name=bar.name, said=bar.said, span=bar.span, meaning="houdt over", anchor="bron-2")
        for bar in PAYERS.bars
    ),
    wrong_pocket=(
        "De afdeling die betaalt, is niet de afdeling die overhoudt.",
        "Als de afdeling jeugd €\u00a035.000 meebetaalt, blijft er voor beide afdelingen iets over.",
        "Van elke euro die anderen overhouden, is 51 cent nodig om de betalers geen verlies te geven.",
    ),
    outside="Slapen zonder zorgen, een vader die op zondag mee-eet. Dat telt in de driehoek, niet in euro’s.",
    basis="Bedragen in prijzen van 2026, teruggerekend naar nu met 2,25% per jaar.",
    domains=tuple(
        DomainRow(
            name=name,
            sentence="In 81 van de 100 keer wordt dit lichter dan bij zo doorgaan.",
            picture=DOMAIN,
            table=(("", "nu", "1 jaar", "3 jaar"), ("Zo doorgaan", "20", "22", "25")),
        )
        for name in ("Geld", "Wonen", "Veiligheid", "Opvoeden", "Het kind", "Hoofd en hart")
    ),
    domains_sentence="De lijn is het midden. Boven is goed, onder is zwaar. Dit zegt niets over mensen.",
    events=(
        Event(name="Zij moeten hun huis uit", chances=("29 van de 100", "11 van de 100", "27 van de 100")),
    ),
    unknowns=(
        Unknown(
            question="Blijft de stap werken?",
            now="66 van de 100 keer",
            span="tussen 25 en 96",
            reach=REACH,
            matters="€\u00a015.000 duurder tot €\u00a056.000 goedkoper",
            worth="hooguit €\u00a05.150",
            how="Begin met een proef van drie maanden bij twee schuldeisers",
            weak=True,
            anchor="bron-1",
        ),
        Unknown(
            question="Wat kost één crisis?",
            now="€\u00a03.600",
            span="tussen €\u00a01.700 en €\u00a07.600",
            reach=REACH,
            matters="€\u00a026.000 goedkoper tot €\u00a041.000 goedkoper",
            worth="verandert de keuze niet",
            how="Niet nodig voor dit besluit",
        ),
    ),
    unknowns_sentence="Alles zeker weten is samen hooguit €\u00a06.550 waard. Meer mag het niet kosten.",
    sources=SOURCES,
    weak_sentence="Eén van de 31 getallen is niet meer dan een schatting.",
    recipe="10.000 doorrekeningen, startgetal 20261123.",
)

SIDES = (
    Side(
        key="legitimacy",
        name="Legitimiteit",
        question="Legitimiteit: mag het?",
        way="yes",
        way_said="Dit klopt",
        answer="Ja, als de gemeente het als bijzondere bijstand besluit.",
        against="Schulden afkopen mag in principe niet. Nagekeken door Sem Oosterling, jurist.",
        scores=(Score(who="Marit Kok", score=3), Score(who="Hanneke Jonker", score=3)),
    ),
    Side(
        key="involvement",
        name="Betrokkenheid",
        question="Betrokkenheid: wil het gezin dit?",
        way="yes",
        way_said="Dit klopt",
        answer="Ja. Samira noemde de brieven als eerste.",
        evidence="Zij doen zelf: elke maand samen de post openen.",
        scores=(Score(who="Marit Kok", score=4), Score(who="Hanneke Jonker", score=None)),
    ),
    Side(
        key="yields",
        name="Rendement",
        question="Rendement: levert het genoeg op?",
        way="open",
        way_said="Nog open",
        answer="Waarschijnlijk. Maar het hangt af van één ding: of de stap na een half jaar nog staat.",
        dissent="Hanneke: eerst een proef. Marit: een proef verlengt de onrust.",
        scores=(Score(who="Marit Kok", score=3), Score(who="Hanneke Jonker", score=1)),
    ),
)

COLUMNS = (
    ScenarioColumn(
        key="zo-doorgaan",
        name="Zo doorgaan",
        first=True,
        shown=False,
        edits=(),
        total="€\u00a0290.000",
        total_span="€\u00a0249.000 tot €\u00a0362.000",
    ),
    ScenarioColumn(
        key="afkopen",
        name="Schulden afkopen",
        first=False,
        shown=True,
        edits=(
            "€\u00a014.300 in één keer, nu",
            "Budgetbeheer stopt na een half jaar",
            "Eén trekker bij opvoeden",
        ),
        total="€\u00a0260.000",
        total_span="€\u00a0190.000 tot €\u00a0348.000",
        difference="€\u00a030.000 goedkoper",
        difference_span="€\u00a032.000 duurder tot €\u00a0116.000 goedkoper",
        chance="In 67 van de 100 goedkoper",
        payable="€\u00a033.000",
    ),
    ScenarioColumn(
        key="minder",
        name="Alleen minder hulp",
        first=False,
        shown=False,
        edits=("Acht van de veertien lijnen stoppen",),
        total="€\u00a0266.000",
        total_span="€\u00a0186.000 tot €\u00a0373.000",
        difference="€\u00a024.000 goedkoper",
        chance="In 58 van de 100 goedkoper",
    ),
)

KNOBS = (
    Knob(
        name="belief-step",
        label="Kans dat de stap blijft werken",
        value="66",
        at=66,
        low=0,
        high=100,
        step=1,
        start=66,
        unit="van 100",
        ends=("0", "100"),
        source="Team en gezin schatten samen, 9 november.",
        weak=True,
        anchor="bron-1",
    ),
    Knob(
        name="pay-debts",
        label="Hoogte van de schulden",
        value="14.300",
        at=14_300,
        low=5_000,
        high=60_000,
        step=100,
        start=12_000,
        unit="euro",
        ends=("5.000", "60.000"),
        source="Opgave van Samira.",
    ),
)

PAGE = ScenarioPage(
    household_id="voorbeeld",
    household="Gezin De Vries-Amrani",
    kick="Zo doorgaan of schulden afkopen · gerekend over drie jaar",
    means="Doorbreken betekent hier: de gemeente koopt de schulden in één keer af.",
    columns=COLUMNS,
    knobs=KNOBS,
    helps=(
        HelpToggle(
            name="stop-budget",
            title="Budgetbeheer",
            detail="Voor Samira, sinds mei 2025, €\u00a085 per maand",
            stopped=True,
        ),
        HelpToggle(name="stop-coach", title="Opvoedhulp thuis", detail="Voor Noor en Adam", stopped=False),
    ),
    triangle=TRIANGLE,
    sides=SIDES,
    figures=FIGURES,
    writes=True,
    plan_key="plan",
    saved=(SavedRun(key="1", said="22 november 2026, 14.02 uur: 67 van de 100 goedkoper", by="Marit Kok"),),
)
