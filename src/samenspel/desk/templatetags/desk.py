"""Small parts of the household page: links to where something is written down, and icons."""

from datetime import datetime
from typing import Any, cast

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from rekenmodel.values import day
from samenspel.desk.rules.signal_list import Place
from samenspel.desk.web import rows
from samenspel.desk.web.links import Links
from samenspel.kit.templatetags.kit import clock, language

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon from the sprite; the word stands beside it."""
    return rows.icon(name)


@register.filter
def meeting(moment: datetime) -> str:
    """When people meet: donderdag 3 december, 15.30 uur."""
    local = timezone.localtime(moment)
    said = f"{date_format(local, 'l')} {day(local.date(), language())}"
    return _("%(day)s, %(time)s uur") % {"day": said, "time": clock(moment)}


@register.simple_tag(takes_context=True)
def address(context: dict[str, Any], place: Place) -> str:
    """Where something is written down: a row, or a new row with what is known already."""
    return _links(context).address(place)


@register.simple_tag(takes_context=True)
def change(context: dict[str, Any], table: str, key: str, title: str) -> SafeString:
    """The link that changes a row, for who may."""
    return _links(context).change(table, key, title)


@register.simple_tag(takes_context=True)
def adding(context: dict[str, Any], table: str, words: str, **preset: str) -> SafeString:
    """The link that adds a row, for who may."""
    return _links(context).add(Place(table, preset=tuple(preset.items())), words)


def _links(context: dict[str, Any]) -> Links:
    return cast("Links", context["links"])
