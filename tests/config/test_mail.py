"""One address says how letters leave; without it they are printed or written to files."""

from pathlib import Path

import pytest

from peelian.config.mail import BadMailServer, mail

FOLDER = Path("letters")


def test_without_a_server_letters_are_kept_in_files_and_printed_in_the_demo():
    assert mail({}, FOLDER, demo=False).backend.endswith("filebased.EmailBackend")
    assert mail({}, FOLDER, demo=True).backend.endswith("console.EmailBackend")


def test_an_address_names_server_secrets_and_sender():
    read = mail(
        {"PEELIAN_SMTP": "smtp+starttls://me%40a:p%2Fw@mail.example.org?from=peelian@example.org"},
        FOLDER,
        demo=False,
    )

    assert (read.host, read.port, read.user, read.password) == (
        "mail.example.org",
        587,
        "me@a",
        "p/w",
    )
    assert (read.starttls, read.tls, read.sender) == (True, False, "peelian@example.org")


@pytest.mark.parametrize(
    "address",
    ["mail.example.org", "http://mail.example.org?from=a@b", "smtp://mail.example.org", "smtp://"],
)
def test_an_address_that_cannot_be_read_is_refused(address):
    with pytest.raises(BadMailServer, match="should read smtp"):
        mail({"PEELIAN_SMTP": address}, FOLDER, demo=False)
