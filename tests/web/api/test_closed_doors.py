"""The API shows nothing that rests on rows which nobody publishes."""

import pytest
from django.conf import settings
from django.test import Client

from peelian.records import openness
from peelian.sources.extracts.source import EXTRACTS
from peelian.web.answers import forget
from sources.extracts.extract_desk import CALLS, ExtractDesk

pytestmark = pytest.mark.django_db

KEY = "contact.calls"


@pytest.fixture
def extracted(tmp_path, monkeypatch):
    """A home into which a force has loaded two calls from its own record system."""
    desk = ExtractDesk(tmp_path)
    desk.load(
        desk.csv(
            ("1", "01/03/2021 10:00", "999", "00:00:04"),
            ("2", "02/03/2021 11:00", "999", "00:00:15"),
        ),
        desk.mapping(f'{CALLS}[rhythm]\nevery = "day"\n'),
    )
    monkeypatch.setattr(settings, "STORE_ROOT", tmp_path / "store")
    forget()
    yield Client(headers={"host": "localhost"})
    forget()


@pytest.mark.parametrize(
    "path",
    [
        f"/api/measures/{KEY}/cells",
        f"/api/measures/{KEY}/cells.csv",
        f"/api/measures/{KEY}/comparison",
        f"/api/measures/{KEY}/comparison.csv",
        f"/api/measures/{KEY}/control?force=kent",
        f"/api/figures/{KEY}@1;2021-03;force=kent",
    ],
)
def test_a_figure_over_a_record_system_is_refused_with_the_reason(extracted, path):
    answer = extracted.get(path)

    assert answer.status_code == 403
    assert "not published" in answer.json()["what"]
    assert answer.json()["right"]


def test_that_a_file_is_loaded_is_told_and_nothing_of_what_it_holds(extracted):
    (file,) = extracted.get("/api/coverage?type=call").json()["items"]

    assert (file["force"], file["month"], file["public"]) == ("kent", "2021-03", False)
    assert [file[key] for key in ("name", "rows", "rejected", "sha256")] == [None] * 4


def test_once_they_are_openly_published_they_are_shown_and_said_to_be_late(extracted, monkeypatch):
    everyone = openness.OPENLY_PUBLISHED | {EXTRACTS.key: "Anyone"}
    monkeypatch.setattr(openness, "OPENLY_PUBLISHED", everyone)
    forget()
    found = extracted.get(f"/api/measures/{KEY}/cells").json()
    (cell,) = found["items"]
    (late,) = found["feeds"]

    assert cell["numerator"] == 2
    assert late.startswith("Calls of a test for Kent Police is late, last loaded on 1 November")
    assert late not in found["warnings"]
    for other in (cell["url"], f"/api/measures/{KEY}/control?force=kent"):
        assert extracted.get(other).json()["feeds"] == [late]
