"""What is sealed for one purpose opens for that purpose, with this key, and unchanged only."""

import pytest

from peelian.access.identity.sealing import Unreadable, seal, unseal


def test_what_was_sealed_comes_back():
    assert unseal(seal("größe = 1 & x", purpose="a"), purpose="a") == "größe = 1 & x"


def test_it_is_not_readable_and_never_the_same_twice():
    assert "secret words" not in seal("secret words", purpose="a")
    assert seal("secret words", purpose="a") != seal("secret words", purpose="a")


def test_another_purpose_another_key_or_a_change_open_nothing(settings):
    sealed = seal("secret words", purpose="a")
    with pytest.raises(Unreadable):
        unseal(sealed, purpose="b")
    with pytest.raises(Unreadable):
        unseal(sealed[:-6] + "AAAAAA", purpose="a")
    with pytest.raises(Unreadable):
        unseal("größe", purpose="a")
    settings.SECRET_KEY = "another"
    with pytest.raises(Unreadable):
        unseal(sealed, purpose="a")
