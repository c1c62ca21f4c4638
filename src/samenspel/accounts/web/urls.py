"""Signing in and out."""

from django.urls import path

from samenspel.accounts.web import views

app_name = "accounts"
urlpatterns = [
    path("aanmelden/", views.sign_in, name="sign-in"),
    path("afmelden/", views.sign_out, name="sign-out"),
]
