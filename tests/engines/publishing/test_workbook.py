"""The workbook: one marked table that a screen reader can find, and no formula anywhere."""

import io
import zipfile
from xml.etree import ElementTree

import pytest

from engines.publishing.published import CHARGED, RECORDED, answer, cell
from peelian.engines.measures.status import Status
from peelian.engines.publishing.shown import internal
from peelian.engines.publishing.workbook import as_workbook

LINE = "Contains public sector information licensed under the Open Government Licence v3.0."
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RISKY = "=cmd|' /C calc'!A0"


def book(*cells, by=("type",)):
    asked = answer(CHARGED, *cells, by=by)
    made = as_workbook(asked, internal(asked, CHARGED), CHARGED, attributions=(LINE,))
    return zipfile.ZipFile(io.BytesIO(made))


@pytest.fixture(scope="module")
def workbook():
    return book(
        cell(
            CHARGED,
            breakdown=(("type", RISKY),),
            numerator=382,
            denominator=6049,
            value=0.0631,
            lower=0.0573,
            upper=0.0696,
            unknown=0,
        ),
        cell(CHARGED, breakdown=(("type", "Drugs"),), status=Status.NO_DATA, notes=("No file.",)),
    )


def texts(workbook):
    return [
        "".join(part.itertext())
        for part in ElementTree.fromstring(workbook.read("xl/sharedStrings.xml"))
    ]


def test_sheets_have_names_and_the_cover_comes_first(workbook):
    sheets = ElementTree.fromstring(workbook.read("xl/workbook.xml")).iter(f"{MAIN}sheet")

    assert [sheet.get("name") for sheet in sheets] == [
        "Cover",
        "Contents",
        "Figures",
    ]


def test_no_cell_holds_a_formula(workbook):
    for name in workbook.namelist():
        if name.startswith("xl/worksheets/sheet"):
            assert not list(ElementTree.fromstring(workbook.read(name)).iter(f"{MAIN}f")), name


def test_text_that_begins_like_a_formula_is_text_with_a_mark_before_it(workbook):
    assert f"'{RISKY}" in texts(workbook)
    assert RISKY not in texts(workbook)


def test_the_cells_are_marked_as_one_table_with_headings(workbook):
    tables = [
        [column.get("name") for column in table.iter(f"{MAIN}tableColumn")]
        for name in workbook.namelist()
        if name.startswith("xl/tables/")
        for table in [ElementTree.fromstring(workbook.read(name))]
    ]

    assert [
        *("Measure", "Type", "Numerator", "Denominator", "Value", "Lower", "Upper", "Unknown"),
        *("Status", "Note"),
    ] in tables


def test_no_cell_of_the_table_is_blank(workbook):
    """A blank cell tells a listener nothing; a sign says that there is no number, a note why."""
    assert "[x]" in texts(workbook)
    assert "[x] = no number; the status says why" in texts(workbook)
    assert "No remark" in texts(workbook)


def test_the_cover_tells_definition_method_cautions_and_source(workbook):
    told = " ".join(texts(workbook))

    assert CHARGED.definition in told
    assert "Wilson score, 95%." in told
    assert all(caution in told for caution in CHARGED.cautions)
    assert LINE in told
    assert "Snapshot c0ffee." in told


def test_a_question_without_any_cell_has_one_row_that_says_so():
    said = texts(book())

    assert "no_data" in said
    assert "No figure: nothing is loaded that this question could count." in said


def test_a_count_has_no_method_to_tell():
    asked = answer(RECORDED, cell(RECORDED, numerator=6, value=6))
    made = as_workbook(asked, internal(asked, RECORDED), RECORDED, attributions=(LINE,))

    assert "Interval:" not in " ".join(texts(zipfile.ZipFile(io.BytesIO(made))))
