"""Guided assessments as declared: what is asked and by whose authority, never what was answered."""

import pytest
from django.urls import reverse

from peelian import catalogue
from peelian.engines.procedures.asking import ways_round

PROCEDURES = catalogue.procedures()


def asked(client, url, status=200):
    answer = client.get(url)
    assert answer.status_code == status
    return answer.json()


def test_every_one_is_listed_and_opens(client, empty_home):
    found = asked(client, reverse("api:procedures"))

    assert [one["key"] for one in found] == [one.key for one in PROCEDURES]
    for one in found:
        assert asked(client, one["url"])["why"] == one["why"]


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda one: one.key)
def test_the_questions_are_those_that_are_asked(client, empty_home, procedure):
    found = asked(client, reverse("api:procedure", args=[procedure.key]))

    version = procedure.versions[-1]
    shown = [one for part in found["versions"][-1]["parts"] for one in part["questions"]]
    assert [one["key"] for one in shown] == [one.key for one in version.questions]
    assert [one["instead"] for one in shown] == [list(ways_round(one)) for one in version.questions]


def test_an_unknown_one_says_where_they_are_listed(client, empty_home):
    found = asked(client, "/api/procedures/no.such", status=404)

    assert found["where"] == "key"
    assert "/api/procedures" in found["right"]
