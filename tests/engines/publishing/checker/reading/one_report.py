"""One small report, written in each format, and what every reader must make of it."""

from engines.publishing.checker.reading import word_writer
from engines.publishing.checker.reading.pdf_writer import Ink, paragraph, written

SENTENCES = [
    ("heading", "How the force answers its calls"),
    (
        "paragraph",
        "In our survey we found that 78.4 percent of respondents (587 of 748) agreed that the "
        "force had given them enough training. By the 1st of May it had answered 45,210 calls.",
    ),
    ("paragraph", "The force took three steps:"),
    ("item", "it trained 94 sergeants, who are 29 percent of all the sergeants it has"),
    ("item", "it asked 12 supervisors to listen to calls"),
    ("item", "it closed 3 rooms."),
    ("heading", "Calls by area"),
    ("paragraph", "This table shows the calls of both areas for two years."),
    (
        "table",
        (("Area", "2022", "2023"), ("North", "1,200", "1,300"), ("South of the river", "10", "20")),
    ),
    ("paragraph", "Calls grew by 9 percent."),
]

TEXT = """\
How the force answers its calls

In our survey we found that 78.4 percent of respondents (587 of 748¹) agreed
that the force had given them enough training. By the 1st of May it had
answered 45,210 calls.

The force took three steps:

- it trained 94 sergeants, who are 29 percent of all the sergeants it
  has
- it asked 12 supervisors to listen to calls
- it closed 3 rooms.

Calls by area

This table shows the calls of both areas for two years.

Area                 2022    2023
North               1,200   1,300
South of the river     10      20

Calls grew by 9 percent.
""".encode()

MARKDOWN = b"""\
# How the force answers its calls

In our survey we found that **78.4** percent of respondents (587 of 748[^1]) agreed
that the force had given them *enough* training. By the 1<sup>st</sup> of May it had
answered 45,210 calls.

The force took three steps:

* it trained 94 sergeants, who are 29 percent of all the sergeants it has
* it asked 12 supervisors to listen to calls
* it closed 3 rooms.

## Calls by area

This table shows the calls of both areas for two years.

| Area | 2022 | 2023 |
|------|-----:|-----:|
| North | 1,200 | 1,300 |
| South of the river | 10 | 20 |

Calls grew by 9 percent.
"""

HTML = b"""\
<!DOCTYPE html><html lang="en"><head><title>Calls</title><style>p { color: red }</style></head>
<body><nav>Home</nav><main><h1>How the force answers its calls</h1>
<p>In our survey we found that <b>78.4</b> percent of respondents
(587 of 748<sup><a href="#n1">1</a></sup>) agreed that the force had given them <em>enough</em>
training. By the 1<sup>st</sup> of May it had answered 45,210 calls.</p>
<p>The force took three steps:
<ul><li>it trained 94 sergeants, who are 29 percent of all the sergeants it has
<li>it asked 12 supervisors to listen to calls<li>it closed 3 rooms.</ul>
<h2>Calls by area</h2><p>This table shows the calls of both areas for two years.</p>
<table><thead><tr><th>Area<th>2022<th>2023</thead><tbody><tr><th>North<td>1,200<td>1,300
<tr><th>South of the river<td>10<td>20</tbody></table>
<p>Calls grew by 9 percent.</p></main><footer>Crown copyright</footer></body></html>
"""


def _build(document):
    texts = [text for _, text in SENTENCES]
    document.add_heading(texts[0], 1)
    first, _, rest = texts[1].partition(")")
    before, _, after = rest.partition("st of")
    word_writer.runs(document.add_paragraph(), first, "^1", ")" + before, "^st", " of" + after)
    document.add_paragraph(texts[2])
    for text in texts[3:6]:
        document.add_paragraph(text, style="List Bullet")
    document.add_heading(texts[6], 2)
    document.add_paragraph(texts[7])
    table = document.add_table(3, 3)
    for row, cells in enumerate(SENTENCES[8][1]):
        for column, cell in enumerate(cells):
            table.cell(row, column).text = cell
    document.add_paragraph(texts[9])


WORD = word_writer.saved(_build)


def _page():
    texts = [text for _, text in SENTENCES]
    ink = [Ink(texts[0], 70, 760, 16, bold=True)]
    for line in paragraph(texts[1], 70, 730):
        ink += _with_note(line, "748")
    ink += paragraph(texts[2], 70, 680)
    ink += [Ink("•", 80, 660), *paragraph(texts[3], 92, 660, width=300)]
    ink += [Ink("•", 80, 636), Ink(texts[4], 92, 636), Ink("•", 80, 624), Ink(texts[5], 92, 624)]
    ink += [Ink(texts[6], 70, 590, 13, bold=True), *paragraph(texts[7], 70, 570)]
    for number, row in enumerate(SENTENCES[8][1]):
        for cell, end in zip(row, (0, 300, 380), strict=True):
            x = end - 6 * len(cell) if end else 70
            ink.append(Ink(cell, x, 545 - 14 * number))
    return [*ink, *paragraph(texts[9], 70, 490), Ink("1", 300, 30)]


def _with_note(line, figure):
    """The line with a small raised 1 after ``figure``, if that is on it."""
    before, found, after = line.text.partition(figure)
    if not found:
        return [line]
    start = Ink(before + found, line.x, line.y)
    return [start, Ink("1", start.end, line.y + 4, 6), Ink(after, start.end + 3.6, line.y)]


PDF = written(_page())
FILES = {
    "report.txt": TEXT,
    "report.md": MARKDOWN,
    "report.html": HTML,
    "report.docx": WORD,
    "report.pdf": PDF,
}
