"""The page on likely ranges: what is kept for it is read back, and every method is on it."""

from peelian.engines.publishing.covered import FILE, covered, kept
from peelian.engines.publishing.interval_page import interval_page
from peelian.numbers.coverage import Coverage
from peelian.numbers.interval import METHODS


def test_what_was_found_is_kept_and_read_back():
    assert kept(covered()) == FILE.read_text(encoding="utf-8")


def test_every_method_has_been_tried():
    assert {one.method for one in covered()} == set(METHODS)


def test_a_line_of_the_page_tells_how_often_the_truth_was_held():
    page = interval_page([Coverage("wilson", "10 records, truth 20%", 5000, 4840, 0)])

    assert "| 10 records, truth 20% | 96.8% |" in page


def test_samples_without_a_range_are_told():
    page = interval_page([Coverage("kappa", "30 files", 5000, 4500, 50)])

    assert "| 30 files | 90.9% | 50 of 5,000 |" in page


def test_the_page_names_every_method_with_its_source():
    page = interval_page([])

    for method in METHODS.values():
        assert f"### {method.name}" in page
