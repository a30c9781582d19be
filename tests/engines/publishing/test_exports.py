"""Figures as files: every number, every remark, no formula."""

import csv
import io
import json

import pyarrow.parquet as pq

from engines.publishing.published import CHARGED, answer, cell
from peelian.engines.measures.status import Status
from peelian.engines.publishing.exports import as_csv, as_json, as_parquet
from peelian.engines.publishing.shown import internal

LINES = ("Contains public sector information.", "Source: Office for National Statistics.")
FIGURE = cell(
    CHARGED,
    breakdown=(("type", '=HYPERLINK("http://example.org")'),),
    numerator=382,
    denominator=6049,
    value=0.0631,
    lower=0.0573,
    upper=0.0696,
    unknown=0,
)
NONE = cell(
    CHARGED,
    breakdown=(("type", "Drugs"),),
    status=Status.NOT_COMPUTABLE,
    notes=("Outcomes of May, June are not loaded.",),
)
ASKED = answer(CHARGED, FIGURE, NONE, by=("type",))
SHOWN = internal(ASKED, CHARGED)


def test_csv_has_a_row_for_each_cell_and_says_where_it_is_from():
    rows = list(csv.DictReader(io.StringIO(as_csv(ASKED, SHOWN, attributions=LINES))))

    assert [row["type"] for row in rows] == ['\'=HYPERLINK("http://example.org")', "Drugs"]
    assert rows[0]["numerator"] == "382"
    assert rows[0]["value"] == "0.0631"
    assert {row["attribution"] for row in rows} == {" ".join(LINES)}


def test_csv_leaves_what_is_not_there_blank_and_says_why():
    blank = list(csv.DictReader(io.StringIO(as_csv(ASKED, SHOWN))))[1]

    numbers = ("numerator", "denominator", "value", "lower", "upper", "unknown")
    assert [blank[name] for name in numbers] == [""] * 6
    assert blank["status"] == "not_computable"
    assert blank["note"] == "Outcomes of May, June are not loaded."


def test_csv_of_the_command_line_has_the_agreed_columns_and_no_more():
    head = as_csv(ASKED, SHOWN).splitlines()[0]

    assert head == "measure,type,numerator,denominator,value,lower,upper,unknown,status,note"


def test_json_holds_definition_cells_and_attributions():
    whole = json.loads(as_json(ASKED, SHOWN, CHARGED, attributions=LINES))

    assert whole["measure"] == "crime.charged_within_2_months"
    assert whole["definition"] == CHARGED.definition
    assert whole["snapshot"] == "c0ffee"
    assert whole["attributions"] == list(LINES)
    assert [one["value"] for one in whole["cells"]] == [0.0631, None]
    assert whole["cells"][0]["breakdown"] == {"type": '=HYPERLINK("http://example.org")'}


def test_parquet_types_its_columns_and_carries_the_definition():
    found = pq.read_table(io.BytesIO(as_parquet(ASKED, SHOWN, CHARGED, attributions=LINES)))

    assert str(found.schema.field("numerator").type) == "int64"
    assert str(found.schema.field("value").type) == "double"
    assert str(found.schema.field("type").type) == "string"
    assert found.column("value").to_pylist() == [0.0631, None]
    assert found.schema.metadata[b"peelian.measure"] == b"crime.charged_within_2_months@1"
    assert found.schema.metadata[b"peelian.attribution"] == " ".join(LINES).encode()


def test_an_answer_without_cells_is_a_file_without_rows():
    asked = answer(CHARGED, by=("type",))

    assert as_csv(asked, ()).count("\n") == 1
    assert json.loads(as_json(asked, (), CHARGED, attributions=()))["cells"] == []
    empty = pq.read_table(io.BytesIO(as_parquet(asked, (), CHARGED, attributions=())))
    assert (empty.num_rows, str(empty.schema.field("value").type)) == (0, "double")
