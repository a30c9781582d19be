"""The front door and the page of a force."""

import pytest

pytestmark = pytest.mark.django_db


def page(client, url):
    answer = client.get(url)
    return answer, answer.content.decode()


def test_home_answers_first_with_the_force_that_is_known_best(client, loaded_home):
    answer, text = page(client, "/")
    assert answer.status_code == 200
    assert "Staffordshire Police" in text
    # October to December 2021: counted by hand from the street files.
    assert "19,532" in text


def test_home_has_six_cards_that_open_their_figures(client, loaded_home):
    _, text = page(client, "/")
    assert text.count('class="peelian-topic"') == 6
    assert text.count('href="/figures/crime.') == 6


def test_home_says_which_forces_are_missing_and_that_missing_is_not_zero(client, loaded_home):
    _, text = page(client, "/")
    assert "36 of the 43 forces of England and Wales are not loaded" in text
    assert "Greater Manchester Police" in text
    assert "not a force without them" in text


def test_home_of_an_empty_installation_says_how_to_load(client, empty_home):
    answer, text = page(client, "/")
    assert answer.status_code == 200
    assert "peelian load police_uk" in text
    assert "peelian-topic" not in text


def test_a_force_with_two_months_shows_them_and_does_not_say_a_direction(client, loaded_home):
    _, text = page(client, "/forces/cheshire/")
    assert "November to December 2021" in text
    assert "No earlier months are loaded" in text


def test_a_force_whose_outcomes_cannot_be_followed_shows_no_share(client, loaded_home):
    _, text = page(client, "/forces/cheshire/")
    assert "cannot yet be followed for 2 months" in text
    assert "0.0%" not in text


def test_a_known_force_that_is_not_loaded_has_no_data(client, loaded_home):
    answer, text = page(client, "/forces/kent/")
    assert answer.status_code == 200
    assert "Kent Police" in text
    assert "No figure" in text
    assert 'href="/figures/' not in text


def test_an_unknown_force_is_answered_with_the_nearest(client, loaded_home):
    answer, text = page(client, "/forces/stafordshire/")
    assert answer.status_code == 404
    assert "staffordshire" in text


def test_the_chooser_works_without_scripts(client, loaded_home):
    assert client.get("/forces/?force=cheshire").url == "/forces/cheshire/"
    assert "Cheshire Constabulary" in page(client, "/forces/")[1]


@pytest.mark.parametrize("typed", ["stafordshire", "'", "a/b", "x=1"])
def test_the_chooser_refuses_what_is_no_force(client, loaded_home, typed):
    answer = client.get("/forces/", {"force": typed})
    assert answer.status_code == 404
    assert "is not a force" in answer.content.decode()


def test_every_page_carries_the_attribution_lines(client, loaded_home):
    for url in ("/", "/forces/", "/forces/cheshire/", "/measures/", "/measures/crime.rate/"):
        text = page(client, url)[1]
        assert "Contains public sector information licensed under the Open Government" in text
        assert "Contains OS data © Crown copyright and database right" in text
