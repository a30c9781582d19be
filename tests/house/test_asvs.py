"""The table of security requirements claims no more than it can show."""

import pytest

import asvs_doc
from asvs_doc import BadClaim, parse

TEST = "tests/security/test_cookies.py::test_public_pages_set_none"


def test_the_table_holds_each_requirement_of_level_2_once():
    chapters, requirements = asvs_doc.read(asvs_doc.CLAIMS.read_text(encoding="utf-8"))

    assert len(requirements) == asvs_doc.OF_LEVEL_2
    assert {one.chapter for one in requirements} == set(chapters)
    assert sum(one.level == 1 for one in requirements) == 70


def test_a_requirement_is_shown_by_tests_or_says_why_not():
    shown = parse("1.2.3", {"level": 1, "asks": "Something", "tests": [TEST]})
    gap = parse("1.2.4", {"level": 2, "asks": "More", "gap": "Not yet.", "tests": [TEST]})
    away = parse("1.2.5", {"level": 2, "asks": "Less", "not_here": "There is none."})

    assert asvs_doc.counts((shown, gap, away)) == {
        "applies": 2,
        "by a test": 1,
        "otherwise": 0,
        "not met": 1,
        "does not apply": 1,
    }


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"level": 1, "asks": "Something"}, "give tests, or one of"),
        ({"level": 1, "asks": "Something", "gap": "a", "shown": "b"}, "give tests, or one of"),
        ({"level": 1, "asks": "Something", "not_here": "a", "tests": [TEST]}, "stand alone"),
        ({"level": 3, "asks": "Something", "tests": [TEST]}, "needs 'level'"),
        ({"level": 1, "asks": "Something", "test": [TEST]}, "'test' is not known"),
    ],
)
def test_a_claim_that_says_nothing_or_two_things_is_refused(entry, said):
    with pytest.raises(BadClaim, match=said):
        parse("1.2.3", entry)


def test_a_test_that_is_not_there_is_found():
    claimed = parse("1.2.3", {"level": 1, "asks": "Something", "tests": [TEST]})

    assert asvs_doc.missing((claimed,), {TEST}) == []
    assert asvs_doc.missing((claimed,), set()) == [
        f"1.2.3: there is no test {TEST}, or it is skipped."
    ]
