"""Codes: long enough, drawn by the system, and of use once; whom a provider's word is about."""

import time

import pyotp
import pytest
from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import generate_totp_secret
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from peelian.access.identity.adapters import SecondFactors
from security.conftest import EMAIL, PASSWORD

pytestmark = pytest.mark.django_db


def test_a_recovery_code_is_one_of_some_four_thousand_million(person):
    codes = RecoveryCodes.activate(person).generate_codes()

    assert len(set(codes)) == len(codes) == 10
    assert all(len(code) == 8 for code in codes)
    assert 16**8 > 2**20


def test_a_recovery_code_opens_once(person):
    held = RecoveryCodes.activate(person)
    code = held.generate_codes()[0]

    assert held.validate_code(code)
    assert not held.validate_code(code)


def test_the_secret_of_an_app_is_never_the_same():
    made = {generate_totp_secret() for _ in range(50)}

    assert len(made) == 50
    # 32 signs of base 32 are 160 bits, as RFC 4226 recommends.
    assert all(len(secret) >= 32 for secret in made)


def test_a_code_of_an_app_is_old_after_a_minute(person):
    """It is shown for thirty seconds; the one before counts too, for clocks that are slow."""
    secret = generate_totp_secret()
    sealed = SecondFactors().encrypt(secret)
    Authenticator.objects.create(user=person, type="totp", data={"secret": sealed})

    assert app_settings.TOTP_PERIOD == 30
    for age in (90, 300, -90):
        browser = Client()
        browser.post("/people/sign-in/", {"login": EMAIL, "password": PASSWORD})
        code = pyotp.TOTP(secret).at(int(time.time()) - age)
        assert browser.post("/people/sign-in/code/", {"code": code}).status_code == 200
        assert browser.get("/people/visits/").status_code == 302


def test_nothing_stands_in_for_a_code():
    """The library has a code for tests of others; it is not set, and no installation can set it."""
    assert app_settings.TOTP_INSECURE_BYPASS_CODE is None
    assert set(app_settings.SUPPORTED_TYPES) == {"totp", "webauthn", "recovery_codes"}


def test_somebody_is_known_by_provider_and_number_together():
    """The same number at another provider is somebody else."""
    assert ("provider", "uid") in SocialAccount._meta.unique_together
