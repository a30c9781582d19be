"""Word: a file in, passages out. What python-docx does not write is written as XML by hand."""

import pytest

from engines.publishing.checker.reading.shown import items, outline, tables, texts, unread
from engines.publishing.checker.reading.word_writer import packed, runs, said, saved, zipped
from peelian.engines.publishing.checker.reading.file import read


def run(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def test_headings_by_style_also_by_one_that_is_based_on_another():
    def build(document):
        document.add_heading("Calls", 0)
        own = document.styles.add_style("Chapter of ours", 1)
        own.base_style = document.styles["Heading 2"]
        document.add_paragraph("Main findings", style=own)
        document.add_paragraph("It answered 5 calls.")

    assert outline("a", saved(build)) == [
        ("heading", "Calls"),
        ("heading", "Main findings"),
        ("paragraph", "It answered 5 calls."),
    ]


def test_marks_of_notes_are_left_out_and_ordinals_kept():
    def build(document):
        runs(
            document.add_paragraph(), "587 of 748", "^1", " on the 1", "^st", " in 5 km", "^2", "."
        )

    assert texts("a", saved(build)) == ["587 of 748 on the 1st in 5 km²."]


def test_lists_by_style():
    def build(document):
        document.add_paragraph("It will:")
        document.add_paragraph("train", style="List Bullet")
        document.add_paragraph("5 sergeants", style="List Bullet 2")
        document.add_paragraph("hire", style="List Bullet")
        document.add_paragraph("first", style="List Number")
        document.add_paragraph("Then:")
        document.add_paragraph("end", style="List Bullet")

    assert items("a", saved(build)) == [
        (1, 1, "train"),
        (1, 2, "5 sergeants"),
        (1, 1, "hire"),
        (2, 1, "first"),
        (3, 1, "end"),
    ]


def test_lists_by_numbering_and_by_hand():
    numbered = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr></w:pPr>{}</w:p>'
    )
    body = "".join(
        [
            numbered.format(0, 4, run("train")),
            numbered.format(1, 4, run("5 sergeants")),
            numbered.format(0, 7, run("another list")),
            numbered.format(0, 0, run("number taken off")),
            said("• typed by hand"),
        ]
    )

    assert items("a", packed(body)) == [
        (1, 1, "train"),
        (1, 2, "5 sergeants"),
        (2, 1, "another list"),
        (3, 1, "typed by hand"),
    ]


def test_merged_cells_are_written_once():
    def build(document):
        table = document.add_table(4, 3)
        table.cell(0, 0).merge(table.cell(1, 0)).text = "Area"
        table.cell(0, 1).merge(table.cell(0, 2)).text = "Calls"
        for column, text in enumerate(("2022", "2023"), start=1):
            table.cell(1, column).text = text
        for column, text in enumerate(("North", "1,200", "1,300")):
            table.cell(2, column).text = text
        table.cell(3, 0).text = "South"
        table.cell(3, 1).merge(table.cell(3, 2)).text = "none"

    rows = (("Area", "Calls", ""), ("", "2022", "2023"), ("North", "1,200", "1,300"))
    assert tables("a", saved(build)) == [(2, (*rows, ("South", "none", "")))]


def test_tables_of_one_cell_are_running_text():
    def build(document):
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "Recommendation 1"
        cell.add_paragraph("Train 94 sergeants.")

    assert texts("a", saved(build)) == ["Recommendation 1", "Train 94 sergeants."]


def test_insertions_are_read_and_deletions_are_not():
    body = (
        f"<w:p>{run('It rose by ')}<w:del><w:r><w:delText>5</w:delText></w:r></w:del>"
        f"<w:ins>{run('6')}</w:ins><w:moveFrom>{run('7')}</w:moveFrom>"
        f"<w:moveTo>{run(' percent.')}</w:moveTo></w:p>"
    )

    assert texts("a", packed(body)) == ["It rose by 6 percent."]


def test_hidden_text_fields_and_breaks():
    body = (
        f"<w:p>{run('It rose')}<w:r><w:br/></w:r>{run('by ')}{run('9', '<w:vanish/>')}"
        "<w:r><w:instrText> PAGE 9 </w:instrText></w:r>"
        f"<w:hyperlink>{run('5')}</w:hyperlink><w:r><w:tab/></w:r>{run('percent.')}</w:p>"
        f"<w:p>{run('It ended')}<w:r><w:br w:type='page'/></w:r>{run('and began.')}</w:p>"
    )

    assert texts("a", packed(body)) == ["It rose by 5 percent.", "It ended", "and began."]


def test_content_controls_and_text_boxes_are_read_once():
    box = f"<w:txbxContent>{said('In the box: 5.')}</w:txbxContent>"
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{said('In a control: 3.')}</w:sdtContent></w:sdt>"
        f"<w:p>{run('Beside it: 4.')}<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )

    assert texts("a", packed(body)) == ["In a control: 3.", "Beside it: 4.", "In the box: 5."]


def test_notes_come_last_and_say_so():
    notes = (
        f'<w:footnote w:type="separator" w:id="-1">{said("line")}</w:footnote>'
        f'<w:footnote w:id="1">{said("All 800 officers.")}</w:footnote>'
    )
    endnotes = f'<w:endnote w:id="1">{said("As of 2023.")}</w:endnote>'
    body = f"<w:p>{run('748')}<w:r><w:footnoteReference w:id='1'/></w:r>{run(' agreed.')}</w:p>"
    document = read("a", packed(body, footnotes=notes, endnotes=endnotes))

    assert [(part.place, part.text) for part in document.parts] == [
        ("paragraph 1", "748 agreed."),
        ("footnote 1", "All 800 officers."),
        ("endnote 1", "As of 2023."),
    ]


def test_tables_of_contents_are_left_out():
    def style(name, identifier):
        return f'<w:style w:styleId="{identifier}"><w:name w:val="{name}"/></w:style>'

    def styled(text, identifier):
        return f'<w:p><w:pPr><w:pStyle w:val="{identifier}"/></w:pPr>{run(text)}</w:p>'

    body = styled("Contents", "H") + styled("Calls 12", "T") + said("It rose.")

    assert outline("a", packed(body, styles=style("TOC Heading", "H") + style("toc 1", "T"))) == [
        ("heading", "Contents"),
        ("paragraph", "It rose."),
    ]


@pytest.mark.parametrize(
    ("inside", "why"),
    [
        ("<pic:pic/>", "a picture: what it shows is not read"),
        ("<c:chart/>", "a chart: its figures are not read"),
    ],
)
def test_pictures_and_charts_are_reported(inside, why):
    drawing = f"<w:p><w:r><w:drawing><a:graphic>{inside}</a:graphic></w:drawing></w:r></w:p>"

    assert unread("a", packed(said("Figure 1: calls") + drawing)) == [("after paragraph 1", why)]


def test_a_style_based_on_itself_is_no_circle():
    style = '<w:style w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="A"/></w:style>'
    body = f'<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>{run("It rose.")}</w:p>'

    assert outline("a", packed(body, styles=style)) == [("paragraph", "It rose.")]


def test_a_package_without_relations_is_read_all_the_same():
    xml = '<document xmlns="urn:x"><body><p><r><t>It rose.</t></r></p></body></document>'

    assert texts("a", zipped({"word/document.xml": xml})) == ["It rose."]
