"""People sign in by e-mail; service accounts act under a name and can never sign in."""

import pytest
from django.contrib.auth import authenticate
from django.db import IntegrityError, transaction

from peelian.access.actors import service_account
from peelian.access.user import Kind, NotAServiceKey, PasswordRefused, User


@pytest.mark.django_db
def test_a_person_signs_in_by_email_however_it_is_capitalised():
    person = User.objects.create_person(
        email=" Analyst@Force.example ", name="An analyst", password="correct horse"
    )

    assert person.email == "analyst@force.example"
    assert authenticate(username="ANALYST@force.example", password="correct horse") == person
    assert authenticate(username="analyst@force.example", password="wrong horse") is None


@pytest.mark.django_db
def test_a_person_without_a_password_cannot_sign_in():
    User.objects.create_person(email="new@force.example", name="New")

    assert authenticate(username="new@force.example", password="") is None


@pytest.mark.django_db
def test_one_account_per_address():
    User.objects.create_person(email="one@force.example", name="One")

    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_person(email="ONE@force.example", name="Other")


@pytest.mark.django_db
def test_the_database_itself_refuses_a_second_capitalisation():
    User.objects.create_person(email="one@force.example", name="One")

    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email="ONE@force.example", name="Other")


@pytest.mark.django_db
def test_a_service_account_is_made_once():
    first, second = service_account("command-line"), service_account("command-line")

    assert first == second
    assert (first.kind, first.name, str(first)) == (Kind.SERVICE, "Command line", "Command line")
    assert first.trail_name == "service:command-line"


@pytest.mark.django_db
def test_a_person_is_in_the_trail_by_a_key_that_says_nothing_about_them():
    person = User.objects.create_person(email="one@force.example", name="One")

    assert person.trail_name == f"person:{person.key}"
    assert len(person.key) == 32


@pytest.mark.django_db
@pytest.mark.parametrize("password", ["", "anything"])
def test_nobody_signs_in_as_a_service_account(password):
    account = service_account("command-line")

    assert not account.has_usable_password()
    assert not account.check_password(password)
    assert authenticate(username="command-line", password=password) is None


@pytest.mark.django_db
def test_a_service_account_takes_no_password():
    account = service_account("command-line")

    with pytest.raises(PasswordRefused, match="Command line is a service account"):
        account.set_password("secret")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        {"kind": Kind.SERVICE, "key": "s", "password": "scrypt$16384$a$8$5$hash"},
        {"kind": Kind.SERVICE, "key": "s", "password": "!", "email": "s@force.example"},
        {"kind": Kind.PERSON, "key": "p", "password": "!", "email": None},
    ],
    ids=["service with password", "service with email", "person without email"],
)
def test_the_database_itself_refuses_half_an_account(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(name="Half", **fields)


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["", "x", "Command Line", "-line", "line-", "a" * 41])
def test_a_key_that_reads_badly_in_the_trail_is_refused(key):
    with pytest.raises(NotAServiceKey, match="for example command-line"):
        service_account(key)


@pytest.mark.django_db
def test_a_service_account_never_takes_over_the_key_of_a_person():
    User.objects.create(key="night-load", email="night@force.example", name="Night")

    with pytest.raises(IntegrityError), transaction.atomic():
        service_account("night-load")
