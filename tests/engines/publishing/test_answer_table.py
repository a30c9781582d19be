"""An answer as rows: the same columns on the command line, in files and in the API."""

from engines.publishing.published import CHARGED, RECORDED, answer, cell
from peelian.engines.measures.periods import Period
from peelian.engines.measures.status import Status
from peelian.engines.publishing.shown import internal
from peelian.engines.publishing.table import records, table

FIGURE = cell(
    CHARGED,
    period=Period("2021-03", "2021-03", "month"),
    breakdown=(("force", "staffordshire"), ("lsoa", None)),
    where=(("type", ("Burglary",)),),
    numerator=382,
    denominator=6049,
    value=0.063,
    lower=0.057,
    upper=0.07,
    method="wilson",
    unknown=0,
)
NONE = cell(
    CHARGED,
    period=Period("2021-11", "2021-11", "month"),
    breakdown=(("force", "kent"), ("lsoa", "E01000001")),
    status=Status.NO_DATA,
    notes=("No file.", "None at all."),
)


def test_columns_stand_in_the_order_asked_and_blanks_are_not_nought():
    asked = answer(CHARGED, FIGURE, NONE, by=("force", "month", "lsoa"), grain="month")

    made = table(asked, internal(asked, CHARGED))

    assert made.head == (
        *("measure", "force", "month", "lsoa"),
        *("numerator", "denominator", "value", "lower", "upper", "unknown"),
        *("status", "note"),
    )
    key = "crime.charged_within_2_months"
    assert made.rows == (
        (key, "staffordshire", "2021-03", None, 382, 6049, 0.063, 0.057, 0.07, 0, "ok", ""),
        (
            *(key, "kent", "2021-11", "E01000001", None, None, None, None, None, None),
            *("no_data", "No file. None at all."),
        ),
    )


def test_a_record_holds_all_that_travels_with_a_cell():
    asked = answer(CHARGED, FIGURE, by=("force", "month", "lsoa"), grain="month")
    (record,) = records(internal(asked, CHARGED))

    assert record["period"] == {"first": "2021-03", "last": "2021-03"}
    assert record["breakdown"] == {"force": "staffordshire", "lsoa": None}
    assert record["where"] == {"type": ["Burglary"]}
    assert (record["method"], record["status"], record["maturing"]) == ("wilson", "ok", False)
    assert record["figure"] == (
        "crime.charged_within_2_months@1;2021-03;force=staffordshire;lsoa=;type=Burglary"
    )


def test_an_answer_without_cells_is_a_head_without_rows():
    asked = answer(RECORDED)

    assert table(asked, ()).rows == ()
    assert list(records(())) == []
