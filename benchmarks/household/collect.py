"""The static files of production, gathered with hashed names, so that pages are what they are in earnest."""

from django.core.management import call_command


def main() -> None:
    """Gather them in the folder of this run."""
    call_command("collectstatic", interactive=False, verbosity=0)
