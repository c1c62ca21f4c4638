"""The browser for the journeys: Debian's Chromium, installed when missing and permitted."""

import os
import shutil
import subprocess
from pathlib import Path

USUAL = Path("/usr/bin/chromium")
ENVIRONMENT = "SAMENSPEL_CHROMIUM"


class NoChromium(Exception):
    """There is no Chromium for the journeys; the message says what to install."""


def chromium() -> Path:
    """Return the browser's path; install Debian's package when it is missing and we may."""
    named = os.environ.get(ENVIRONMENT)
    if named:
        return Path(named)
    if not USUAL.exists() and shutil.which("apt-get") and os.geteuid() == 0:
        install()
    if USUAL.exists():
        return USUAL
    elsewhere = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if elsewhere:
        return Path(elsewhere)
    raise NoChromium(
        f"The journeys need Chromium: apt-get install chromium (Debian), or name one in {ENVIRONMENT}."
    )


def install() -> None:
    """Install Debian's Chromium; apt-get's own words tell what went wrong when it fails."""
    print("Installing Chromium from Debian's packages.", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = shutil.which("apt-get") or "apt-get"
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
        subprocess.run([apt, "-qq", *arguments], env=quiet, stdout=subprocess.DEVNULL, check=False)
