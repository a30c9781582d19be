"""Which files a figure rests on."""

import pytest

from engines.publishing.small_store import add_places, fill, open_at, street
from peelian.engines.publishing.sources import file_name, restatement, sources
from peelian.records.store.reader import open_reader

MARCH = "crime.recorded@1;2021-03;force=staffordshire"


def rests_on(desk, address):
    opened = open_at(address)
    return sources(opened.asked, opened.period, open_reader(desk.root).snapshot)


@pytest.mark.parametrize(
    ("address", "names"),
    [
        (MARCH, ["2021-03-staffordshire-street.csv"]),
        ("crime.recorded@1;2021-03;force=kent", []),
        ("crime.recorded@1;2021-06", []),
        (
            "crime.recorded@1;2021-04..2021-05",
            ["2021-04-staffordshire-street.csv", "2021-05-staffordshire-street.csv"],
        ),
        # A window ends, so later outcomes files cannot change the figure; the cohort has no end.
        (
            "crime.charged_within_2_months@1;2021-03;force=staffordshire",
            ["2021-03-staffordshire-street.csv"]
            + [f"2021-0{n}-staffordshire-outcomes.csv" for n in (3, 4, 5)],
        ),
        (
            "crime.charged_share@1;2021-05;force=staffordshire",
            ["2021-05-staffordshire-street.csv"]
            + [f"2021-0{n}-staffordshire-outcomes.csv" for n in (3, 4, 5)],
        ),
        ("crime.outcomes@1;2021-04", ["2021-04-staffordshire-outcomes.csv"]),
    ],
)
def test_files_of_the_months_and_of_their_follow_up(desk, address, names):
    fill(desk)

    assert [file_name(part) for part in rests_on(desk, address).files] == names


def test_a_window_leaves_out_the_outcomes_before_and_after_it(desk):
    fill(desk)

    found = rests_on(desk, "crime.charged_within_2_months@1;2021-04;force=staffordshire").files

    assert [file_name(part) for part in found] == [
        "2021-04-staffordshire-street.csv",
        "2021-04-staffordshire-outcomes.csv",
        "2021-05-staffordshire-outcomes.csv",
    ]


@pytest.mark.parametrize(
    ("address", "needed"),
    [
        (MARCH, False),
        ("crime.rate@1;2021-03;force=staffordshire", True),
        ("crime.deprivation_ratio@1;2021-03;force=staffordshire", True),
        ("crime.recorded@1;2021-03;district=Stafford", True),
        # A row names its own neighbourhood.
        ("crime.recorded@1;2021-03;lsoa=E01029359", False),
    ],
)
def test_tables_of_places_are_sources_where_the_question_needs_them(desk, address, needed):
    fill(desk)
    add_places(desk)

    found = [part.type_key for part in rests_on(desk, address).tables]

    # Two editions of the lookup of districts to forces are held.
    tables = ["lsoapopulation", "districtlink", "districtlink", "areadeprivation"]
    assert found == (tables if needed else [])


def test_an_undisturbed_file_is_not_called_restated(desk):
    fill(desk)
    found = rests_on(desk, MARCH)

    assert found.restated == ()
    assert restatement(found.files[0]) == ""
    assert found.refused == 0


def test_a_corrected_file_is_restated_with_the_rows_of_both(desk):
    fill(desk)
    desk.load_text(street("2021-03", (1, 2, 3)), "2021-03-staffordshire-street.csv")
    (part,) = rests_on(desk, MARCH).restated

    assert restatement(part) == (
        "2021-03-staffordshire-street.csv was replaced on 1 November 2026: 4 rows where 6 stood "
        "before."
    )


def test_refused_rows_of_the_files_are_counted(desk):
    fill(desk)
    desk.load_text(
        street("2021-03", (1, 2, 3), Longitude="-92"), "2021-03-staffordshire-street.csv"
    )

    assert rests_on(desk, MARCH).refused == 3


def test_when_the_newest_file_was_loaded_is_told_in_local_time(desk):
    fill(desk)

    assert rests_on(desk, MARCH).loaded_at.isoformat() == "2026-11-01T09:00:00+00:00"
    assert rests_on(desk, "crime.recorded@1;2021-06").loaded_at is None
