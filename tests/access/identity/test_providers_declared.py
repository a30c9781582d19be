"""Identity providers are read from a file or the environment, or refused with what is right."""

import pytest

from peelian.access.identity.groups import roles_for
from peelian.access.identity.providers import BadProvider, Provider, read_providers

GOOD = """
[force]
name = "Demo force"
url = "https://login.example.org/"
client = "peelian"
secret = "the secret of both"
second_factor = true
[force.groups]
"CH-Staff" = "call-handler"
[partner]
url = "https://partner.example.org"
client = "peelian"
secret = "another"
"""


def written(folder, text):
    (folder / "openid-connect.toml").write_text(text, encoding="utf-8")
    return folder


def test_without_file_and_environment_there_is_none(tmp_path):
    assert read_providers(tmp_path, {"HOME": "/"}) == ()


def test_a_file_holds_several(tmp_path):
    force, partner = read_providers(written(tmp_path, GOOD), {})

    assert force == Provider(
        key="force",
        name="Demo force",
        url="https://login.example.org",
        client="peelian",
        secret="the secret of both",
        second_factor=True,
        groups={"CH-Staff": "call-handler"},
    )
    assert (partner.name, partner.makes_accounts, partner.second_factor) == (
        "partner",
        False,
        False,
    )


def test_the_environment_holds_one(tmp_path):
    (one,) = read_providers(
        tmp_path,
        {
            "PEELIAN_OIDC_URL": "https://login.example.org",
            "PEELIAN_OIDC_CLIENT": "peelian",
            "PEELIAN_OIDC_SECRET": "s",
            "PEELIAN_OIDC_MAKES_ACCOUNTS": "true",
            "PEELIAN_OIDC_SCOPES": "openid email groups",
            "PEELIAN_OIDC_GROUPS": "CH-Staff=call-handler, CH-Leads=supervisor",
        },
    )

    assert one.key == "sign-in"
    assert one.makes_accounts
    assert one.scopes == ("openid", "email", "groups")
    assert one.groups == {"CH-Staff": "call-handler", "CH-Leads": "supervisor"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[force", "is not TOML"),
        ("force = 1", "should be a table"),
        ("[Force_1]", "lower-case letters"),
        (GOOD.replace('client = "peelian"\nsecret = "another"', ""), "'client' is missing"),
        (GOOD.replace("second_factor = true", "second_faktor = true"), "Use client, groups"),
        (GOOD.replace("second_factor = true", 'second_factor = "perhaps"'), "true or false"),
        (GOOD.replace("https://login", "http://login"), "should begin with https://"),
    ],
)
def test_what_cannot_be_used_says_what_would_be_right(tmp_path, text, says):
    with pytest.raises(BadProvider, match=says):
        read_providers(written(tmp_path, text), {})


def test_two_of_one_name_are_refused(tmp_path):
    given = {"KEY": "force", "URL": "https://a.example", "CLIENT": "c", "SECRET": "s"}

    with pytest.raises(BadProvider, match="Two identity providers are called 'force'"):
        read_providers(
            written(tmp_path, GOOD), {f"PEELIAN_OIDC_{k}": text for k, text in given.items()}
        )


@pytest.mark.parametrize(
    ("claims", "roles"),
    [
        ({"groups": ["CH-Staff"]}, {"call-handler"}),
        ({"groups": "CH-Staff"}, {"call-handler"}),
        ({"groups": ["CH-Staff", "Car park"]}, {"call-handler"}),
        ({"groups": ["ch-staff"]}, set()),
        ({"groups": None}, set()),
        ({"groups": {"CH-Staff": True}}, set()),
        ({"groups": [["CH-Staff"]]}, set()),
        ({}, set()),
    ],
)
def test_groups_that_are_mapped_become_roles_and_nothing_else_does(tmp_path, claims, roles):
    force, _partner = read_providers(written(tmp_path, GOOD), {})

    assert roles_for(force, claims) == roles
