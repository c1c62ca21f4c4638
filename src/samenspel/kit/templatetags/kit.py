"""Small words for templates: dates and amounts as people say them, a text in the reader's language."""

from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from rekenmodel.values import Language, Text, day, euros

register = template.Library()


def language() -> Language:
    """The reader's language; Dutch unless English was chosen."""
    return "en" if (get_language() or "nl").startswith("en") else "nl"


@register.filter
def say(text: Text) -> str:
    """A text in the reader's language."""
    return text.say(language())


@register.filter
def on_day(value: date | None) -> str:
    """A day as people write it: 3 december 2026."""
    return day(value, language()) if value else ""


@register.filter
def clock(value: datetime) -> str:
    """A time of the day: 14.02."""
    local = timezone.localtime(value)
    return f"{local:%H.%M}" if language() == "nl" else f"{local:%H:%M}"


@register.filter
def euro(amount: Decimal) -> str:
    """An amount in whole euros."""
    return euros(amount, language())


@register.filter
def svg(drawing: str) -> SafeString:
    """A drawing made by this program, whose texts were escaped when it was drawn."""
    return mark_safe(drawing)  # noqa: S308
