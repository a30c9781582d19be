"""What every answer tells browsers to keep from doing, whatever kind of answer it is (C-WEB-1)."""

import pytest
from django.test import Client

from security.behind_tls import settings_behind_tls

pytestmark = pytest.mark.django_db
# A page, an answer to programs, a file, and the refusals of each layer.
ANSWERS = {
    "page": ("GET", "/manual/"),
    "sign-in": ("GET", "/people/sign-in/"),
    "redirect": ("GET", "/people/me/"),
    "api": ("GET", "/api/forces"),
    "api refusal": ("GET", "/api/measures/none"),
    "style": ("GET", "/static/peelian/peelian.css"),
    "health": ("GET", "/health/live"),
    "no such page": ("GET", "/no-such-page/"),
    "strange method": ("DELETE", "/manual/"),
}


def ask(name, client):
    method, address = ANSWERS[name]
    answer = client.generic(method, address)
    answer.close()  # of a file that is sent piece by piece
    return answer


@pytest.fixture(params=ANSWERS)
def answer(request, client):
    return ask(request.param, client)


def directives(answer):
    parts = answer["Content-Security-Policy"].split(";")
    return {words[0]: words[1:] for words in map(str.split, parts)}


def test_scripts_come_from_here_and_nothing_frames_or_rebases_a_page(answer):
    policy = directives(answer)

    assert policy["default-src"] == ["'self'"]
    assert policy["object-src"] == ["'none'"]
    assert policy["base-uri"] == ["'none'"]
    assert policy["frame-ancestors"] == ["'none'"]
    assert policy["form-action"] == ["'self'"]
    assert not {"script-src", "script-src-elem"} & policy.keys()


def test_an_answer_is_what_its_type_says(answer):
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_other_sites_learn_no_address_of_ours(answer):
    assert answer["Referrer-Policy"] == "same-origin"


def test_other_sites_hold_no_window_and_embed_no_answer_of_ours(answer):
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


def test_no_page_may_use_camera_microphone_or_place(answer):
    refused = answer["Permissions-Policy"].split(", ")

    assert {"camera=()", "microphone=()", "geolocation=()"} <= set(refused)
    assert all(one.endswith("=()") for one in refused)


def test_text_says_its_encoding_and_a_type_that_fits(answer):
    if not answer.streaming and not answer.content:
        return
    kind = answer["Content-Type"]

    if kind.startswith("text/"):
        assert "charset=utf-8" in kind.lower().replace('"', "")
    else:
        assert kind.startswith("application/json")
        answer.json()


def test_no_answer_names_what_it_was_made_with(answer):
    """By the product; the server in front adds its name, without a version."""
    for header in ("Server", "X-Powered-By", "Via"):
        assert header not in answer.headers


def test_a_page_that_breaks_has_the_same_headers(client, monkeypatch):
    def breaks(*_given, **_more):
        raise RuntimeError

    client.raise_request_exception = False
    monkeypatch.setattr("peelian.web.operator.health.JsonResponse", breaks)

    answer = client.get("/health/live")

    assert answer.status_code == 500
    assert directives(answer)["base-uri"] == ["'none'"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Permissions-Policy"]


@pytest.mark.parametrize("name", ANSWERS)
def test_behind_tls_browsers_are_bound_to_it_for_a_year_with_all_below(name, settings, tmp_path):
    for setting, value in settings_behind_tls(str(tmp_path)).items():
        setattr(settings, setting, value)

    answer = ask(name, Client(headers={"x-forwarded-proto": "https"}))

    assert answer["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_without_tls_nothing_is_bound(client):
    """A demo on one's own machine must not teach the browser that localhost has a certificate."""
    assert "Strict-Transport-Security" not in client.get("/manual/").headers
