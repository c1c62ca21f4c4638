"""Which role may do which act on which level of data, as data. One letter per act, one cell per level.

R read, S see that it exists, C create, U change, D delete, G grant, X export, A count, L read the log,
N open in an emergency. A dot is an empty cell. The page "wie mag wat" is made from this table.
"""

from samenspel.access.rules.words import Act, Level, Role

LETTERS: dict[str, Act] = {
    "R": Act.READ,
    "S": Act.SEE,
    "C": Act.CREATE,
    "U": Act.UPDATE,
    "D": Act.DELETE,
    "G": Act.GRANT,
    "X": Act.EXPORT,
    "A": Act.AGGREGATE,
    "L": Act.LOG,
    "N": Act.EMERGENCY,
}
TABLE_ACTS = tuple(LETTERS.values())

# One row per role, one cell per level: public, structure, personal, special, shielded.
WRITTEN: dict[Role, str] = {
    Role.CASE_LEAD: "RSCUDGX RSCUDGXLN RSCUDGXLN RSCUDGXLN RS",
    Role.HELPER: "RSCU RSCUXGN RSCUXGN RSCUN .",
    Role.FAMILY: "RS RSCUXL RSCXL RSCXL RSX",
    Role.REPRESENTATIVE: "RS RSCUXL RSCXL RSCXL .",
    Role.SUPPORTER: "RS RSC . . .",
    Role.MANAGER: "RS RS . . .",
    Role.FACILITATOR: "RSCU RSCU . . .",
    Role.POLICY: "RS . A . .",
    Role.ADMINISTRATOR: "RSCU S . . .",
    Role.OVERSIGHT: "RS RSL L L L",
    Role.NOBODY: ". . . . .",
}

MATRIX: dict[tuple[Role, Level], frozenset[Act]] = {
    (role, level): frozenset(LETTERS[letter] for letter in cell.strip("."))
    for role, cells in WRITTEN.items()
    for level, cell in zip(Level, cells.split(), strict=True)
}
