"""The same seed gives the same rows for ever, whatever else is made beside them."""

import pytest

from peelian.records.store.invented import is_synthetic
from peelian.sources.synthetic.kinds import CONTACT_AND_RESPONSE
from peelian.sources.synthetic.order import in_order
from peelian.sources.synthetic.synthesise import CannotSynthesise, whole_years

MONTH = ("2023-05",)


def contents(home, month="2023-05"):
    """What the rows of Staffordshire's month say, by record type."""
    return {
        key[0]: (part.rows, part.origin_sha256)
        for key, part in home.snapshot.by_key.items()
        if part.source == "synthetic" and key[1] == "staffordshire" and key[2] in ("", month)
    }


def test_rows_are_the_same_whatever_forces_and_months_stand_beside_them(home, eight):
    home.synthesise(1, MONTH, scale=0.05)
    assert contents(home) == contents(eight)


def test_the_fingerprint_of_a_seed_never_changes(home):
    """Pinned: should it ever change, raise EDITION, since stores of the old rows are about."""
    done = home.synthesise(1, MONTH, scale=0.01)
    assert done.fingerprint == "04b7ba5b0aecd0f9d72f602256a09165"


def test_another_seed_gives_other_rows(home, eight):
    home.synthesise(1, MONTH, seed=2, scale=0.05)
    other, same = contents(home), contents(eight)
    assert {key for key in other if other[key][1] == same[key][1]} <= {"responselimit"}


def test_made_again_it_is_already_held_and_has_the_same_fingerprint(home):
    first = home.synthesise(2, MONTH, scale=0.01)
    snapshot = home.snapshot.id
    again = home.synthesise(2, MONTH, scale=0.01)
    assert again.in_one_line() == f"rows made 0, already held {first.made}, parts refused 0"
    assert (again.fingerprint, home.snapshot.id) == (first.fingerprint, snapshot)


def test_what_another_source_holds_is_refused_and_left_as_it_is(home, desk_of):
    desk_of(home)
    before = home.snapshot.by_key["crime", "staffordshire", "2021-03"]
    done = home.synthesise(1, ("2021-03",), scale=0.01)
    (refused,) = done.refused
    assert refused.sentence.startswith(
        "not made: crime staffordshire 2021-03 is held already from police_uk"
    )
    assert home.snapshot.by_key["crime", "staffordshire", "2021-03"] == before
    assert is_synthetic(home.snapshot, types=["call"], forces=["staffordshire"])
    assert not is_synthetic(home.snapshot, types=["crime"])


def test_another_seed_is_refused_where_one_is_held(home):
    home.synthesise(1, MONTH, scale=0.01, kinds=CONTACT_AND_RESPONSE)
    done = home.synthesise(1, MONTH, seed=2, scale=0.01, kinds=CONTACT_AND_RESPONSE)
    assert (done.made, len(done.refused)) == (0, 3)
    assert "seed 1829" in done.refused[0].sentence


def test_every_row_has_an_address_of_its_own(eight):
    for kind in ("call", "incident", "crime", "outcome", "stopsearch", "complaint"):
        rows, addresses, right = eight.ask(
            "SELECT count(*), count(DISTINCT record_id), "
            "count(*) FILTER (regexp_full_match(record_id, '[0-9a-f]{32}')) FROM rows",
            kind,
        )[0]
        assert rows == addresses == right


def test_forty_three_forces_stand_in_the_order():
    assert in_order()[0] == "staffordshire"
    assert len(set(in_order())) == 43


@pytest.mark.parametrize(
    ("wanted", "right"),
    [
        ({"forces": 0}, "0 forces: choose from 1 to 43."),
        ({"forces": 44}, "44 forces: choose from 1 to 43."),
        ({"seed": -1}, "Seed -1: choose a whole number from 0 up."),
        ({"scale": 0.0}, "Scale 0: choose from 0.001 to 100."),
    ],
)
def test_what_cannot_be_made_is_refused_in_words(home, wanted, right):
    asked = {"forces": 1, "months": MONTH} | wanted
    with pytest.raises(CannotSynthesise, match=right):
        home.synthesise(**asked)


def test_years_end_with_the_year_of_the_figures_unless_a_first_month_is_given():
    assert whole_years(1)[0] == "2023-04"
    assert whole_years(2)[-1] == "2024-03"
    assert whole_years(1, "2021-01") == whole_years(1, "2021-01")
    assert whole_years(1, "2021-01")[-1] == "2021-12"
    with pytest.raises(CannotSynthesise, match="0 years: choose from 1 to 20"):
        whole_years(0)
