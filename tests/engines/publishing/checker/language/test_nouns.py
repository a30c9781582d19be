"""What a number counts, by the words after it."""

import pytest

from peelian.engines.publishing.checker.language.items import items
from peelian.engines.publishing.checker.language.nouns import after, head, stem


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("127 PIP2 constables in post", ("constable",)),
        ("748 case files that we read", ("case", "file")),
        ("542 of them", ()),
        ("94 sergeants (29%)", ("sergeant",)),
        ("12 other people", ("person",)),
        ("748", ()),
    ],
)
def test_nouns_after_a_number(text, named):
    assert after(items(text), 1) == named


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("files", "file"),
        ("enquiries", "enquiry"),
        ("offences", "offence"),
        ("branches", "branch"),
        ("women", "woman"),
        ("people", "person"),
        ("persons", "person"),
        ("force's", "force"),
        ("status", "status"),
        ("process", "process"),
        ("bus", "bus"),
    ],
)
def test_one_form_of_a_noun(word, read):
    assert stem(word) == read


def test_the_last_noun_is_what_is_counted():
    assert head(("domestic", "abuse", "case")) == "case"
    assert head(()) == ""
