"""A page that Chromium prints says what the page itself says: real fonts, real columns."""

import pytest

from engines.publishing.checker.reading.one_report import HTML
from engines.publishing.checker.reading.shown import outline

MORE = """
<h2>Section {n} of the report</h2>
<p>The force is aware that sometimes its officers do not complete the forms, especially if they are
particularly busy; but in {n} of 900 cases (1 in 12 of these<sup>2</sup>) they did, and the
efficient offices were staffed differently. An area of 5 km<sup>2</sup> had 1,2{n}0 calls.</p>
<ul><li>It trained {n} of its sergeants, who had asked for this in the survey of the year before
<ul><li>in May</li><li>in June</li></ul></li><li>It hired 3.</li></ul>"""
PRINTED = {
    "format": "A4",
    "margin": {"top": "2cm", "bottom": "2cm", "left": "2cm", "right": "2cm"},
    "display_header_footer": True,
    "header_template": '<p style="font-size: 9px; margin: auto">Calls in 2023</p>',
    "footer_template": '<p style="font-size: 9px"><span class="pageNumber"></span></p>',
}

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium):
    opened = chromium.new_page()
    yield opened
    opened.close()


@pytest.mark.parametrize(
    "style",
    [
        "font-family: Liberation Serif",
        "font: 11pt Liberation Sans; line-height: 1.5",
        "column-count: 2; text-align: justify; hyphens: auto",
    ],
)
def test_what_is_printed_is_what_the_page_says(page, style):
    sections = "".join(MORE.format(n=number) for number in range(10, 40))
    written = HTML.decode().replace("<body>", f'<body style="{style}">')
    written = written.replace("</main><footer>Crown copyright</footer>", f"{sections}</main>")
    written = written.replace("<nav>Home</nav>", "")
    written = written.replace("<head>", "<head><style>td, th { padding: 2px 8px }</style>")
    page.set_content(written)

    assert outline("a.pdf", page.pdf(**PRINTED)) == outline("a.html", written.encode())
