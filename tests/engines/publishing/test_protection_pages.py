"""What is held and who may see it, in words, from the declarations alone."""

from peelian.access.roles import CallHandler, TrailReviewer
from peelian.areas.investigation.models import Investigation
from peelian.engines.publishing.protection_pages import (
    protection_pages,
    role_in_words,
    type_in_words,
)
from peelian.records.protection import protection_of


def test_a_role_in_words_says_which_rows_and_whether_it_is_asked_why():
    assert role_in_words(CallHandler)[:2] == (
        "Pages: force.",
        "May collect and consult every field held for policing: rows of the whole force. They are "
        "asked why, unless a tie tells it.",
    )
    assert role_in_words(TrailReviewer) == (
        "Pages: force.",
        "May judge look-ups that have no visible reason.",
        "May read the trail of who looked and who changed.",
    )


def test_a_record_type_says_the_law_and_how_long_it_is_kept():
    told = dict(type_in_words(Investigation, protection_of(Investigation)))

    assert told["Law"] == "Data Protection Act 2018, Part 3"
    assert "Reviewed after 6 years, then every 5" in told["Kept"]


def test_every_field_stands_on_the_page_with_its_handling():
    page = protection_pages([Investigation])["record-types.md"]

    assert "| `summary` | personal | What happened, in the officer's words. |" in page
    assert "One of: Open, With the prosecutor, Filed, Closed." in page
