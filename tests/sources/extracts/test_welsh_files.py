"""Files of four forces that somebody joined without a word: whose each row is, is found again."""

import csv
import gzip
from collections import Counter

import pytest

from peelian.areas.stop_and_search.models import StopSearch
from peelian.sources.extracts.declared import ForceSegments
from peelian.sources.extracts.segments import Run, decided
from peelian.sources.extracts.source import EXTRACTS
from sources.extracts.extract_desk import SHARED, ExtractDesk

FOLDER = SHARED / "police-uk-stop-search-reexported"
FILES = sorted(FOLDER.glob("*.csv.gz"))
MAPPING = next(path for path in EXTRACTS.examples() if path.stem == "welsh-forces-joined")
AMONG = ("dyfed-powys", "gwent", "north-wales", "south-wales")
JOINED = ForceSegments("", AMONG)

needs_files = pytest.mark.skipif(not FILES, reason="the joined files are not on this machine")


def run(number, inside=(0, 0, 0, 0), positions=None):
    return Run(number, number * 100, number * 100 + 99, inside, positions or sum(inside))


def forces_of(*runs, joined=JOINED):
    return [one.force for one in decided(runs, joined, "04.csv.gz")]


GWENT = (0, 90, 0, 10)
NORTH = (0, 0, 50, 1)
SOUTH = (0, 4, 0, 80)


def test_a_run_is_of_the_force_in_whose_area_most_positions_lie():
    runs = [run(1, (60, 1, 0, 0)), run(2, GWENT), run(3, NORTH), run(4, SOUTH)]
    assert forces_of(*runs) == list(AMONG)


def test_a_run_without_positions_is_of_the_one_force_that_the_order_leaves():
    assert forces_of(run(1), run(2, GWENT), run(3, NORTH), run(4, SOUTH))[0] == "dyfed-powys"
    assert forces_of(run(1), run(2), run(3, NORTH), run(4, SOUTH))[:2] == ["dyfed-powys", "gwent"]


def test_a_run_with_two_candidates_is_refused_naming_them():
    """One force is missing, so before North Wales it can be either of two."""
    first, *_ = decided([run(1), run(2, NORTH), run(3, SOUTH)], JOINED, "04.csv.gz")
    assert first.force == ""
    assert first.why.endswith("in the order given it is Dyfed-Powys Police or Gwent Police")
    assert '[force.say] "04.csv.gz" = [' in first.way_on


def test_positions_without_a_majority_tell_nothing():
    assert forces_of(run(1, (40, 40, 20, 0)), run(2, NORTH), run(3, SOUTH))[0] == ""


def test_what_the_mapping_says_of_a_file_holds():
    said = ForceSegments("", AMONG, {"04.csv.gz": ("gwent", "north-wales", "south-wales")})
    assert forces_of(run(1), run(2, NORTH), run(3, SOUTH), joined=said)[0] == "gwent"


@pytest.fixture(scope="module")
def joined(tmp_path_factory):
    """All eighteen files, loaded by the mapping that ships."""
    desk = ExtractDesk(tmp_path_factory.mktemp("welsh"))
    return desk, desk.load(FILES, MAPPING)


def counted_by_hand():
    """Rows by force and file: runs of the counter in order, of all forces but one in 04."""
    counts = {}
    for path in FILES:
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            numbers = [int(float(row[0])) for row in list(csv.reader(file))[1:]]
        begins = [at for at, number in enumerate(numbers) if not at or number <= numbers[at - 1]]
        sizes = [
            end - begin for begin, end in zip(begins, [*begins[1:], len(numbers)], strict=True)
        ]
        there = [slug for slug in AMONG if len(sizes) == 4 or slug != "gwent"]
        counts |= {(slug, path.name): size for slug, size in zip(there, sizes, strict=True)}
    return counts


@needs_files
@pytest.mark.ledger("POW-01")
def test_all_eighteen_files_are_accounted_for(joined):
    desk, report = joined
    assert report.in_one_line() == "rows read 41299, loaded 41294, rejected 5, already held 0"
    assert all("south-wales 2020-10,outside what this feed" in line for line in desk.rejects())


@needs_files
def test_every_force_has_the_rows_of_its_runs(joined):
    desk, _report = joined
    by_force = Counter()
    for (slug, _name), size in counted_by_hand().items():
        by_force[slug] += size
    held = Counter()
    for part in desk.reader.snapshot.parts:
        held[part.force_id] += part.rows
    # Five of October 2020 stand at the end of the last file, beyond the months of the feed.
    assert by_force - held == {"south-wales": 5}
    assert held["dyfed-powys"] == by_force["dyfed-powys"]


@needs_files
def test_yes_and_no_are_themselves_again(joined):
    desk, _report = joined
    table = desk.reader.table(StopSearch, forces=["dyfed-powys"], months=["2019-04"])
    rows = desk.reader.to_arrow(table).to_pylist()
    assert Counter(row["more_than_outer_clothing"] for row in rows).keys() <= {True, False, None}
    assert rows[0]["source"] == "extracts_open"


@needs_files
def test_without_a_word_the_doubtful_run_is_refused(extracts):
    text = MAPPING.read_text(encoding="utf-8")
    unsaid = extracts.mapping(text.partition("[force.say]")[0] + text.partition("[authority]")[1])
    report = extracts.load(FOLDER / "04.csv.gz", unsaid)
    assert report.in_one_line() == "rows read 1776, loaded 1588, rejected 188, already held 0"
    assert "Dyfed-Powys Police or Gwent Police" in extracts.rejects()[0]
