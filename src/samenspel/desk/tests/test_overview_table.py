"""Tables as plain text: within the width, whatever is in them."""

from hypothesis import given
from hypothesis import strategies as st

from samenspel.desk.rules.overview_table import Line, Section, Table, as_text, column_widths, table_lines

CELL = st.text(max_size=60)


def table(*rows: tuple[str, ...], heads: tuple[str, ...] = ("Wie", "Wat")) -> Table:
    return Table(heads=heads, lines=tuple(Line(row) for row in rows))


def test_columns_are_as_wide_as_they_need() -> None:
    lines = table_lines(table(("Ada", "kookt")), 80)
    assert lines == ["Wie  Wat", "---  -----", "Ada  kookt"]


def test_amounts_end_on_the_same_place() -> None:
    shown = Table(heads=("", "€"), lines=(Line(("a", "1.200")), Line(("b", "80"))), numbers=frozenset({1}))
    assert [line[-5:] for line in table_lines(shown, 40)[2:]] == ["1.200", "   80"]


def test_a_long_cell_wraps_beside_the_other() -> None:
    lines = table_lines(table(("Ada", "een lange zin die niet op één regel past")), 24)
    assert lines[2].startswith("Ada  een lange")
    assert lines[3].startswith("     ")


def test_a_narrow_window_shows_rows_below_each_other() -> None:
    lines = table_lines(table(("Annemarie-Charlotte", "huisvestingsconsulent"), ("Bo", "")), 22)
    assert lines[0] == "Wie: Annemarie-"
    assert lines[-1] == "Wie: Bo"
    assert "" in lines


def test_a_no_break_space_does_not_break() -> None:
    shown = as_text("x", ("betaal €\u00a014.300 aan",), (), 12)
    assert "€\u00a014.300" in shown


def test_a_section_without_rows_says_its_sentences() -> None:
    shown = as_text("Gezin", (), (Section(title="Doelen", said=("Nog geen.", "")),), 40)
    assert shown == "Gezin\n\nDoelen\n======\nNog geen.\n"


def test_no_mark_steers_the_terminal() -> None:
    sections = (Section(title="a\x07b", tables=(table(("\x9b2J", "x")),)),)
    said = as_text("\x1b[31mrood", ("\u202eom",), sections, 40)
    assert not {"\x1b", "\u202e", "\x07", "\x9b"} & set(said)


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=4), st.integers(20, 140))
def test_no_line_is_wider_than_asked(rows: list[tuple[str, ...]], width: int) -> None:
    lines = table_lines(table(*rows, heads=("Een", "Twee", "Drie")), width)
    assert max(map(len, lines)) <= width


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=4), st.integers(40, 140))
def test_the_room_is_used_before_anything_wraps(rows: list[tuple[str, ...]], width: int) -> None:
    widths = column_widths(rows, width)
    assert sum(widths) + 2 <= width
