"""Small parts of the household page: links to where something is written down, and icons."""

from datetime import datetime
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from rekenmodel.values import day
from samenspel.desk.rules.signal_list import Place
from samenspel.kit.templatetags.kit import clock, language

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon from the sprite; the word stands beside it."""
    return format_html(
        '<svg class="icon" width="18" height="18" aria-hidden="true"><use href="{}#{}"/></svg>',
        static("build/icons.svg"),
        name,
    )


@register.filter
def meeting(moment: datetime) -> str:
    """When people meet: donderdag 3 december, 15.30 uur."""
    local = timezone.localtime(moment)
    said = f"{date_format(local, 'l')} {day(local.date(), language())}"
    return _("%(day)s, %(time)s uur") % {"day": said, "time": clock(moment)}


@register.simple_tag(takes_context=True)
def address(context: dict[str, Any], place: Place) -> str:
    """Where something is written down: a row, or a new row with what is known already."""
    return _address(context["household_id"], place)


@register.simple_tag(takes_context=True)
def change(context: dict[str, Any], table: str, key: str, title: str) -> SafeString | str:
    """The link that changes a row, for who may."""
    if table not in context["writes"]:
        return ""
    return _link(_address(context["household_id"], Place(table, key)), _("Wijzig"), title)


@register.simple_tag(takes_context=True)
def adding(context: dict[str, Any], table: str, words: str, **preset: str) -> SafeString | str:
    """The link that adds a row, for who may."""
    if table not in context["writes"]:
        return ""
    return _link(_address(context["household_id"], Place(table, preset=tuple(preset.items()))), words, "")


def _link(address: str, words: str, title: str) -> SafeString:
    about = format_html('<span class="vh"> {}</span>', title) if title else ""
    return format_html('<a class="change no-print" href="{}">{}{}</a>', address, words, about)


def _address(household_id: str, place: Place) -> str:
    edit, add = _paths(household_id)
    if place.key:
        query = urlencode({"field": place.field}) if place.field else ""
        path = f"{edit}{place.table}/{place.key}/"
    else:
        query = urlencode(place.preset)
        path = f"{add}{place.table}/"
    return f"{path}?{query}" if query else path


@lru_cache(maxsize=256)
def _paths(household_id: str) -> tuple[str, str]:
    """Where the editors of a household begin: asked once, for a page has hundreds of these links."""
    edit = reverse("desk:edit", args=(household_id, "table", "key"))
    add = reverse("desk:add", args=(household_id, "table"))
    return edit.removesuffix("table/key/"), add.removesuffix("table/")
