"""Starts the platform: loaded before a command that needs the database."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenspel.config.settings")
django.setup()
