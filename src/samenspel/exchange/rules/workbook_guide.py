"""What the first sheet of the workbook says."""

from rekenmodel.values import Text

STEPS = (
    Text(
        "Vul in wat u weet. Leeg laten mag: Samenspel laat daarna zien wat er nog mist.",
        "Fill in what you know. You may leave cells empty: Samenspel then shows what is missing.",
    ),
    Text(
        "Nodig zijn alleen de naam van het huishouden en één regel hulp. Schrijf eerst de mensen op, dan "
        "de hulp.",
        "Only the name of the household and one line of help are needed. First write down the people, "
        "then the help.",
    ),
    Text(
        "De grijze regel op elk blad is een voorbeeld. Die lezen we niet. U mag eroverheen schrijven.",
        "The grey line on each sheet is an example. We do not read it. You may write over it.",
    ),
    Text(
        "Schrijf een naam overal hetzelfde. Een voornaam is genoeg als maar één persoon zo heet.",
        "Write a name the same everywhere. A first name is enough when only one person has it.",
    ),
    Text(
        "Een professional schrijft u als: Naam (Organisatie). Op het blad hulp staan naam en organisatie "
        "apart.",
        "Write a professional as: Name (Organisation). On the sheet help they stand apart.",
    ),
    Text(
        "Meer dan één in een cel? Zet er een puntkomma tussen: geld; wonen.",
        "More than one in a cell? Put a semicolon between: money; housing.",
    ),
    Text(
        "Een datum schrijft u als 3-12-2026. Een bedrag als 85,20. Gebruik geen formules.",
        "Write a date as 3-12-2026 and an amount as 85.20. Use no formulas.",
    ),
    Text(
        "Met het plusje boven de kolommen opent u de kolommen die u niet vaak nodig heeft.",
        "The plus sign above the columns opens columns that you seldom need.",
    ),
    Text(
        "Schrijf nergens een burgerservicenummer (BSN) op.",
        "Do not write down a citizen service number (BSN) anywhere.",
    ),
    Text(
        "Sla de werkmap op als .xlsx en kies in Samenspel: Inlezen. U ziet eerst een voorbeeld. "
        "Er wordt pas iets bewaard als u ja zegt.",
        "Save the workbook as .xlsx and choose Import in Samenspel. You see a preview first. "
        "Nothing is kept until you say yes.",
    ),
)
NOT_IN_THE_WORKBOOK = Text(
    "Niet in deze werkmap: gedeclareerde bedragen, effecten, teams, gesloten casussen en de "
    "processtanden met hun "
    "stemmen. Die staan wel in het bestand (JSON) dat u kunt downloaden. De verborgen kolom Kenmerk "
    "zorgt dat elke "
    "regel bij het inlezen dezelfde regel blijft.",
    "Not in this workbook: declared amounts, effects, teams, closed cases and process states with their "
    "votes. "
    "They are in the file (JSON) that you can download. The hidden column Key makes each line stay the "
    "same line.",
)
