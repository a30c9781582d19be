"""The words of the manual, and the methods of likely ranges."""

from engines.publishing.published import CHARGED, RATE, RECORDED
from peelian import catalogue
from peelian.engines.measures.periods import GRAINS
from peelian.engines.measures.status import Status
from peelian.engines.publishing.glossary import chapters, interval_methods
from peelian.numbers.interval import METHODS


def words():
    return [word for chapter in chapters(catalogue.measures()) for word in chapter.words]


def test_every_status_and_every_period_is_explained():
    written = {word.written for word in words()}

    assert {str(status) for status in Status} <= written
    assert set(GRAINS) <= written


def test_every_breakdown_that_files_write_short_is_explained():
    written = {word.written for word in words()}
    keys = {d.key for measure in catalogue.measures() for d in measure.by}

    # A district is what its name says.
    assert keys - {"district"} <= written


def test_the_words_that_pages_use_are_explained():
    terms = {word.term for word in words()}

    assert {
        *("Likely range", "Not known", "Cohort", "Maturing", "Version", "LSOA"),
        *("Snapshot", "Loaded", "Missing", "Refused", "Restated", "Distinct"),
    } <= terms


def test_meanings_are_sentences_and_terms_stand_once_in_their_chapter():
    for chapter in chapters(catalogue.measures()):
        assert len({word.term for word in chapter.words}) == len(chapter.words)
    assert all(word.meaning.endswith(".") for word in words())


def test_methods_in_use_come_first_with_the_measures_that_use_them():
    found = interval_methods((RECORDED, CHARGED, RATE))

    assert {one.key for one in found} == set(METHODS)
    assert [(one.key, [measure.key for measure in one.used_by]) for one in found][:2] == [
        ("wilson", ["crime.charged_within_2_months"]),
        ("byar", ["crime.rate"]),
    ]
    assert all(not one.used_by for one in found[2:])


def test_every_method_says_what_it_assumes_and_where_it_is_from():
    for one in interval_methods(()):
        assert one.assumes.endswith(".")
        assert one.source


def test_methods_of_samples_and_changes_say_what_they_are_drawn_round():
    told = {one.key: one.also for one in interval_methods(())}

    assert "samples" in told["stratified"]
    assert "two reviewers" in told["kappa"]
    assert "period to another" in told["newcombe"]
    assert told["byar"] == ""


def test_every_method_shows_how_often_it_held_the_truth():
    assert all(one.covered for one in interval_methods(()))
