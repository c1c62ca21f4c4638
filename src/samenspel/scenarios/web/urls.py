"""The pages about plans and scenarios."""

from django.urls import path

from samenspel.scenarios.web import calculate, downloads, long_run, plan, prices, scenario, show

app_name = "scenarios"
PLAN = "gezin/<slug:household_id>/plan/"
CALCULATE = "gezin/<slug:household_id>/doorrekenen/"
urlpatterns = [
    path(PLAN, plan.plan, name="plan"),
    path(f"{PLAN}begin/", plan.start, name="start"),
    path(f"{PLAN}nieuw/<slug:table>/", plan.add, name="add"),
    path(f"{PLAN}weg/<slug:table>/<slug:key>/", plan.remove, name="remove"),
    path(f"{PLAN}terug/<uuid:change_id>/", plan.undo, name="undo"),
    path(f"{PLAN}wijzig/<slug:table>/<slug:key>/", plan.save, name="save"),
    path(f"{PLAN}laat-zien/", show.show, name="show"),
    path(f"{PLAN}brief.pdf", downloads.letter, name="letter"),
    path(f"{CALCULATE}bijlage.xlsx", downloads.appendix, name="appendix"),
    path("rekenen/<slug:what>/", prices.prices, name="prices"),
    path("rekenen/<slug:what>/werkmap.xlsx", prices.workbook, name="prices-workbook"),
    path("rekenen/<slug:what>/nieuw/", prices.bring_in, name="prices-in"),
    path(CALCULATE, calculate.page, name="page"),
    path(f"{CALCULATE}lang/", long_run.long_run, name="long"),
    path(f"{CALCULATE}bewaard/<uuid:key>/", calculate.kept, name="run"),
    path(f"{CALCULATE}bewaard/<uuid:key>/herhaal/", calculate.again, name="again"),
    path(f"{CALCULATE}weg/<slug:key>/", scenario.scenario, name="scenario"),
]
