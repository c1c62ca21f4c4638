"""What the lists of the household file are called when a place in it is said in words."""

from rekenmodel.values import Text

LIST_NAMES: dict[str, Text] = {
    "organisations": Text("organisaties", "organisations"),
    "teams": Text("teams", "teams"),
    "professionals": Text("professionals", "professionals"),
    "cases": Text("casussen", "cases"),
    "persons": Text("mensen", "people"),
    "relations": Text("relaties", "relations"),
    "supporters": Text("naasten", "supporters"),
    "goals": Text("doelen", "goals"),
    "problems": Text("problemen", "problems"),
    "help": Text("hulp", "help"),
    "declarations": Text("declaraties", "declarations"),
    "leads": Text("regie", "leads"),
    "effects": Text("effecten", "effects"),
    "agreements": Text("afspraken", "agreements"),
    "actions": Text("acties", "actions"),
    "events": Text("gebeurtenissen", "events"),
    "decisions": Text("besluiten", "decisions"),
    "words": Text("eigen woorden", "own words"),
    "states": Text("processtanden", "process states"),
    "votes": Text("stemmen", "votes"),
}


def list_name(step: str) -> Text:
    """Return what a list is called; a field keeps the name that it has in the file."""
    return LIST_NAMES.get(step) or Text(f"veld {step}", f"field {step}")
