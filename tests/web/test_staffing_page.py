"""The staffing page: the question in the address, the answer first, and nothing of closed calls."""

from dataclasses import dataclass

import pytest
from django.urls import reverse

from areas.staffing_samples import Held, mondays
from peelian.web.components.day import PINK, day
from peelian.web.components.points import Line, Point
from peelian.web.public import staffing as page
from peelian.web.public import staffing_answer

HOURS = {"999": (2,) * 16 + (14,) * 2 + (3,) * 6, "101": (2,) * 16 + (14,) * 2 + (3,) * 6}
ASKED = {"force": "staffordshire", "day": "monday", "staff": "3", "weeks": "4", "shrinkage": "30"}


@dataclass(frozen=True)
class Part:
    source: str
    force_id: str = "staffordshire"


class Store(Held):
    """Calls of one source, as a page's reader."""

    def __init__(self, rows, source):
        super().__init__(rows)
        self.source = source
        self.id = f"calls-{source}"

    def parts_of(self, type_key):
        return (Part(self.source),)


@pytest.fixture(scope="module")
def rows():
    return mondays(4, HOURS, 3, handling={"999": 300, "101": 300}, handover=2)


@pytest.fixture
def visit(rows, client, empty_home, monkeypatch):
    """Gives the page for an address, over calls of a source."""

    def get(source="synthetic", **asked):
        store = Store(rows, source)
        monkeypatch.setattr(page, "reader", lambda: store)
        answer = client.get(reverse("staffing"), asked)
        return answer, " ".join(answer.content.decode().split())

    return get


@pytest.mark.ledger("P-CON-01")
def test_the_answer_stands_first_with_its_chart_table_and_assumptions(visit):
    _answer, text = visit(**ASKED)

    assert (
        "On a Monday, Staffordshire Police will miss 90% of 999 calls within ten seconds in" in text
    )
    assert "would meet 90%" in text
    assert "will miss the aim and" in text
    assert "An aim for forces, not law" in text
    assert "Held against the one Monday kept back" in text
    assert text.index("will miss 90% of 999 calls within ten seconds in") < text.index("<form")
    assert text.count("<tr") == 97
    assert "To roster" in text


def test_before_a_question_there_is_the_form_alone(visit):
    _answer, text = visit()

    assert "Choose a force and a day" in text
    assert "Staffordshire Police</option>" in text
    assert "<table" not in text


def test_the_form_keeps_what_was_asked(visit):
    _answer, text = visit(**ASKED)

    assert 'name="staff" value="3"' in text
    assert '<option value="monday" selected' in text
    assert '<option value="4" selected' in text


def test_calls_that_nobody_publishes_are_not_for_this_page(visit):
    _answer, text = visit(source="extracts", **ASKED)

    assert "No calls of this force are loaded that everyone may see." in text
    assert "Staffordshire Police</option>" not in text
    assert "will miss" not in text


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"staff": "many"}, "is no line of a roster"),
        ({"day": "someday"}, "is no day of the week"),
        ({"weeks": "few"}, "choose from 1 to 52"),
        ({"shrinkage": "120"}, "give a percentage such as 30"),
        ({"force": "stafordshire"}, "is not a force"),
    ],
)
def test_an_address_that_cannot_be_answered_says_what_could(visit, asked, sentence):
    answer, text = visit(**ASKED | asked)

    assert answer.status_code == 400
    assert sentence in text


def test_a_day_without_calls_says_so(visit):
    _answer, text = visit(**ASKED | {"day": "sunday"})

    assert "No 999 call of Staffordshire Police on a Sunday is loaded" in text


def test_a_second_reader_of_a_plan_waits_for_nothing(visit, monkeypatch):
    visit(**ASKED)
    monkeypatch.setattr(staffing_answer, "plan", None)

    answer, _text = visit(**ASKED)

    assert answer.status_code == 200


def test_while_a_plan_is_made_others_are_asked_to_come_back(visit, monkeypatch):
    monkeypatch.setattr(staffing_answer, "PATIENCE_SECONDS", 0.01)
    with staffing_answer._room:
        answer, text = visit(**ASKED | {"staff": "7"})

    assert answer.status_code == 503
    assert "try again in a minute" in text


def test_bars_that_miss_are_marked_by_more_than_a_colour():
    points = [
        Point(label="00:00", value=0.95, series="fine"),
        Point(label="00:15", value=0.5, series="will miss"),
        Point(label="00:30", value=None, status="no_data", series="no calls expected"),
    ]
    chart = day(
        points=points,
        aim=Line(at=0.9, words="The aim"),
        axis_title="Begins",
        description="A day.",
        missing="will miss",
        unsure="borderline",
    )
    rows = chart.spec["data"]["values"]

    assert [row["missing"] for row in rows] == [False, True, False]
    assert rows[1]["colour"] == PINK
    assert [layer.get("name") for layer in chart.spec["layer"]][:2] == ["bars", "marks"]
    assert chart.notes == (
        "Bars under a triangle will miss the aim.",
        "Where no 999 call is expected there is no bar.",
    )


def test_a_day_without_points_is_refused():
    with pytest.raises(ValueError, match="at least one point"):
        day(
            points=[],
            aim=Line(at=0.9, words=""),
            axis_title="",
            description="",
            missing="",
            unsure="",
        )
