"""From any number back to its rows, as far as this reader may see them."""

import csv
import io

import pytest

from engines.publishing.published import CHARGED, NORTHING, OUTCOMES, RATIO, RECORDED
from engines.publishing.small_store import fill, identifier, load_as, open_at, street
from peelian.access.actors import PUBLIC
from peelian.access.conditions import EVERYTHING, FieldIn
from peelian.access.layers import Layer
from peelian.access.visible import NOTHING, Visible
from peelian.engines.measures.rows import Totals
from peelian.engines.publishing import behind as module
from peelian.engines.publishing.behind import (
    HIDDEN,
    NOT_OPEN,
    NoSuchRows,
    as_csv,
    behind,
    counted_rows,
    row_sets,
    what_stands_behind,
    why_they_differ,
)
from peelian.records.store.reader import open_reader

RECORDED_IN_MARCH = "crime.recorded@1;2021-03;force=staffordshire"
CHARGED_IN_MARCH = "crime.charged_within_2_months@1;2021-03;force=staffordshire"


def page(desk, address=RECORDED_IN_MARCH, part="counted", **options):
    tables = open_reader(desk.root)
    return behind(open_at(address), tables, part=part, actor=PUBLIC, **options)


def column(found, name):
    at = [card.name for card in found.columns].index(name)
    return [row[at] for row in found.rows]


def test_the_rows_are_those_that_are_counted(desk):
    fill(desk)
    found = page(desk)

    assert found.totals == Totals(5, 5)
    assert set(column(found, "crime_type")) == {"Burglary"}
    assert set(column(found, "month")) == {"2021-03"}
    assert found.after is None


def test_a_share_opens_to_what_it_counts_and_to_what_it_is_out_of(desk):
    fill(desk)

    assert row_sets(CHARGED) == ("counted", "among")
    assert row_sets(RECORDED) == ("counted",)
    assert page(desk, CHARGED_IN_MARCH).totals == Totals(3, 3)
    assert page(desk, CHARGED_IN_MARCH, "among").totals == Totals(5, 5)


def test_pages_follow_each_other_by_key_and_miss_nothing(desk):
    fill(desk)
    whole = column(page(desk), "record_id")
    pieces, after = [], ""
    while True:
        found = page(desk, after=after, limit=2)
        pieces.append(column(found, "record_id"))
        if found.after is None:
            break
        after = found.after

    assert [len(piece) for piece in pieces] == [2, 2, 1]
    assert [key for piece in pieces for key in piece] == whole == sorted(whole)


def test_only_public_columns_are_shown_to_the_public(desk):
    fill(desk)
    names = [card.name for card in page(desk).columns]

    assert names[0] == "record_id"
    assert "crime_type" in names
    assert not {"id", "version"} & set(names)


def test_rows_of_a_closed_source_are_counted_and_not_shown(desk):
    """A source that nobody has opened counts in the total; its rows stay out of sight."""
    desk.file(street("2021-03", (1, 2, 3)), "2021-03-staffordshire-street.csv")
    load_as(desk, "record_system")
    found = page(desk)

    assert found.totals == Totals(3, 0)
    assert found.rows == ()


def test_a_reader_who_may_see_nothing_learns_no_column(desk, monkeypatch):
    fill(desk)
    monkeypatch.setattr(module, "visible", lambda actor, model, at: NOTHING)
    found = page(desk)

    assert (found.columns, found.totals) == ((), Totals(5, 0))
    assert all(row == () for row in found.rows)
    assert counted_rows(
        open_at(RECORDED_IN_MARCH), open_reader(desk.root), part="counted", actor=PUBLIC
    ) == Totals(5, 0)


def test_a_cell_that_is_open_in_one_row_is_taken_out_of_the_next(desk, monkeypatch):
    """Places are open where the reader's unit reaches, here in crime 1; the type is everywhere."""
    fill(desk)
    own = FieldIn("crime_id", frozenset({identifier(1)}))
    layers = (
        Layer("scope", frozenset({"record_id", "crime_type", "location"}), own),
        Layer("force", frozenset({"record_id", "crime_type"}), EVERYTHING),
    )
    seen = Visible(("record_id", "location", "crime_type"), layers)
    monkeypatch.setattr(module, "visible", lambda actor, model, at: seen)

    found = page(desk)

    places = [row[1] for row in found.rows]
    assert [card.name for card in found.columns] == ["record_id", "location", "crime_type"]
    assert sorted(place is HIDDEN for place in places) == [False, False, True, True, True]
    assert len(found.addresses) == 5
    lines = as_csv(found, {}).splitlines()
    assert sum(NOT_OPEN in line for line in lines) == 3


def test_a_set_of_rows_that_there_is_not_is_refused(desk):
    with pytest.raises(NoSuchRows, match=r"no rows called 'among'\. Choose from: counted"):
        page(desk, part="among")


def test_a_page_as_csv_is_harmless_and_says_where_each_row_is_from(desk):
    desk.load_text(street("2021-03", (1,), Location="=cmd()"))
    text = as_csv(page(desk), {"police_uk": "Contains public sector information."})
    (row,) = csv.DictReader(io.StringIO(text))

    assert row["location"] == "'=cmd()"
    assert row["longitude"] == "-2.025646"
    assert len(row["crime_id"]) == 64
    assert row["context"] == ""
    assert row["attribution"] == "Contains public sector information."


@pytest.mark.parametrize(
    ("measure", "part", "words"),
    [
        (RECORDED, "counted", "Every crime row that is counted in the figure."),
        (CHARGED, "counted", "Every crime row that is counted in the figure."),
        (CHARGED, "among", "Every crime row that the figure is out of."),
        (OUTCOMES, "counted", "Every outcome row that is counted in the figure."),
        (NORTHING, "counted", "Every crime row that is counted in the figure."),
        (
            RATIO,
            "counted",
            "Every crime row of deprivation tenth 1 or 10: the two that are compared.",
        ),
    ],
)
def test_which_rows_these_are_is_said_in_words(measure, part, words):
    assert what_stands_behind(measure, part) == words


def test_why_rows_and_crimes_differ_is_said_where_they_can():
    assert "counts each crime_id once" in why_they_differ(CHARGED)
    assert "exact copies among them" in why_they_differ(OUTCOMES)
    assert why_they_differ(RECORDED) == ""
    assert why_they_differ(RATIO) == ""
