"""Changes on trial as analysts meet them: registered, waited for, judged, withdrawn."""

from datetime import UTC, date, datetime

import pytest
from django.conf import settings

from peelian import catalogue
from peelian.access.identity import clock
from peelian.engines.evaluations.design import Comparison, Design
from peelian.engines.evaluations.models import Evaluation
from peelian.engines.evaluations.registering import register
from peelian.records.store.reader import open_reader
from people import FORCE
from web.force.evaluations.rows import FORM, MEASURE, put_searches
from web.force.signed_in import browser_of, text_of

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
LATER = datetime(2026, 8, 3, 10, tzinfo=UTC)
LIST = "/force/evaluations/"
NEW = f"{LIST}new/{MEASURE}/"


@pytest.fixture
def world(force, desk, monkeypatch):
    """Half a year of searches, and a clock that a test sets."""
    put_searches(desk.root)
    now = {"at": AT}
    monkeypatch.setattr(clock, "now", lambda: now["at"])
    return now


def analyst(force, world, role="analyst"):
    return browser_of(force[role], at=world["at"])


def as_typed(form):
    """A form as a browser sends it: a day in three boxes."""
    sent = {}
    for name, value in form.items():
        if name.endswith("_on") and value:
            for number, part in enumerate(reversed(value.split("-"))):
                sent[f"{name}_{number}"] = part
        else:
            sent[name] = value
    return sent


def made(force, **more):
    design = Design(Comparison.BEFORE, "2026-01", "2026-06", {"": date(2026, 4, 1)})
    said = {
        "title": "Grounds read before each shift",
        "words": "Sergeants read three grounds aloud.",
        "wanted": "up",
        "check_on": date(2026, 8, 3),
        "what_counts": "Ten points.",
        "accepted": True,
    }
    return register(
        catalogue.measure(MEASURE),
        design,
        force_id=FORCE,
        actor=force["analyst"],
        at=AT,
        tables=open_reader(settings.STORE_ROOT),
        **said | more,
    )


def test_the_list_answers_first(force, world):
    browser = analyst(force, world)

    assert "No change is on trial." in text_of(browser, LIST)
    one = made(force)
    assert "No verdict is due yet." in text_of(browser, LIST)
    world["at"] = LATER
    page = text_of(analyst(force, world), LIST)
    assert "1 change waits for its verdict." in page
    assert one.ref in page


def test_figures_that_cannot_be_judged_are_not_offered(force, world):
    page = text_of(analyst(force, world), f"{LIST}new/")

    assert "Searches that led to any action" in page
    assert "Time to answer a 999 call" not in page
    text_of(analyst(force, world), f"{LIST}new/contact.answer_time_999/", 404)
    text_of(analyst(force, world), f"{LIST}new/no.such/", 404)


def test_a_design_that_stands_shows_what_it_cannot_rule_out(force, world):
    browser = analyst(force, world)

    answer = browser.post(NEW, as_typed(FORM))

    assert answer.status_code == 200
    assert "comes back towards its usual level" in answer.content.decode()
    assert not Evaluation.objects.exists()
    refused = browser.post(NEW, as_typed(FORM) | {"confirm": "1"})
    assert refused.status_code == 400
    assert "and accept it" in refused.content.decode()
    done = browser.post(NEW, as_typed(FORM) | {"confirm": "1", "accepted": "on"})
    one = Evaluation.objects.get()
    assert done.url == f"{LIST}{one.ref}/"
    page = text_of(browser, done.url)
    assert "No verdict yet: it can be given from 3 August 2026 on." in page
    assert "All, from 1 April 2026" in page


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"starts_on": "2026-03-02"}, "registered before it starts"),
        ({"check_on": "2026-06-30"}, "the earliest day is 1 July 2026"),
        ({"title": ""}, "Write what changes, in a few words."),
        ({"comparison": "matched"}, "told apart"),
        ({"comparison": "stepped", "told_apart_by": "force", "units": "kent, soon"}, "1 4 2027"),
        ({"comparison": "matched", "units": "kent, 1 4 99999999999"}, "1 4 2027"),
        ({"narrow_by": "power_kind", "narrow_to": "Nobody"}, "Nobody"),
    ],
)
def test_what_cannot_stand_is_said_at_its_place(force, world, changes, said):
    answer = analyst(force, world).post(NEW, as_typed(FORM | changes))

    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert not Evaluation.objects.exists()


def test_steps_are_written_line_by_line(force, world):
    form = FORM | {
        "comparison": "stepped",
        "told_apart_by": "gender",
        "starts_on": "",
        "units": "Male, 1 4 2026\nFemale, 2026-07-01",
        "first": "2026-02",
        "last": "2026-08",
        "check_on": "2026-09-01",
        "accepted": "on",
        "confirm": "1",
    }

    answer = analyst(force, world).post(NEW, as_typed(form))

    assert answer.status_code == 302, answer.content.decode()[:9000]
    assert Evaluation.objects.get().starts == [["Male", "2026-04-01"], ["Female", "2026-07-01"]]


def test_the_verdict_is_reckoned_and_a_person_writes_beside_it(force, world):
    one = made(force)
    text_of(analyst(force, world), f"{LIST}{one.ref}/verdict/", 404)
    world["at"] = LATER
    browser = analyst(force, world)

    page = text_of(browser, f"{LIST}{one.ref}/verdict/")
    assert "Improved: up by 25.0 percentage points" in page
    assert "What would count, as registered: Ten points." in page
    refused = browser.post(f"{LIST}{one.ref}/verdict/", {"then": "keep"})
    assert refused.status_code == 400
    sent = {
        "note": "It was read aloud on most shifts.",
        "then": "keep",
        "checked_by": "Ten files were read.",
        "checked_ref": "A-77",
    }
    browser.post(f"{LIST}{one.ref}/verdict/", sent)

    shown = text_of(browser, f"{LIST}{one.ref}/")
    assert "Improved: up by 25.0 percentage points" in shown
    assert "60 of 300" in shown
    assert "135 of 300" in shown
    assert "A-77" in shown
    assert "Keep it" in shown
    text_of(browser, f"{LIST}{one.ref}/verdict/", 404)
    text_of(browser, f"{LIST}{one.ref}/withdraw/", 404)
    assert "Improved" in text_of(browser, LIST)


def test_a_change_is_withdrawn_with_its_reason(force, world):
    one = made(force)
    browser = analyst(force, world)

    assert browser.post(f"{LIST}{one.ref}/withdraw/", {}).status_code == 400
    browser.post(f"{LIST}{one.ref}/withdraw/", {"because": "No posts."})

    assert "Withdrawn: No posts." in text_of(browser, f"{LIST}{one.ref}/")


def test_a_change_that_is_withdrawn_once_its_verdict_can_be_read_says_so(force, world):
    """Else unwelcome verdicts are withdrawn, and the list shows the welcome ones."""
    one = made(force)
    world["at"] = LATER
    browser = analyst(force, world)
    browser.post(f"{LIST}{one.ref}/withdraw/", {"because": "No posts."})

    said = "Withdrawn on 3 August 2026, when its verdict could be read already: No posts."
    assert said in text_of(browser, f"{LIST}{one.ref}/")
    assert "Withdrawn when its verdict was due" in text_of(browser, LIST)


@pytest.mark.parametrize("role", ["patrol-officer", "supervisor", "investigator"])
def test_others_have_no_part_in_it(force, world, role):
    one = made(force)
    browser = analyst(force, world, role)

    for page in (LIST, f"{LIST}new/", NEW):
        assert browser.get(page).status_code == 404
    for page in ("", "verdict/", "withdraw/"):
        assert browser.get(f"{LIST}{one.ref}/{page}").status_code == 404


def test_the_menu_names_it_to_those_who_evaluate(force, world):
    assert ">Changes<" in analyst(force, world).get(LIST).content.decode().replace("\n", "")
    other = analyst(force, world, "supervisor")
    assert "/force/evaluations/" not in other.get("/force/").content.decode()
