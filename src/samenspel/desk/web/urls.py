"""The pages of the desk."""

from django.urls import path

from samenspel.desk.web import edit, looking_back, meeting, report, start, state, views

app_name = "desk"
urlpatterns = [
    path("", start.start, name="start"),
    path("gezin/<slug:household_id>/", views.household, name="household"),
    path("gezin/<slug:household_id>/kosten/", views.costs, name="costs"),
    path("gezin/<slug:household_id>/wie-keek/", views.journal, name="journal"),
    path("gezin/<slug:household_id>/veranderd/", looking_back.changes, name="changes"),
    path("gezin/<slug:household_id>/stap-terug/", looking_back.step, {"back": True}, name="step-back"),
    path("gezin/<slug:household_id>/stap-vooruit/", looking_back.step, {"back": False}, name="step-on"),
    path("gezin/<slug:household_id>/gesprek/", meeting.sheet, name="meeting"),
    path("gezin/<slug:household_id>/verslag.pdf", report.pdf, name="report"),
    path("gezin/<slug:household_id>/wijzig/<slug:table>/<slug:key>/", edit.row, name="edit"),
    path("gezin/<slug:household_id>/nieuw/<slug:table>/", edit.add, name="add"),
    path("gezin/<slug:household_id>/weg/<slug:table>/<slug:key>/", edit.remove, name="remove"),
    path("gezin/<slug:household_id>/terug/<uuid:change_id>/", looking_back.undo, name="undo"),
    path("gezin/<slug:household_id>/gedaan/<slug:key>/", edit.done, name="done"),
    path("gezin/<slug:household_id>/stand/", state.state, name="state"),
]
