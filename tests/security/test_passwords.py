"""What may be a password, how it is compared and how it is kept (C-SES-1)."""

import re

import pytest
from django.contrib.auth import password_validation
from django.contrib.auth.hashers import identify_hasher, make_password
from django.core.exceptions import ValidationError
from django.test import Client

from entering import enter
from peelian.access.user import User
from security.conftest import EMAIL, PASSWORD

GOOD = "umbrella carpet lantern"
PAGES = ("/people/sign-in/", "/people/again/", "/people/password/change/")


def refused(password, user=None):
    """The codes with which a password is refused; none for one that is taken."""
    try:
        password_validation.validate_password(password, user)
    except ValidationError as error:
        return {one.code for one in error.error_list}
    return set()


@pytest.mark.parametrize(
    "password",
    [
        GOOD,
        "twelve signs",
        "only small letters here",
        "ONLY GREAT LETTERS HERE",
        "58 314 2907 6644",
        "⁂ — ☃ ✈ ☂ ♞ ⚓ ✂ ♫ ☎",
        "een wachtwoord över café",
        "k8#Xz92!pQ71mm4$",
        "a long one " * 6 + "ends",
        "x7Qp" * 32,
    ],
)
def test_any_signs_will_do_and_any_length_from_twelve(password):
    assert len(password) >= 12
    assert refused(password) == set()


def test_eleven_signs_are_too_few():
    assert refused("umbrella ca") == {"password_too_short"}


@pytest.mark.parametrize(
    "password", ["password1234", "qwertyqwerty", "iloveyou!!!2026", "sunshine--2024"]
)
def test_what_thieves_try_first_is_refused_with_what_was_put_round_it(password):
    assert refused(password) & {"password_too_common", "known_to_thieves"}


@pytest.mark.parametrize(
    "password", ["123456789012", "abcdefghijklm", "111122223333", "zzzzzzzzzzzz"]
)
def test_signs_in_a_row_are_refused(password):
    assert refused(password) & {"a_walk", "password_too_common"}


def test_a_force_brings_a_list_of_stolen_passwords_and_may_change_it(tmp_path):
    assert refused("correcthorsebatterystaple") == set()
    listed = tmp_path / "known-passwords.txt"
    listed.write_text("Trustno1trustno1\ncorrecthorsebatterystaple\n", encoding="utf-8")

    assert refused("correcthorsebatterystaple") == {"known_to_thieves"}
    assert refused("CorrectHorseBatteryStaple") == {"known_to_thieves"}
    assert refused(GOOD) == set()

    listed.unlink()
    assert refused("correcthorsebatterystaple") == set()


@pytest.mark.parametrize(
    "password",
    [
        "Staffordshire2026",
        "peelian-peelian",
        "Detective Sergeant 99",
        "kentpolicekent!",
        "StaffordshirePolice1",
        "control room 101",
    ],
)
def test_words_of_the_place_do_not_make_a_password(password):
    assert "words_of_the_place" in refused(password)


@pytest.mark.parametrize("password", ["umbrella police lantern", "sergeants like marmalade"])
def test_such_words_may_stand_among_others(password):
    assert refused(password) == set()


def test_ones_own_name_and_address_are_refused(db):
    user = User(email="margaret.holloway@example.org", name="Demo handler")

    assert "password_too_similar" in refused("margaret.holloway", user)


def test_a_change_takes_the_old_one_and_the_new_one(person, client):
    enter(client, person)
    address = "/people/password/change/"

    client.post(address, {"oldpassword": "something else", "password1": GOOD, "password2": GOOD})
    person.refresh_from_db()
    assert person.check_password(PASSWORD)

    client.post(address, {"password1": GOOD, "password2": GOOD})
    person.refresh_from_db()
    assert person.check_password(PASSWORD)

    client.post(address, {"oldpassword": PASSWORD, "password1": GOOD, "password2": GOOD})
    person.refresh_from_db()
    assert person.check_password(GOOD)


@pytest.mark.parametrize("kept", ["Ends With A Blank ", "a" * 80 + "B", "Grüße aus dem Norden"])
def test_it_is_compared_as_it_was_given(person, sign_in, kept):
    person.set_password(kept)
    person.save()

    for wrong in (kept.swapcase(), kept.strip() + "x", kept[:72] if len(kept) > 72 else kept[:-1]):
        assert sign_in(password=wrong, browser=Client()).status_code == 200
    assert sign_in(password=kept, browser=Client()).status_code == 302


@pytest.mark.parametrize("address", PAGES)
def test_fields_hide_what_is_typed_and_leave_paste_and_password_managers_alone(
    person, client, address
):
    if address != "/people/sign-in/":
        enter(client, person)
    page = client.get(address).content.decode()
    fields = re.findall(r"<input[^>]*password[^>]*>", page)

    assert fields
    for field in fields:
        assert 'type="password"' in field
        assert re.search(r'autocomplete="(current|new)-password"', field)
        assert "maxlength" not in field
        assert "onpaste" not in field


def test_it_is_kept_behind_a_slow_hash_with_a_salt_of_its_own():
    first, second = make_password(GOOD), make_password(GOOD)
    parts = first.split("$")

    assert identify_hasher(first).algorithm == "scrypt"
    assert first != second
    assert (int(parts[1]), int(parts[3])) >= (2**14, 8)


def test_nobody_is_made_to_change_it_after_some_time(person, sign_in):
    """There is no field that could hold when a password ends."""
    fields = {field.name for field in User._meta.get_fields()}

    assert not {name for name in fields if "password" in name} - {"password"}
    assert not {name for name in fields if re.search("hint|question|secret|answer", name)}


@pytest.mark.django_db
def test_an_installation_begins_without_any_person_who_could_sign_in():
    assert not User.objects.filter(email=EMAIL).exists()
    assert not [user for user in User.objects.all() if user.has_usable_password()]
