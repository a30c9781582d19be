"""The figure card: one number with everything that is needed to check it."""

from dataclasses import replace

import duckdb
import pytest

from engines.publishing.published import CHARGED
from engines.publishing.small_store import card_of, fill, open_at, street
from peelian.access.actors import PUBLIC
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.rows import Totals
from peelian.engines.publishing.card import card
from peelian.engines.publishing.opened import Opened
from peelian.engines.publishing.shown import NotReleasable, Released
from peelian.records.store.reader import open_reader

RECORDED_IN_MARCH = "crime.recorded@1;2021-03;force=staffordshire"
CHARGED_IN_MARCH = "crime.charged_within_2_months@1;2021-03;force=staffordshire"


def test_the_card_opens_one_figure_with_its_range_and_method(desk):
    fill(desk)
    found, _tables = card_of(desk, CHARGED_IN_MARCH)

    assert isinstance(found.shown, Released)
    assert found.shown.counts == "2 of 4"
    assert found.interval is not None
    assert found.interval.name == "Wilson score"
    assert found.address == CHARGED_IN_MARCH
    assert found.measure.key == "crime.charged_within_2_months"
    assert ("distinct", "crime_id") in found.declared.lines


def test_a_count_has_no_method(desk):
    fill(desk)

    assert card_of(desk, RECORDED_IN_MARCH)[0].interval is None


def test_rows_and_crimes_differ_and_both_are_told(desk):
    """Crime 1 stands on two rows: three rows for two crimes charged, five for four recorded."""
    fill(desk)
    found, _tables = card_of(desk, CHARGED_IN_MARCH)

    assert found.rows == (("counted", Totals(3, 3)), ("among", Totals(5, 5)))


def test_the_query_names_record_types_and_gives_the_figure_when_run_by_hand(desk):
    """A sceptic takes the query and the files, and gets the same numbers without Peelian."""
    fill(desk)
    found, tables = card_of(desk, CHARGED_IN_MARCH)
    with duckdb.connect() as engine:
        for name in ("crime", "outcome"):
            engine.execute(
                f"CREATE VIEW {name} AS SELECT * FROM "
                f"read_parquet('{tables.root}/files/{name}/*/*.parquet')"
            )
        answer = engine.execute(found.query).fetchone()

    assert answer[1:] == (2, 4, 0)


def test_it_is_cited_with_version_snapshot_date_and_address(desk):
    fill(desk)
    found, tables = card_of(desk, RECORDED_IN_MARCH)

    assert found.cite("https://example.org/figures/x") == (
        "5 crimes were recorded by Staffordshire Police in March 2021. Peelian, crime.recorded "
        f"version 1, snapshot {tables.snapshot.id}, data loaded 1 November 2026. "
        "https://example.org/figures/x"
    )


def test_where_nothing_is_loaded_the_card_says_so_and_opens_to_no_rows(desk):
    found, _tables = card_of(desk, RECORDED_IN_MARCH)

    assert not found.shown.ok
    assert "No crime file of Staffordshire Police is loaded" in found.shown.sentence
    assert found.rows == ()
    assert found.sources.files == ()
    assert "data loaded" not in found.cite("x")


def test_an_earlier_snapshot_keeps_its_figure(desk):
    fill(desk)
    before = open_reader(desk.root).snapshot.id
    desk.load_text(street("2021-03", (1, 2, 3)), "2021-03-staffordshire-street.csv")

    assert card_of(desk, RECORDED_IN_MARCH)[0].shown.value == "3"
    assert card_of(desk, RECORDED_IN_MARCH, snapshot=before)[0].shown.value == "5"
    assert len(card_of(desk, RECORDED_IN_MARCH)[0].sources.restated) == 1
    assert card_of(desk, RECORDED_IN_MARCH, snapshot=before)[0].sources.restated == ()


def test_openly_published_rows_need_no_sign_off(desk):
    fill(desk)

    assert card_of(desk, RECORDED_IN_MARCH)[0].signed_off == (
        "Not signed off: computed from openly published rows."
    )


def test_a_figure_about_people_has_no_public_card(desk):
    fill(desk)
    tables = open_reader(desk.root)
    asked = replace(open_at(CHARGED_IN_MARCH).asked, measure=replace(CHARGED, profile="person"))
    opened = Opened(asked, open_at(CHARGED_IN_MARCH).period)

    with pytest.raises(NotReleasable):
        card(opened, calculate(asked, tables), tables, tables.snapshot, actor=PUBLIC)


def test_of_two_years_side_by_side_the_card_is_of_the_later(desk):
    fill(desk)
    found, _tables = card_of(desk, "crime.recorded@1;same_period_last_year:2021-03..2021-04")

    assert found.shown.cell.period.first == "2021-03"
    assert found.shown.value == "7"
