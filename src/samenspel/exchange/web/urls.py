"""Bringing in and taking along."""

from django.urls import path

from samenspel.exchange.web import views

app_name = "exchange"
urlpatterns = [
    path("inlezen/", views.bring_in, name="bring-in"),
    path("inlezen/sjabloon.xlsx", views.template, name="template"),
    path("inlezen/<uuid:batch>/", views.preview, name="preview"),
    path("inlezen/<uuid:batch>/verder/", views.go_on, name="go-on"),
    path("inlezen/<uuid:batch>/bewaar/", views.confirm, name="confirm"),
    path("inlezen/<uuid:batch>/zelfde/", views.same_as, name="same-as"),
    path("inlezen/<uuid:batch>/stop/", views.stop, name="stop"),
    path("inlezen/<uuid:batch>/terug/", views.undo, name="undo"),
    path("gezin/<slug:household_id>/meenemen.json", views.take_along, name="take-along"),
    path("gezin/<slug:household_id>/meenemen.xlsx", views.take_along_workbook, name="take-along-workbook"),
]
