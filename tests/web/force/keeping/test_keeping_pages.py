"""The pages of keeping: from what is due to the tombstone, and from a request to its bundle."""

import html
import io
import re
import zipfile
from datetime import date

import pytest
from django.utils import timezone

from peelian.access.giving.seals import seal
from peelian.areas.investigation.models import Investigation
from peelian.engines.retention.models import Hold, Proposal, Tombstone
from peelian.engines.subject_access.models import Line, Request
from peelian.spine.models import Involvement, Person
from people import FORCE, employ, investigation
from web.force.signed_in import browser_of

pytestmark = pytest.mark.django_db
DUE = "/force/keeping/due/investigation/"
REVIEW = "/force/keeping/review/investigation/investigation-A/"
OVER = date(2012, 5, 1)


def text_of(client, url, status=200):
    answer = client.get(url)
    assert answer.status_code == status, answer.content.decode()[:3000]
    return html.unescape(re.sub(r"\s+", " ", answer.content.decode()))


def posted(client, url, status=302, **data):
    answer = client.post(url, data)
    assert answer.status_code == status, answer.content.decode()[:4000]
    return answer


@pytest.fixture
def case(force):
    """An investigation that was closed long ago, and a second keeper of records."""
    force.people["second"] = employ("records-manager", "F", name="second")
    investigation("A", closed_on=OVER)
    return force


def proposed(browser):
    posted(browser, REVIEW, decision="erase", reason="no-need", words="No purpose is left.")
    return Proposal.objects.get()


class TestReviewing:
    def test_the_list_leads_to_the_review(self, case):
        browser = browser_of(case["records-manager"])

        assert "Keeping" in text_of(browser, "/force/")
        assert DUE in text_of(browser, "/force/keeping/")
        listed = text_of(browser, DUE)
        assert "1 May 2018" in listed
        assert REVIEW in listed
        assert "group 4" in text_of(browser, REVIEW)

    def test_kept_until_a_day(self, case):
        browser = browser_of(case["records-manager"])
        posted(browser, REVIEW, decision="keep", reason="risk", words="Two further reports.")

        assert "Nothing that you may decide on is due" in text_of(browser, DUE)
        assert "Two further reports." in text_of(browser, REVIEW)

    def test_what_is_missing_is_said(self, case):
        answer = posted(browser_of(case["records-manager"]), REVIEW, status=400)

        assert b"Choose what is to become of it." in answer.content

    def test_a_hold_is_placed_and_lifted(self, case):
        browser = browser_of(case["records-manager"])
        posted(
            browser,
            "/force/keeping/hold/investigation/investigation-A/",
            kind="inquest",
            words="inquest 12/26",
        )
        refused = posted(browser, REVIEW, status=400, decision="erase", reason="no-need", words="x")
        assert b"A hold stands on this record" in refused.content
        assert "inquest 12/26" in text_of(browser, "/force/keeping/holds/")

        posted(browser, f"/force/keeping/holds/{Hold.objects.get().pk}/lift/", because="closed")
        assert proposed(browser)

    def test_a_hold_on_a_sealed_record_is_not_listed(self, case):
        first, second = browser_of(case["records-manager"]), browser_of(case["second"])
        posted(
            second,
            "/force/keeping/hold/investigation/investigation-A/",
            kind="inquest",
            words="inquest 12/26",
        )
        seal(
            record=Investigation.objects.get(),
            members=[case["second"]],
            reason="a source",
            actor=case["standards-investigator"],
            at=timezone.now(),
        )

        assert "inquest 12/26" not in text_of(first, "/force/keeping/holds/")
        text_of(first, f"/force/keeping/holds/{Hold.objects.get().pk}/lift/", status=404)
        assert "inquest 12/26" in text_of(second, "/force/keeping/holds/")

    def test_everything_of_a_type_is_held_at_once(self, case):
        posted(
            browser_of(case["records-manager"]),
            "/force/keeping/holds/",
            record_type="investigation",
            kind="moratorium",
            words="the inquiry's letter",
        )

        assert Hold.objects.get().record_id == ""

    def test_a_rule_of_the_force(self, case):
        browser = browser_of(case["records-manager"])
        posted(
            browser,
            "/force/keeping/rules/",
            key="undetected",
            years="30",
            review_years="2",
            authority="Force schedule 2026",
            starts_on_0="1",
            starts_on_1="1",
            starts_on_2="2026",
        )

        assert "Force schedule 2026" in text_of(browser, "/force/keeping/rules/")
        assert "Nothing that you may decide on is due" in text_of(browser, DUE)


class TestErasing:
    def test_a_second_person_sees_what_goes_and_confirms(self, case):
        proposal = proposed(browser_of(case["records-manager"]))
        browser = browser_of(case["second"])
        here = f"/force/keeping/proposals/{proposal.pk}/"
        assert here in text_of(browser, "/force/keeping/proposals/")
        page = text_of(browser, here)
        assert "Reviews 1" in re.sub(r"<[^>]+>\s*", " ", page).replace("  ", " ")

        seen = re.search(r'name="seen" value="(\w+)"', page)[1]
        posted(browser, here, seen=seen)

        assert not Investigation.objects.exists()
        stones = text_of(browser, "/force/keeping/erased/")
        assert Tombstone.objects.get().record_id in stones
        assert "Gone" in stones

    def test_whoever_proposed_it_has_no_button_and_no_way(self, case):
        browser = browser_of(case["records-manager"])
        here = f"/force/keeping/proposals/{proposed(browser).pk}/"

        assert "Another person confirms it" in text_of(browser, here)
        posted(browser, here, seen="x")
        assert "Nobody confirms their own proposal" in text_of(browser, here)
        assert Investigation.objects.exists()

    def test_it_is_taken_back(self, case):
        proposal = proposed(browser_of(case["records-manager"]))
        posted(browser_of(case["second"]), f"/force/keeping/proposals/{proposal.pk}/withdraw/")

        assert not Proposal.objects.exists()

    @pytest.mark.parametrize(
        "page", ["", "due/investigation/", "holds/", "proposals/", "erased/", "rules/", "requests/"]
    )
    def test_for_others_there_is_no_such_page(self, case, page):
        text_of(browser_of(case["investigator"]), f"/force/keeping/{page}", status=404)

    @pytest.mark.parametrize("page", ["review", "hold"])
    def test_a_missing_record_is_no_page(self, case, page):
        browser = browser_of(case["records-manager"])
        text_of(browser, f"/force/keeping/{page}/investigation/none/", status=404)


@pytest.fixture
def asked(case):
    """A person who is a victim in A has asked for their data."""
    Person.objects.create(
        record_id="person-K",
        source="extracts",
        force_id=FORCE,
        person_key="K",
        family_name="Own-name",
    )
    Involvement.objects.create(
        record_id="link",
        source="extracts",
        force_id=FORCE,
        person_key="K",
        record_type="investigation",
        reference="A",
        part="Victim",
        basis="Fact",
    )
    today = timezone.localdate()
    posted(
        browser_of(case["records-manager"]),
        "/force/keeping/requests/new/",
        described="By letter",
        regime="part-3",
        received_on_0=today.day,
        received_on_1=today.month,
        received_on_2=today.year,
    )
    return f"/force/keeping/requests/{Request.objects.get().pk}/"


class TestAnswering:
    def prepare(self, browser, asked):
        posted(browser, f"{asked}step/recognise/", person_key="K")
        posted(browser, f"{asked}step/gather/")
        line = Line.objects.get(field="family_name")
        posted(browser, f"{asked}step/decide/", line=line.pk, release="yes", reason="Theirs.")

    def test_from_the_request_to_the_bundle(self, case, asked):
        keeper, chief = browser_of(case["records-manager"]), browser_of(case["chief-officer"])
        self.prepare(keeper, asked)
        page = text_of(keeper, asked)
        assert "Goes to the person" in page
        assert "It may speak of other people" in page
        posted(keeper, f"{asked}step/hand-on/")
        text_of(keeper, f"{asked}release/", status=404)

        shown = text_of(chief, f"{asked}release/")
        assert "Own-name" in shown
        assert "summary of A" not in shown
        posted(chief, f"{asked}release/")

        answer = keeper.get(f"{asked}bundle/")
        assert answer["Content-Disposition"].startswith("attachment")
        archive = zipfile.ZipFile(io.BytesIO(answer.content))
        assert b"Own-name" in archive.read("your-data.csv")
        assert b"summary of A" not in archive.read("your-data.html")

    def test_no_bundle_before_its_release(self, case, asked):
        text_of(browser_of(case["records-manager"]), f"{asked}bundle/", status=404)

    def test_lines_of_others_are_chosen_one_by_one(self, case, asked):
        browser = browser_of(case["records-manager"])
        self.prepare(browser, asked)
        lines = list(Line.objects.filter(field__in=["summary", "offence"]))
        posted(
            browser,
            f"{asked}step/decide/",
            line=[line.pk for line in lines],
            release="yes",
            reason="x",
        )

        assert "one by one" in text_of(browser, asked)
        assert not Line.objects.filter(field="summary", released=True).exists()

    def test_what_is_taken_back_is_prepared_again(self, case, asked):
        browser = browser_of(case["records-manager"])
        self.prepare(browser, asked)
        posted(browser, f"{asked}step/hand-on/")
        posted(browser, f"{asked}step/take-back/")

        assert "Gather again" in text_of(browser, asked)

    def test_the_list_shows_the_day(self, case, asked):
        browser = browser_of(case["chief-officer"])

        assert asked in text_of(browser, "/force/keeping/requests/")
        text_of(browser, "/force/keeping/requests/new/", status=404)
        text_of(browser_of(case["call-handler"]), asked, status=404)
