"""Another site cannot act in a reader's name: by a form, by a link, by an image."""

import pytest

from entering import enter
from house.test_routes import routes
from peelian.config.urls import urlpatterns
from peelian.web.api.api import api
from security.conftest import EMAIL, PASSWORD

pytestmark = pytest.mark.django_db


# Whoever answers a survey has no cookie that could give a right: see web/surveys/door.py.
WITHOUT_A_COOKIE = {"surveys", "survey", "survey-way", "survey-sent"}


def test_no_address_is_excused_from_the_token_but_those_that_only_read():
    excused = {
        pattern.name
        for address, pattern in routes(urlpatterns)
        if getattr(pattern.callback, "csrf_exempt", False) and not address.startswith("api/")
    }

    assert excused == WITHOUT_A_COOKIE


def test_the_api_only_reads():
    methods = {
        method
        for _prefix, router in api._routers
        for view in router.path_operations.values()
        for operation in view.operations
        for method in operation.methods
    }

    assert methods == {"GET"}


def test_a_sign_in_from_another_site_is_refused(person, strict):
    answer = strict.post("/people/sign-in/", {"login": EMAIL, "password": PASSWORD})

    assert answer.status_code == 403
    assert "peelian-session" not in strict.cookies


def test_a_token_of_another_browser_is_worth_nothing(person, strict, client):
    client.get("/people/sign-in/")
    strict.get("/people/sign-in/")
    answer = strict.post(
        "/people/sign-in/",
        {
            "login": EMAIL,
            "password": PASSWORD,
            "csrfmiddlewaretoken": client.cookies["peelian-form"].value,
        },
    )

    assert answer.status_code == 403


@pytest.mark.parametrize(
    "address",
    [
        "/people/sign-out/",
        "/people/visits/end-others/",
        "/people/password/change/",
        "/people/conflicts/declare/",
        "/people/left-alone/",
        "/people/second-factor/recovery-codes/new/",
        "/force/records/investigation/any/files/",
    ],
)
def test_a_form_of_another_site_does_nothing(person, strict, address):
    visit = enter(strict, person)

    assert strict.post(address, headers={"origin": "https://elsewhere.example"}).status_code == 403
    visit.refresh_from_db()
    assert visit.ended_at is None


def test_a_right_token_from_another_origin_is_refused_behind_tls(person, strict):
    strict.get("/people/sign-in/", secure=True)
    form = {
        "login": EMAIL,
        "password": PASSWORD,
        "csrfmiddlewaretoken": strict.cookies["peelian-form"].value,
    }
    elsewhere = {"referer": "https://elsewhere.example/page"}
    own = {"referer": "https://testserver/people/sign-in/"}

    assert strict.post("/people/sign-in/", form, secure=True, headers=elsewhere).status_code == 403
    assert strict.post("/people/sign-in/", form, secure=True, headers=own).status_code == 302


@pytest.mark.parametrize(
    "address", ["/people/sign-out/", "/people/visits/end-others/", "/people/still-here/"]
)
def test_following_a_link_ends_and_changes_nothing(person, client, address):
    visit = enter(client, person)

    client.get(address)

    visit.refresh_from_db()
    assert visit.ended_at is None


def test_only_the_public_interface_may_be_read_from_other_sites(client):
    """It holds what everybody may read, and answers whoever asks the same."""
    elsewhere = {"origin": "https://elsewhere.example"}

    assert client.get("/api/forces", headers=elsewhere)["Access-Control-Allow-Origin"] == "*"
    for address in ("/", "/people/sign-in/", "/people/me/", "/force/", "/health/live"):
        answer = client.get(address, headers=elsewhere)
        assert not [name for name in answer.headers if name.startswith("Access-Control-")]
    assert "Access-Control-Allow-Credentials" not in client.get("/api/forces", headers=elsewhere)


def test_a_parameter_in_the_wrong_place_is_not_read(person, client):
    """What belongs in the form is not taken from the address, nor from a cookie."""
    client.cookies["password"] = PASSWORD

    client.post(f"/people/sign-in/?login={EMAIL}&password={PASSWORD.replace(' ', '+')}")

    assert "peelian-session" not in client.cookies
    assert client.get("/api/forces?callback=run").status_code == 400
