"""The error that a person may read: it says in both languages what is wrong and what to do."""

from rekenmodel.values.text import Text


class RefusedError(ValueError):
    """A value that cannot be right was refused. `text` says why, in Dutch and in English."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text
