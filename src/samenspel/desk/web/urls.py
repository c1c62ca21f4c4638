"""The pages of the desk."""

from django.urls import path

from samenspel.desk.web import views

app_name = "desk"
urlpatterns = [
    path("", views.start, name="start"),
]
