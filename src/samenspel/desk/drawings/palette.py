"""The colours of the drawings, by what they mean: as CSS variables, as values for print, and as greys."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """One colour for each meaning; the names are those of the design tokens."""

    font: str
    desk: str
    sheet: str
    ink: str
    ink_2: str
    ink_3: str
    hairline: str
    edge: str
    past: str
    """Fill of help that is over."""
    lead: str
    lead_soft: str
    home: str
    home_soft: str
    gap: str
    double: str
    double_fill: str
    double_soft: str
    well: str
    payer_gemeente: str
    payer_zorg: str
    payer_rijk: str
    payer_wonen: str
    payer_gezin: str


def _variables() -> Palette:
    """Return the palette whose every colour is a CSS variable of the theme."""
    names = [field.name for field in fields(Palette) if field.name not in {"font", "past"}]
    variables = {name: f"var(--{name.replace('_', '-')})" for name in names}
    return Palette(font="var(--font-system)", past="var(--past, #EAE3D5)", **variables)


CSS = _variables()

PRINT = Palette(
    font="Source Sans 3, Source Sans Pro, sans-serif",
    desk="#FFFFFF",
    sheet="#FFFFFF",
    ink="#24211C",
    ink_2="#545048",
    ink_3="#6B6558",
    hairline="#B9B2A3",
    edge="#857C6B",
    past="#EAE3D5",
    lead="#14525E",
    lead_soft="#DCE9E8",
    home="#9C4A22",
    home_soft="#F6E4D3",
    gap="#9A3016",
    double="#7A5200",
    double_fill="#E9B949",
    double_soft="#FBEFCF",
    well="#3B612F",
    payer_gemeente="#2F6B78",
    payer_zorg="#DDAE4B",
    payer_rijk="#8C7198",
    payer_wonen="#C9835A",
    payer_gezin="#6F8A5E",
)

GREY = Palette(
    font=PRINT.font,
    desk="#FFFFFF",
    sheet="#FFFFFF",
    ink="#000000",
    ink_2="#3A3A3A",
    ink_3="#4F4F4F",
    hairline="#BDBDBD",
    edge="#6E6E6E",
    past="#E2E2E2",
    lead="#2B2B2B",
    lead_soft="#F1F1F1",
    home="#4A4A4A",
    home_soft="#EFEFEF",
    gap="#000000",
    double="#333333",
    double_fill="#A8A8A8",
    double_soft="#F4F4F4",
    well="#3A3A3A",
    payer_gemeente="#4A4A4A",
    payer_zorg="#A6A6A6",
    payer_rijk="#7A7A7A",
    payer_wonen="#C4C4C4",
    payer_gezin="#8F8F8F",
)
