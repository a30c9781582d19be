"""The card's facts for kinds of measures that no area declares yet."""

from dataclasses import fields

from ibis import _

from engines.publishing.published import NORTHING, RECORDED
from engines.publishing.small_store import street
from peelian.access.actors import PUBLIC
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.kinds import Measure, Share
from peelian.engines.publishing.address import parse
from peelian.engines.publishing.card import card
from peelian.engines.publishing.opened import reopen
from peelian.records.store.reader import open_reader
from peelian.web.public.figure_facts import numbers
from peelian.web.public.side import PUBLIC_SIDE

PLACED = Share(
    **{field.name: getattr(RECORDED, field.name) for field in fields(Measure)}
    | {
        "key": "crime.placed",
        "title": "Crimes in the north",
        "words": "happened in the north",
        "among": _.crime_type == "Burglary",
        "among_words": "burglaries",
        "counting": _.latitude > 53,
        "known": _.latitude.notnull(),
    }
)


def facts(desk, measure, snapshot=""):
    tables = open_reader(desk.root)
    opened = reopen(parse(f"{measure.key}@1;2021-03;force=staffordshire"), measure)
    answer = calculate(opened.asked, tables)
    made = numbers(
        card(opened, answer, tables, tables.snapshot, actor=PUBLIC), snapshot, PUBLIC_SIDE
    )
    return {row.key: row.value for row in made}


def rows(*latitudes):
    """A street file with a burglary at each of these latitudes; blank where none is known."""
    head, *lines = street("2021-03", tuple(range(len(latitudes)))).splitlines()[:-1]
    placed = [
        line.replace("-2.025646,52.673771", f"-2.0,{latitude}" if latitude else ",")
        for line, latitude in zip(lines, latitudes, strict=True)
    ]
    return "\n".join([head, *placed]) + "\n"


def test_a_typical_value_gives_cases_nine_in_ten_and_the_share_over_its_limit(desk):
    desk.load_text(rows(*["52.1"] * 6, *["53.5"] * 4, ""))
    told = facts(desk, NORTHING)

    assert told["Counted"] == "10 journeys"
    assert told["Nine in ten took"] == "53.5 degrees or less"
    assert told["Of those whose limit is known"] == "4 of 10 (40%) led beyond 53 degrees"
    assert told["Likely range"].startswith("52.1 to 53.5\nOrder statistics (binomial), 95%.")
    assert told["Rows counted"] == "10 shown of 10 counted"


def test_a_middle_of_too_few_has_no_range_and_says_why(desk):
    desk.load_text(rows("52.1", "53.5"))

    assert facts(desk, NORTHING)["Likely range"] == "None: there are too few cases for one."


def test_rows_of_which_it_is_not_known_stand_beside_the_share(desk):
    desk.load_text(rows("52.1", "53.5", "53.5", ""))
    told = facts(desk, PLACED)

    assert told["Counted"] == "2"
    assert told["Out of"] == "4 burglaries"
    assert told["Not known"] == "1 row of which it is not known whether it counts."


def test_rows_without_an_identifier_are_told(desk):
    desk.load_text(street("2021-03", (1, 2)).replace(f"{2:064x}", ""))
    told = facts(desk, measure_by_identifier())

    assert told["Not known"] == (
        "1 row without crime_id, which cannot be told apart and is left out."
    )


def measure_by_identifier():
    plain = {field.name: getattr(PLACED, field.name) for field in fields(PLACED)}
    return Share(**plain | {"distinct": "crime_id", "known": None})
