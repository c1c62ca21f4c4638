"""The fill of each payer: always a pattern of its own, so that grey paper tells them apart."""

from rekenmodel.values import Payer
from samenspel.desk.drawings.palette import Palette
from samenspel.desk.drawings.svg import circle, path, rect, tag

_SLASH, _BACK, _DOTS, _CROSS, _FLAT, _UPRIGHT, _RINGS = (
    "slash",
    "back",
    "dots",
    "cross",
    "flat",
    "upright",
    "rings",
)

_LOOK: dict[Payer | None, tuple[str, str]] = {
    Payer.MUNICIPALITY: ("payer_gemeente", ""),
    Payer.HEALTH_INSURER: ("payer_zorg", _SLASH),
    Payer.STATE: ("payer_rijk", _BACK),
    Payer.HOUSING_ASSOCIATION: ("payer_wonen", _DOTS),
    Payer.CARE_OFFICE: ("payer_zorg", _CROSS),
    Payer.EDUCATION: ("payer_rijk", _FLAT),
    Payer.EMPLOYER: ("payer_wonen", _UPRIGHT),
    Payer.HOUSEHOLD: ("payer_gezin", _RINGS),
    Payer.SOCIETY: ("hairline", _FLAT),
    None: ("sheet", _DOTS),
}
_STROKES = {
    _SLASH: ("rotate(45)", "M0 0V7", 2.0),
    _BACK: ("rotate(-45)", "M0 0V7", 1.6),
    _CROSS: ("rotate(45)", "M0 0V7M0 3.5H7", 1.4),
    _FLAT: (None, "M0 3.5H7", 1.6),
    _UPRIGHT: (None, "M3.5 0V7", 1.6),
}


def fill_of(payer: Payer | None, prefix: str, colours: Palette) -> str:
    """Return the fill of this payer; its pattern must stand in the same drawing."""
    colour, pattern = _LOOK[payer]
    return f"url(#{prefix}-{payer or 'unknown'})" if pattern else str(getattr(colours, colour))


def payer_patterns(payers: list[Payer | None], prefix: str, colours: Palette) -> str:
    """Return the definitions of the patterns of these payers."""
    return "".join(
        _pattern(payer, f"{prefix}-{payer or 'unknown'}", colours) for payer in payers if _LOOK[payer][1]
    )


def _pattern(payer: Payer | None, name: str, p: Palette) -> str:
    colour, pattern = _LOOK[payer]
    ground = str(getattr(p, colour))
    mark = p.ink_2 if colour in {"sheet", "hairline"} else p.sheet
    if pattern in {_DOTS, _RINGS}:
        dot = circle(3, 3, 1.2, fill=mark) if pattern == _DOTS else circle(4, 4, 2, fill="none", stroke=mark)
        size = 6 if pattern == _DOTS else 8
        parts, turn = (rect(0, 0, size, size, fill=ground), dot), None
    else:
        turn, strokes, wide = _STROKES[pattern]
        size = 7
        parts = rect(0, 0, 7, 7, fill=ground), path(strokes, stroke=mark, stroke_width=wide)
    units = {"patternUnits": "userSpaceOnUse", "patternTransform": turn}
    return tag("pattern", *parts, id=name, width=size, height=size, **units)
