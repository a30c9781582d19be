"""A late or short feed is said on every figure that rests on it, and where the data are listed."""

import io
import json
import re

import pytest
from django.core.management import call_command

from engines.publishing.small_store import fill, street

pytestmark = pytest.mark.django_db
FIGURE = "/figures/crime.recorded@1;2021-03;force=staffordshire"
# Loaded by hand on 1 November 2026, and nothing after May 2021 has come since.
LATE = "data.police.uk for Staffordshire Police is late, last loaded on 1 November 2026."
WHY = "more was expected by 13 September 2021."


def text_of(client, url, status=200):
    answer = client.get(url)
    assert answer.status_code == status, answer.content.decode()[:3000]
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.mark.parametrize(
    "url",
    [
        FIGURE,
        f"{FIGURE}/rows/counted/",
        "/measures/crime.recorded/?force=staffordshire",
        "/measures/crime.recorded/?force=staffordshire&view=place",
        "/data/",
    ],
)
def test_a_page_says_once_that_its_feed_is_late(client, desk, url):
    fill(desk)
    text = text_of(client, url)
    assert text.count(LATE) >= 1
    assert WHY in text
    if url != "/data/":
        assert text.count(LATE) == 1


def test_files_carry_it_too(client, desk):
    fill(desk)
    assert LATE in text_of(client, "/measures/crime.recorded/download.json")


def test_a_figure_of_another_force_is_left_alone(client, desk):
    fill(desk)
    desk.load_text(street("2021-03", (20, 21)), "2021-03-kent-street.csv")
    assert LATE not in text_of(client, FIGURE.replace("staffordshire", "kent"))


def test_the_command_line_says_it_beside_the_figures(desk):
    fill(desk)
    out, err = io.StringIO(), io.StringIO()
    call_command("measure", "crime.recorded", "--format", "csv", stdout=out, stderr=err)
    assert LATE in err.getvalue()
    assert "late" not in out.getvalue()


@pytest.mark.parametrize("command", ["measure", "compare"])
def test_json_of_the_command_line_carries_it(desk, command):
    fill(desk)
    out = io.StringIO()
    call_command(command, "crime.rate", "--format", "json", stdout=out, stderr=io.StringIO())
    assert any(LATE in said for said in json.loads(out.getvalue())["warnings"])


def test_samples_are_an_archive_that_is_never_late(client, loaded_home):
    assert "Late or short feed" not in text_of(client, "/data/")
    assert "The newest month of any force is December 2021." in text_of(client, "/data/")
