"""The household page as people open it."""

import re
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from samenspel.access.actions import admit
from samenspel.access.rules import Kind, Role
from samenspel.accounts.models import User
from samenspel.desk.web.views import kind_names
from samenspel.exchange.actions import take_along
from samenspel.households.rules.record import HouseholdFile
from samenspel.households.tests.cast import FULL, Cast, bring_in, cast
from samenspel.network.actions import connect_user

# On SQLite the journal looks up where its chain ends; on PostgreSQL a trigger does.
MOST_QUERIES = 13 if connection.vendor == "sqlite" else 12
MOST_BYTES = 350_000


@pytest.fixture
def people(db: None, monkeypatch: pytest.MonkeyPatch) -> Cast:
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 22, 12, 0, tzinfo=UTC))
    return cast()


def opened(user: User, household_id: str, tail: str = "", *, status: int = 200, language: str = "nl") -> str:
    client = Client()
    client.force_login(user)
    answer = client.get(f"/gezin/{household_id}/{tail}", headers={"accept-language": language})
    assert answer.status_code == status
    return answer.content.decode()


def test_the_page_takes_few_queries(people: Cast) -> None:
    client = Client()
    client.force_login(people.helper)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"/gezin/{people.household_id}/").status_code == 200
    real = [one["sql"] for one in queries.captured_queries if "SAVEPOINT" not in one["sql"]]
    assert len(real) <= MOST_QUERIES, [sql[:90] for sql in real]


def test_everything_is_on_one_page(people: Cast) -> None:
    page = opened(people.case_lead, people.household_id)
    for said in (
        "Dat het rustig is.", "Over het plan", "Lia Tol", "Iedereen om het gezin heen", "Welke hulp, wanneer",
        "Wie heeft de regie, en waarop?", "Slaapt door", "Gewoon weer naar school", "Huurschuld",
        "Eén bericht per week", "te laat: 1 nov", "School wilde sneller", "Dit kunnen zien:",
    ):  # fmt: skip
        assert said in page, said


def test_each_kind_of_data_has_a_word_in_who_looked() -> None:
    assert set(Kind) <= kind_names().keys()


def test_who_may_not_read_the_words_is_not_told_that_there_are_none(people: Cast) -> None:
    sheet = opened(people.manager, people.household_id, "gesprek/")
    assert "nog geen eigen woorden" not in sheet
    assert "Eigen woorden ziet u hier niet." in sheet
    assert "Eigen woorden ziet u hier niet." not in opened(people.supporter, people.household_id, "gesprek/")


def test_on_another_day_nothing_asks_to_be_written_and_a_file_says_its_day(people: Cast) -> None:
    then = opened(people.case_lead, people.household_id, "?op=2026-01-01&weten=toen")
    assert "Toen waren er nog geen eigen woorden." in then
    assert "Begin met de vraag" not in then
    for said in ("Alle 0", "Eenvoudig", "Geen mensen", "weten we nog niet wat zij kost", "€"):
        assert said not in then, said
    assert re.search(r'href="[^"]+\?op=2026-01-01&amp;weten=toen">Neem mee als bestand<', then)
    other = opened(people.case_lead, people.household_id, "?op=2026-06-01")
    assert "Neem mee als bestand van vandaag" in other
    assert "Neem mee als werkmap van vandaag" in other
    assert "van vandaag" not in opened(people.case_lead, people.household_id)


def test_a_supporter_sees_structure_and_words_only(people: Cast) -> None:
    page = opened(people.supporter, people.household_id)
    assert "Dat het rustig is." in page
    for hidden in ("Therapie", "Huurschuld", "Eén bericht per week", "Wat kost het", "Ruzie thuis", "€"):
        assert hidden not in page, hidden


def test_who_may_not_see_the_help_is_told_so_in_its_place(people: Cast) -> None:
    page = opened(people.supporter, people.household_id)
    assert "U ziet hier alleen wie de regie heeft." in page
    assert "Welke hulp er is en wat die kost, ziet u hier niet." in page
    assert "U heeft de regie over de kosten." not in page
    assert "U ziet hier alleen wie de regie heeft." not in opened(people.case_lead, people.household_id)


def test_what_still_has_to_be_done_is_a_section_of_its_own(people: Cast) -> None:
    page = opened(people.case_lead, people.household_id)
    begin = page.index('<section aria-labelledby="h-do">')
    assert '<h2 id="h-do">' in page[begin : page.index("</section>", begin)]
    assert "/gedaan/t1/" in page[begin : page.index("</section>", begin)]


def test_a_manager_sees_how_it_goes_and_no_words(people: Cast) -> None:
    page = opened(people.manager, people.household_id)
    assert "Complex" in page
    assert "Dat het rustig is." not in page
    assert "Nog geen eigen woorden" not in page


def test_a_stranger_sees_nothing(people: Cast) -> None:
    assert "Gezin Vos" not in opened(people.stranger, people.household_id, status=404)


def test_only_who_may_change_something_gets_the_link(people: Cast) -> None:
    mine = opened(people.case_lead, people.household_id)
    assert f"/gezin/{people.household_id}/wijzig/words/w1/" in mine
    assert f"/gezin/{people.household_id}/wijzig/words/w1/" not in opened(people.helper, people.household_id)
    assert "/wijzig/" not in opened(people.supporter, people.household_id)


def test_a_helper_sees_his_two_things_first(people: Cast) -> None:
    connect_user(user=people.helper, network_id="noord", professional="lia-tol")
    page = opened(people.helper, people.household_id)
    assert page.index("Twee dingen voor u") < page.index("<h1>")
    assert "Brief schrijven" in page[: page.index("<h1>")]


def test_another_day_is_shown_as_it_was_and_cannot_be_changed(people: Cast) -> None:
    page = opened(people.case_lead, people.household_id, "?op=2026-02-10")
    assert "zoals het was op <b>10 februari 2026</b>" in page
    assert "/wijzig/" not in page
    assert "Ruzie thuis" not in page


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("?op=", ""),
        ("?papier=a9", ""),
        ("?op=gisteren", "“gisteren” lezen wij niet als een dag. U ziet hoe het vandaag is"),
        ("?op=1-1-1600", "lezen wij niet als een dag"),
        ("?op=2099-01-01", "1 januari 2099 moet nog komen. U ziet hoe het vandaag is."),
    ],
)
def test_a_strange_question_gives_today_and_says_why(people: Cast, asked: str, said: str) -> None:
    page = opened(people.case_lead, people.household_id, asked)
    assert "zoals het was" not in page
    assert said in page
    assert ("other-day" in page) is bool(said)


@pytest.mark.parametrize("asked", ["10-02-2026", "10 februari 2026", "2026-02-10"])
def test_a_day_is_read_as_people_type_it(people: Cast, asked: str) -> None:
    assert "zoals het was op <b>10 februari 2026</b>" in opened(
        people.case_lead, people.household_id, f"?op={asked}"
    )


@pytest.mark.parametrize("tail", ["?op=1990-01-01", "kosten/?op=1990-01-01", "?op=1900-01-01"])
def test_a_day_long_before_the_price_index_opens(people: Cast, tail: str) -> None:
    assert "Gezin Vos" in opened(people.case_lead, people.household_id, tail)


def test_another_day_stays_that_day_on_paper_and_has_no_meeting(people: Cast) -> None:
    page = opened(people.case_lead, people.household_id, "?op=10-02-2026")
    for tail in ("?papier=a3&amp;op=2026-02-10", "?papier=a4&amp;op=2026-02-10", "verslag.pdf?op=2026-02-10"):
        assert f"/gezin/{people.household_id}/{tail}" in page
    assert "Bij Ada thuis" not in page
    assert "Volgend gesprek" not in page
    assert "Hulp thuis" not in page


def test_paper_has_every_fold_open(people: Cast) -> None:
    page = opened(people.case_lead, people.household_id, "?papier=a4")
    assert "paper-a4" in page
    assert '<details class="more" id="hulp" open>' in page


def test_what_people_type_stays_text(people: Cast) -> None:
    evil = FULL.model_copy(
        update={
            "key": "boos",
            "name": "<script>alert(1)</script>",
            "words": (FULL.words[0].model_copy(update={"text": "<img src=x onerror=alert(2)>"}),),
            "help": tuple(
                row.model_copy(update={"title": "</svg><script>alert(3)</script>"}) for row in FULL.help
            ),
        }
    )
    page = opened(people.case_lead, bring_in(people.case_lead, evil))
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def large() -> HouseholdFile:
    """Sixty lines of help of fifteen organisations, and two hundred agreements."""
    organisations = [{"key": f"o{number}", "name": f"Organisatie {number}"} for number in range(15)]
    professionals = [
        {"key": f"p{number}", "name": f"Mens Nummer{number}", "organisation": f"o{number % 15}"}
        for number in range(40)
    ]
    domains = ("money", "housing", "safety", "parenting", "child", "mental", "work", "network")
    help_rows: list[dict[str, Any]] = [
        {
            "key": f"h{number}", "title": f"Vorm van hulp {number}", "professional": f"p{number % 40}",
            "domains": [domains[number % 8]], "since": str(date(2024, 1, 1) + timedelta(days=15 * number)),
            "payer": "municipality", "quantity": "2", "unit": "hour", "per": "week", "price_cents": 9000,
            "price_year": 2025, "price_concept": "tariff", "price_source": "contract",
        }
        for number in range(60)
    ]  # fmt: skip
    agreements = [{"key": f"a{number}", "title": f"We spreken af: {number}"} for number in range(200)]
    return HouseholdFile.model_validate(
        {
            "key": "groot", "name": "Gezin Groot", "organisations": organisations,
            "professionals": professionals, "help": help_rows, "agreements": agreements,
        }
    )  # fmt: skip


def test_a_large_household_is_a_small_page(people: Cast) -> None:
    page = opened(people.case_lead, bring_in(people.case_lead, large()))
    assert "Vorm van hulp 59" in page
    assert len(page.encode()) < MOST_BYTES


def test_an_empty_household_says_where_to_begin(people: Cast) -> None:
    empty = HouseholdFile(key="nieuw", name="Gezin Nieuw")
    page = opened(people.case_lead, bring_in(people.case_lead, empty))
    for said in (
        "Nog geen eigen woorden.",
        "Nog niemand. Begin met wie het gezin zelf noemt.",
        "Nog geen hulp.",
    ):
        assert said in page, said


class Outline(HTMLParser):
    """Collects what must be right on every page: headings, ids, inline styles."""

    def __init__(self) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.ids: list[str] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element."""
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name == "style" or name.startswith("on"):
                self.inline.append(f"{tag} {name}")


@pytest.mark.parametrize("tail", ["", "kosten/", "wie-keek/", "?papier=a4"])
def test_headings_ids_and_styles_are_in_order(people: Cast, tail: str) -> None:
    outline = Outline()
    outline.feed(opened(people.case_lead, people.household_id, tail))
    assert outline.levels.count(1) == 1
    steps = zip(outline.levels, outline.levels[1:], strict=False)
    assert all(after - before <= 1 for before, after in steps if before >= 1), outline.levels
    assert len(outline.ids) == len(set(outline.ids))
    assert outline.inline == []


def test_every_euro_opens(people: Cast) -> None:
    page = opened(people.case_lead, people.household_id, "kosten/?periode=2026")
    assert "1,5 uur per week" in page
    assert "Bron: raamcontract." in page
    assert "We weten niet wat dit kost." in page


def test_costs_are_not_for_a_supporter(people: Cast) -> None:
    assert "raamcontract" not in opened(people.supporter, people.household_id, "kosten/", status=404)


def test_the_family_sees_who_looked_and_a_helper_does_not(people: Cast) -> None:
    opened(people.helper, people.household_id)
    page = opened(people.mother, people.household_id, "wie-keek/")
    assert "Jo" in page
    assert "keek naar de gezinspagina" in page
    opened(people.helper, people.household_id, "wie-keek/", status=404)


def test_a_line_says_what_was_taken_along_and_what_was_only_wanted(people: Cast) -> None:
    client = Client()
    client.force_login(people.helper)
    client.get(f"/gezin/{people.household_id}/wijzig/leads/casus/")
    take_along(
        by=people.helper, at=timezone.now(), household_id=people.household_id, subject="meenemen: bestand"
    )
    page = opened(people.mother, people.household_id, "wie-keek/")
    assert "nam mee: het bestand, met " in page
    assert "wilde iets veranderen in wie er is" in page
    assert page.count("nee, niet gelukt") == 1
    assert "en waarom" not in page


def test_somebody_whose_time_is_over_is_not_named(people: Cast) -> None:
    now = timezone.now()
    admit(
        user=people.stranger, household_id=people.household_id, role=Role.HELPER,
        since=now - timedelta(days=9), until=now - timedelta(days=1),
    )  # fmt: skip
    page = opened(people.case_lead, people.household_id)
    assert "Hanneke (procesregisseur)" in page
    assert "Iemand (hulpverlener)" not in page


def test_the_page_in_english_names_its_dates_and_signals(people: Cast) -> None:
    page = opened(people.case_lead, people.household_id, language="en")
    assert "3 December 2026" in page
    assert "late: 1 Nov" in page


def test_an_action_is_ticked_off_on_the_page(people: Cast) -> None:
    client = Client()
    client.force_login(people.helper)
    address = f"/gezin/{people.household_id}/gedaan/t1/"
    assert f'action="{address}"' in opened(people.helper, people.household_id)
    assert client.post(address).status_code == 302
    page = opened(people.helper, people.household_id)
    assert "gedaan 22 nov" in page
    assert f'action="{address}"' not in page
