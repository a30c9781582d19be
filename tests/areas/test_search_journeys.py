"""From files of searches to figures: what forces leave blank, and what must be said of it."""

import pytest

from peelian import catalogue
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.request import request
from peelian.records.load.run import load
from peelian.records.store.reader import open_reader
from peelian.sources.ons.source import ONS
from records.street_files import AT, Desk
from sources.search_files import SEARCH, published, search_csv

STAFFORDSHIRE = "2024-01-staffordshire-stop-and-search.csv"
KENT = "2019-04-kent-stop-and-search.csv"


@pytest.fixture
def desk(tmp_path):
    """A desk whose store knows who lives where."""
    made = Desk(tmp_path)
    census = [
        path for path in ONS.reference() if path.name.startswith(("census", "lad16", "ltla21"))
    ]
    load(root=made.root, files=ONS.find(census, force=None), by="a tester", at=AT)
    return made


def only(desk, key, **asked):
    """The one cell of a question."""
    (cell,) = calculate(
        request(catalogue.measure(f"stop_and_search.{key}"), **asked), open_reader(desk.root)
    ).cells
    return cell


@pytest.mark.ledger("POW-01", "POW-07")
def test_a_force_that_leaves_ethnicity_blank_has_no_ratio_and_no_ratio_of_one(desk):
    source = published("2024-01-staffordshire-stop-and-search.first30rows.csv")
    desk.load(desk.file(source.read_bytes(), STAFFORDSHIRE))

    cell = only(desk, "black_white_ratio", where={"force": "staffordshire"})

    assert (cell.status, cell.value, cell.numerator) == ("not_computable", None, None)
    # One of the 30 rows is of a vehicle alone.
    assert "not known for 29 of 29 stops and searches counted (100.0%)" in cell.note
    assert only(desk, "ethnicity_not_stated").value == 1
    assert only(desk, "searches").value == 30


@pytest.mark.ledger("POW-11")
def test_a_find_rate_keeps_what_is_blank_in_sight_and_is_not_ranked(desk):
    rows = [
        SEARCH | {"Outcome linked to object of search": said}
        for said in ("True", "False", "", "", "")
    ]
    desk.load(desk.file(search_csv(*rows), KENT))

    over_all, where_known = only(desk, "linked_find_rate"), only(desk, "linked_find_rate_known")

    assert (over_all.numerator, over_all.denominator, over_all.unknown) == (1, 5, 3)
    assert (where_known.numerator, where_known.denominator, where_known.unknown) == (1, 2, 3)
    for key in ("linked_find_rate", "linked_find_rate_known"):
        measure = catalogue.measure(f"stop_and_search.{key}")
        assert not measure.comparable.allowed
        assert "habit of recording" in measure.comparable.reason


@pytest.mark.ledger("POW-12", "POW-25")
def test_a_rise_can_be_told_against_the_year_before_and_never_without_its_quality(desk):
    for year, times in ((2018, 2), (2019, 3)):
        row = SEARCH | {"Date": f"{year}-04-02T21:15:00+00:00"}
        name = KENT.replace("2019", str(year))
        desk.load(desk.file(search_csv(*[row] * times), name))
    searches = catalogue.measure("stop_and_search.searches")
    asked = request(searches, by=("same_period_last_year",), first="2019-04", last="2019-04")

    before, now = calculate(asked, open_reader(desk.root)).cells

    assert (before.value, now.value) == (2, 3)
    assert [one.key for one in searches.beside] == [
        "stop_and_search.linked_find_rate",
        "stop_and_search.link_not_recorded",
        "stop_and_search.complaints",
    ]


@pytest.mark.ledger("POW-26")
def test_one_object_can_be_followed_by_ethnic_group(desk):
    """Where searches for one harmful thing rise for one group, it shows here by month."""
    black = "Black/African/Caribbean/Black British - African"
    rows = [
        SEARCH | {"Object of search": "Offensive weapons", "Self-defined ethnicity": black},
        SEARCH | {"Object of search": "Offensive weapons", "Self-defined ethnicity": black},
        SEARCH | {"Object of search": "Controlled drugs", "Self-defined ethnicity": black},
    ]
    desk.load(desk.file(search_csv(*rows), KENT))
    where = {"force": "kent", "object": "Offensive weapons", "ethnic_group": "Black"}

    cell = only(desk, "ethnicity_rate", where=where)

    # Kent had 48,404 Black residents at the Census 2021.
    assert cell.numerator == 2
    assert cell.value == pytest.approx(2000 / cell.denominator)


@pytest.mark.ledger("INS-08")
def test_the_frame_of_an_audit_is_persons_under_two_acts(desk):
    powers = (
        "Police and Criminal Evidence Act 1984 (section 1)",
        "Misuse of Drugs Act 1971 (section 23)",
        "Criminal Justice and Public Order Act 1994 (section 60)",
        "",
    )
    rows = [SEARCH | {"Legislation": power} for power in powers]
    rows.append(SEARCH | {"Type": "Vehicle search", "Legislation": powers[0]})
    desk.load(desk.file(search_csv(*rows), KENT))

    assert only(desk, "audited_searches").value == 2
    assert only(desk, "no_suspicion_searches").value == 1
    assert only(desk, "searches").value == 5


@pytest.mark.ledger("POW-10")
def test_ages_of_those_who_took_off_more_are_told_and_never_called_strip_search(desk):
    removed = "Removal of more than just outer clothing"
    rows = [
        SEARCH | {removed: "True", "Age range": "10-17"},
        SEARCH | {removed: "False", "Age range": "10-17"},
        SEARCH | {removed: "", "Age range": "over 34"},
    ]
    desk.load(desk.file(search_csv(*rows), KENT))

    cell = only(desk, "clothing", where={"age": "10-17"})

    assert (cell.numerator, cell.denominator) == (1, 2)
    measure = catalogue.measure("stop_and_search.clothing")
    told = (measure.title, measure.short, measure.asks, measure.words, measure.definition)
    assert not any("strip" in text.lower() for text in told)


def test_old_words_and_new_count_as_one(desk):
    rows = [
        SEARCH | {"Outcome": "Nothing found - no further action"},
        SEARCH | {"Outcome": "A no further action disposal"},
        SEARCH | {"Outcome": "Suspect arrested"},
        SEARCH | {"Outcome": "Local resolution"},
        SEARCH | {"Outcome": ""},
    ]
    desk.load(desk.file(search_csv(*rows), KENT))

    cell = only(desk, "action_rate")

    assert (cell.numerator, cell.denominator, cell.unknown) == (2, 5, 1)
    assert only(desk, "searches", where={"outcome": "Arrest"}).value == 1


@pytest.mark.ledger("POW-07")
def test_a_group_of_which_nobody_was_searched_has_a_rate_of_nought(desk):
    """Residents of the group are counted, so none searched is known and not missing."""
    rows = [SEARCH | {"Self-defined ethnicity": "White - Irish"}] * 3
    desk.load(desk.file(search_csv(*rows), KENT))

    asked = request(
        catalogue.measure("stop_and_search.ethnicity_rate"),
        by=["ethnic_group"],
        where={"force": "kent"},
    )
    cells = {
        cell.at("ethnic_group"): cell for cell in calculate(asked, open_reader(desk.root)).cells
    }

    assert set(cells) >= {"Asian", "Black", "Mixed", "Other", "White"}
    assert (cells["White"].numerator, cells["Black"].numerator) == (3, 0)
    assert (cells["Black"].value, cells["Black"].status) == (0, "ok")
    assert cells["Black"].upper > 0


@pytest.mark.ledger("POW-07")
def test_a_ratio_says_how_far_those_not_stated_could_move_it(desk):
    words = ["White - Irish"] * 8 + ["Black/African/Caribbean/Black British - African"] * 2
    rows = [SEARCH | {"Self-defined ethnicity": word} for word in (*words, "")]
    desk.load(desk.file(search_csv(*rows), KENT))

    cell = only(desk, "black_white_ratio", where={"force": "kent"})

    low, high = cell.value * 8 / 9, cell.value * 3 / 2
    assert cell.unknown == 1
    assert f"Were all 1 not known White, it would be {low:.2f}" in cell.note
    assert f"were they all Black, {high:.2f}." in cell.note
