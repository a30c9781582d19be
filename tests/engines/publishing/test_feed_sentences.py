"""The sentences that say of a figure that a feed behind it is late or short."""

from dataclasses import replace
from datetime import UTC, datetime

from engines.publishing.published import CHARGED, RECORDED
from peelian.engines.publishing.feeds import warnings_for
from peelian.records.store.snapshot import Part, snapshot_of

AT = datetime(2026, 11, 22, tzinfo=UTC)
CRIMES = Part(
    type_key="crime",
    source="extracts",
    force_id="kent",
    month="2026-01",
    path="",
    rows=10,
    read=10,
    rejected=0,
    rejects_path="",
    origin="crimes.csv",
    origin_sha256="",
    loaded_at="2026-02-01T06:00:00+00:00",
    feed="Crime system",
    rhythm="month",
)


def said(*parts, measure=RECORDED, forces=None):
    return warnings_for(measure, snapshot_of(parts, made_at="", made_by=""), forces, AT)


def test_a_late_feed_is_a_sentence_with_its_source_and_its_time():
    assert said(CRIMES) == (
        "Crime system for Kent Police is late, last loaded on 1 February 2026. Its newest rows "
        "reach 31 January 2026; with one delivery every month more was expected by 28 February "
        "2026.",
    )


def test_forces_that_stand_alike_are_named_together():
    slugs = ("kent", "surrey", "sussex", "essex", "dorset")
    (sentence,) = said(*(replace(CRIMES, force_id=slug) for slug in slugs))
    assert "for Dorset Police, Essex Police, Kent Police, 2 more is late" in sentence


def test_only_forces_that_are_asked_about_are_named():
    assert said(CRIMES, forces=("surrey",)) == ()
    assert len(said(CRIMES, forces=("kent", "surrey"))) == 1


def test_a_feed_that_a_figure_does_not_read_is_not_its_affair():
    outcomes = replace(CRIMES, type_key="outcome", feed="Outcomes")
    assert said(outcomes) == ()
    assert said(outcomes, measure=CHARGED)[0].startswith("Outcomes for Kent Police is late")


def test_a_feed_in_time_says_nothing():
    assert said(replace(CRIMES, month="2026-10")) == ()
