"""All addresses."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("samenspel.accounts.web.urls")),
    path("", include("samenspel.exchange.web.urls")),
    path("", include("samenspel.access.web.urls")),
    path("", include("samenspel.desk.web.urls")),
    path("", include("samenspel.scenarios.web.urls")),
    path("taal/", include("django.conf.urls.i18n")),
]
