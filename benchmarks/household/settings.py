"""The settings of production, with one bare page beside the real ones: the floor of every page."""

from samenspel.config.settings import *  # noqa: F403 all of them

ROOT_URLCONF = "benchmarks.household.urls"
