"""Pages of people and their rights: who finds which, and what they are told."""

import pytest
from django.urls import reverse

from peelian.access.roles import ALL_ROLES, ROLES


def text(response):
    return response.content.decode()


PAGES = {
    "people": set(ROLES),
    "roles": set(ROLES),
    "my-access": set(ROLES),
    "conflicts": set(ROLES),
    "declare-conflict": set(ROLES),
    "team": {"supervisor", "people-services", "standards-investigator", "records-manager"},
    "accounts": {"administrator"},
    "make-account": {"administrator"},
    "organisation": {"administrator", "people-services"},
    "make-unit": {"administrator", "people-services"},
    "move-unit": {"administrator", "people-services"},
    "make-post": {"administrator", "people-services"},
    "hold-post": {"administrator", "people-services"},
    "record-shift": {"administrator", "people-services"},
    "record-absence": {"administrator", "people-services"},
    "seals": {"standards-investigator", "chief-officer", "records-manager"},
    "seal-record": {"standards-investigator", "chief-officer", "records-manager"},
    "shares": {"chief-officer"},
}


@pytest.mark.parametrize("role", sorted(ROLES))
def test_each_page_exists_for_whom_it_is_and_for_nobody_else(desk, role):
    browser = desk(role)
    found = {name for name in PAGES if browser.get(reverse(name)).status_code == 200}

    assert found == {name for name, roles in PAGES.items() if role in roles}


def test_the_first_page_links_to_what_exists_only(desk):
    for role in ("patrol-officer", "administrator", "chief-officer"):
        browser = desk(role)
        page = browser.get(reverse("people"))
        for link in page.context["links"]:
            assert browser.get(link.url).status_code == 200, (role, link.url)


def test_every_role_is_told_in_plain_words_from_its_class(desk):
    page = text(desk("patrol-officer").get(reverse("roles")))

    assert all(role.says in page for role in ALL_ROLES)
    assert "May look at, add and change records of policing of their unit and the units" in page
    assert "Is trusted to share records with a partner agency." in page
    assert "Is asked why, where no task or tie tells it." in page


def test_everybody_finds_out_what_they_may_see_and_why(desk):
    page = text(desk("supervisor").get(reverse("my-access")))

    assert "Your roles today: Supervisor." in page
    assert "post: Supervisor" in page
    assert "it is of your unit or one under it" in page
    assert "North" in page
