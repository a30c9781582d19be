"""Measures that duties and assessments have by themselves: listed, folded, defined for anyone."""

import re

import pytest
from django.utils.html import escape

from peelian import catalogue

LISTED = [listed for listed in catalogue.LISTED if listed.made]


def text_of(client, url, status=200):
    answer = client.get(url)
    assert answer.status_code == status
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.mark.parametrize("page", ["measures", "manual"])
def test_they_stand_folded_under_their_area_and_lead_to_their_definition(client, empty_home, page):
    text = text_of(client, f"/{page}/")

    assert text.count("<details") == len(LISTED)
    for listed in LISTED:
        number = len(listed.made)
        assert f"From duties, assessments, audits and surveys: {number} measure" in text
        for measure in listed.made:
            assert f'href="/manual/{measure.key}/"' in text


def test_the_manual_says_how_one_is_defined(client):
    made = LISTED[0].made[0]

    assert escape(made.definition) in text_of(client, f"/manual/{made.key}/")


def test_its_figures_await_a_release(client, empty_home):
    text_of(client, f"/measures/{LISTED[0].made[0].key}/", status=403)


def test_programs_are_told_of_them_too(client, empty_home):
    made = LISTED[0].made[0]

    keys = {one["key"] for one in client.get("/api/measures").json()}
    assert keys == {measure.key for measure in catalogue.measures()}
    detail = client.get(f"/api/measures/{made.key}").json()
    assert (detail["area"], detail["kind"]) == (LISTED[0].area.key, made.kind)


def test_every_measure_is_listed_under_one_area():
    for listed in catalogue.LISTED:
        for measure in listed.every:
            assert catalogue.area_of(measure) == listed.area
