"""Who may what, who takes part, who is kept out, and looking in an emergency."""

from django.urls import path

from samenspel.access.web import emergency, members, rights

app_name = "access"
urlpatterns = [
    path("wie-mag-wat/", rights.rights_page, name="rights"),
    path("gevraagd/", members.questions, name="questions"),
    path("gevraagd/<int:referral>/", members.answer, name="answer"),
    path("gezin/<slug:household_id>/deelnemers/", members.members, name="members"),
    path("gezin/<slug:household_id>/deelnemers/vraag/", members.ask, name="ask"),
    path("gezin/<slug:household_id>/deelnemers/<int:membership>/verleng/", members.extend, name="extend"),
    path("gezin/<slug:household_id>/deelnemers/<int:membership>/stop/", members.stop, name="stop"),
    path("gezin/<slug:household_id>/grondslag/<int:ground>/trek-in/", members.withdraw, name="withdraw"),
    path("gezin/<slug:household_id>/blokkade/", members.block, name="block"),
    path("gezin/<slug:household_id>/blokkade/<int:blockade>/hef-op/", members.lift, name="lift"),
    path("noodtoegang/", emergency.emergency, name="emergency"),
    path("noodtoegang/<int:access>/oordeel/", emergency.judge, name="judge"),
]
