"""A figure's address can be read, sent in a letter, typed in again, and means the same figure."""

import pytest
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from engines.publishing.published import CHARGED, RATE, RECORDED, cell
from peelian.engines.measures.periods import Period
from peelian.engines.publishing.address import Address, BadAddress, address, parse, written

WORDED = "Investigation complete; no suspect identified"


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (cell(RECORDED), "crime.recorded@1;2021-03;force=staffordshire"),
        (cell(RECORDED, where=()), "crime.recorded@1;2021-03"),
        (
            cell(RATE, period=Period("2021-03", "2021-12")),
            "crime.rate@1;2021-03..2021-12;force=staffordshire",
        ),
        (
            cell(RATE, breakdown=(("type", "Burglary"),)),
            "crime.rate@1;2021-03;force=staffordshire;type=Burglary",
        ),
        (
            cell(RATE, breakdown=(("lsoa", None),)),
            "crime.rate@1;2021-03;force=staffordshire;lsoa=",
        ),
        (
            cell(RECORDED, where=(("force", ("cheshire", "kent")),)),
            "crime.recorded@1;2021-03;force=cheshire,kent",
        ),
        (
            cell(CHARGED, where=(("type", (WORDED,)),)),
            "crime.charged_within_2_months@1;2021-03;"
            "type=Investigation+complete~3B+no+suspect+identified",
        ),
        (
            cell(RECORDED, period=Period("2021-01", "2021-12", "rolling_twelve"), where=()),
            "crime.recorded@1;rolling_twelve:2021-12",
        ),
        (
            cell(RECORDED, period=Period("2021-04", "2021-12", "year_to_date"), where=()),
            "crime.recorded@1;year_to_date:2021-12",
        ),
        (
            cell(RECORDED, period=Period("2021-03", "2021-06", "same_period_last_year"), where=()),
            "crime.recorded@1;same_period_last_year:2021-03..2021-06",
        ),
        # A month and a quarter are the whole of their months: the grain adds nothing.
        (
            cell(RECORDED, period=Period("2021-04", "2021-06", "quarter"), where=()),
            "crime.recorded@1;2021-04..2021-06",
        ),
    ],
)
def test_a_figure_has_one_address_and_the_address_says_it_all(figure, text):
    assert address(figure) == text
    assert written(parse(text)) == text


def test_what_an_address_says():
    assert parse("crime.rate@2;2021-03..2021-06;type=Drugs,;force=kent") == Address(
        measure="crime.rate",
        version=2,
        period=Period("2021-03", "2021-06"),
        where=(("force", ("kent",)), ("type", ("Drugs", ""))),
    )


def test_a_running_period_gets_its_months_back():
    assert parse("x@1;rolling_twelve:2021-12").period == Period(
        "2021-01", "2021-12", "rolling_twelve"
    )


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["force", "lsoa", "type"]),
        st.lists(st.text(max_size=20), min_size=1, max_size=3).map(tuple),
    )
)
def test_any_value_survives_the_way_through_a_link(where):
    """Separators, per cent signs, tildes, other alphabets: whatever a value holds comes back."""
    found = Address("crime.recorded", 1, Period("2021-03", "2021-03"), tuple(sorted(where.items())))
    text = written(found)

    assert parse(text) == found
    # Nothing in it is escaped in a link: what the reader copies is what stands there.
    assert reverse("figure", args=[text]) == f"/figures/{text}"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "for example crime.recorded@1;2021-03"),
        ("crime.recorded", "for example crime.recorded@1;2021-03"),
        ("crime.recorded@1", "for example crime.recorded@1;2021-03"),
        ("crime.recorded;2021-03", "is not the address of a figure"),
        ("@1;2021-03", "is not the address of a figure"),
        ("crime.recorded@one;2021-03", "is not the address of a figure"),
        ("crime.recorded@²;2021-03", "is not the address of a figure"),
        ("crime.recorded@1234567;2021-03", "is not the address of a figure"),
        ("crime.recorded@1;March", "'March' is not a month. Write it as YYYY-MM"),
        ("crime.recorded@1;2021-03..", "'' is not a month"),
        ("crime.recorded@1;2021-06..2021-03", "ends (2021-03) before it begins (2021-06)"),
        ("crime.recorded@1;1000-01..2999-12", "spans 1200 months at most"),
        ("crime.recorded@1;fortnight:2021-03", "'fortnight' is not a running period. Choose from"),
        ("crime.recorded@1;rolling_twelve:2021-01..2021-12", "named by its last month alone"),
        ("crime.recorded@1;2021-03;force", "'force' is not a condition"),
        ("crime.recorded@1;2021-03;=kent", "'=kent' is not a condition"),
        ("crime.recorded@1;2021-03;force=kent;force=essex", "Write each once"),
    ],
)
def test_what_is_no_address_is_refused_with_what_would_be_right(text, sentence):
    with pytest.raises(BadAddress) as refusal:
        parse(text)

    assert sentence in str(refusal.value)
