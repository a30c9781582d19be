"""HTML: a page in, passages out."""

import pytest

from engines.publishing.checker.reading.shown import items, outline, tables, texts, unread


def page(body, head=""):
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    "left_out",
    [
        "<nav>9 links</nav>",
        "<header>9 forces</header>",
        "<footer>9 links</footer>",
        "<aside>9 facts</aside>",
        "<script>9</script>",
        "<style>p { top: 9px }</style>",
        "<form><label>9</label><input></form>",
        "<div hidden>9</div>",
        '<div style="color:red; display: none">9</div>',
        '<div role="navigation">9</div>',
        "<template><p>9</p></template>",
        "<!-- 9 -->",
    ],
)
def test_what_is_no_part_of_the_report(left_out):
    assert texts("a", page(f"{left_out}<p>It answered 5.</p>")) == ["It answered 5."]


def test_the_main_part_is_read_alone():
    assert texts("a", page("<p>We use 9 cookies</p><main><p>It answered 5.</p></main>")) == [
        "It answered 5."
    ]


def test_the_head_of_an_article_is_read_and_so_is_a_page_within_a_form():
    body = "<form><article><header><h1>Calls</h1></header><p>It answered 5.</p></article></form>"

    assert outline("a", page(body)) == [("heading", "Calls"), ("paragraph", "It answered 5.")]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>In <b>2</b>0<i>2</i>4 it\n  rose</p>", "In 2024 it rose"),
        ("<p>587 of 748<sup>1</sup> agreed</p>", "587 of 748 agreed"),
        ("<p>587 of 748 <sup>[1]</sup>.</p>", "587 of 748."),
        ("<p>587 of 748<sup>1, 2</sup>, or</p>", "587 of 748, or"),
        ("<p>748<sup>*</sup> and 5<sup>a</sup></p>", "748 and 5"),
        ('<p>748<sup><a href="#fn:1">[footnote 1]</a></sup> did</p>', "748 did"),
        ("<p>748 [note 12] did</p>", "748 did"),
        ('<p>748<a role="doc-noteref" href="#n">1</a> did</p>', "748 did"),
        ("<p>The 1<sup>st</sup> and 2<sup>nd</sup></p>", "The 1st and 2nd"),
        ("<p>5 km<sup>2</sup> of CO<sub>2</sub></p>", "5 km² of CO2"),
        ("<p>It was <del>5</del> <ins>6</ins></p>", "It was 6"),
        ("<p>1&nbsp;600 &amp; 5&nbsp;more &pound;3</p>", "1\xa0600 & 5 more £3"),
        ("<p>A line<br>broken within</p>", "A line broken within"),
    ],
)
def test_running_text(markup, text):
    assert texts("a", page(markup)) == [text]


def test_forced_line_breaks_end_sentences():
    assert texts("a", page("<p>It rose.<br>It fell<br><br>and rose<br>Again</p>")) == [
        "It rose.",
        "It fell",
        "and rose",
        "Again",
    ]


def test_lists_within_lists():
    body = """<ul><li>train<ol><li>5 sergeants</li><li>3 constables</li></ol></li>
    <li><p>hire</p><p>Soon.</p></li></ul><ul><li>begin</li></ul>"""

    assert items("a", page(body)) == [
        (1, 1, "train"),
        (1, 2, "5 sergeants"),
        (1, 2, "3 constables"),
        (1, 1, "hire"),
        (2, 1, "begin"),
    ]
    assert ("paragraph", "Soon.") in outline("a", page(body))


def test_blocks_of_all_kinds_are_passages_of_their_own():
    body = """<div>loose <blockquote>quoted</blockquote> text</div>
    <dl><dt>Asked</dt><dd>748</dd></dl>
    <figure><img src=a alt="Bars"><figcaption>Figure 1</figcaption></figure>
    <details><summary>More</summary><p>inner</p></details>"""

    assert texts("a", page(body)) == [
        *("loose", "quoted", "text"),
        *("Asked", "748", "Figure 1", "More", "inner"),
    ]


def test_tables_with_spans_heads_and_a_caption():
    body = """<table><caption>Calls <b>by</b> area</caption>
    <thead><tr><th rowspan=2>Area<th colspan=2>Calls<tr><th>2022<th>2023</thead>
    <tbody><tr><td rowspan=2>North<td>1<td>2<tr><td colspan=2>none</tbody>
    <tfoot><tr><td>All<td>1<td>2</tfoot></table>"""

    assert tables("a", page(body)) == [
        (
            2,
            (
                ("Area", "Calls", ""),
                ("", "2022", "2023"),
                ("North", "1", "2"),
                ("", "none", ""),
                ("All", "1", "2"),
            ),
        )
    ]


def test_heads_are_told_by_their_cells_or_by_the_first_number():
    marked = "<table><tr><th>Area<th>5 to 9<tr><th>North<td>7</table>"
    plain = "<table><tr><td>Area<td>Calls in 2023<tr><td>North<td>£7m</table>"
    bare = "<table><tr><td>North<td>7<tr><td>South<td>8</table>"

    assert [tables("a", page(one))[0][0] for one in (marked, plain, bare)] == [1, 1, 0]


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td>It answered 5.</table>",
        "<table><tr><td><h2>Calls</h2><p>It answered 5.</p><td>It hired 3.<tr><td>a<td>b</table>",
        '<table role="presentation"><tr><td>It answered 5.<td>b<tr><td>a<td>b</table>',
        "<table><tr><td><table><tr><td>It answered 5.</table></table>",
    ],
)
def test_tables_made_for_layout_are_running_text(body):
    assert tables("a", page(body)) == []
    assert "It answered 5." in texts("a", page(body))


def test_figures_without_words_are_reported():
    body = """<p>Text.</p><figure><img src=a><figcaption>Figure 1: calls</figcaption></figure>
    <figure><img src=a alt="A bar for each year"></figure><p><img src=logo></p>"""

    assert unread("a", page(body)) == [
        ("figure “Figure 1: calls”", "a picture without a text that says what it shows")
    ]


def test_of_very_many_figures_only_the_first_are_listed():
    listed = unread("a", page("<p>Text.</p>" + "<figure><img></figure>" * 300))

    assert len(listed) == 201
    assert listed[-1] == ("the rest of the file", "more parts than are listed here")


@pytest.mark.parametrize("markup", ["<p>It rose<p>It fell", "<p>It rose</div></p></b>It fell"])
def test_broken_markup_is_read_as_browsers_do(markup):
    assert texts("a", markup.join(["<html>", ""]).encode()) == ["It rose", "It fell"]


def test_the_page_names_its_encoding():
    meta = '<meta charset="iso-8859-15">'

    assert texts("a", page("<p>€5</p>", meta).decode().encode("iso-8859-15")) == ["€5"]


@pytest.mark.parametrize(
    "start",
    ["\ufeff<!DOCTYPE html>", '<?xml version="1.0"?>\n<html>', "<!-- a --> <html>", "<HTML>"],
)
def test_beginnings_that_are_html(start):
    assert texts("a.txt", f"{start}<p>It <b>rose</b>.".encode()) == ["It rose."]


def test_a_piece_of_html_is_known_by_its_name():
    assert texts("a.html", b"<h1>Calls</h1><p>It rose.") == ["Calls", "It rose."]
    assert texts("a.txt", b"The tag <p> begins 5 paragraphs.") == [
        "The tag <p> begins 5 paragraphs."
    ]


def test_accordions_that_are_closed_are_read_with_their_headings():
    """A browser finds what they hold, and saves them closed."""
    page = (
        b"<main><h2><button>Main findings</button></h2>"
        b'<div hidden="until-found"><p>It answered 542 of 748.</p></div>'
        b"<div hidden><p>Nobody sees it.</p></div><button>Show all</button></main>"
    )

    assert outline("a.html", page) == [
        ("heading", "Main findings"),
        ("paragraph", "It answered 542 of 748."),
    ]


def test_banners_on_cookies_and_signs_that_are_not_read_out_are_left_out():
    page = (
        b'<body><div class="govuk-cookie-banner"><p>We use 12 cookies.</p></div>'
        b'<div id="content" class="cookie-policy"><h2>Calls'
        b'<a aria-hidden="true" href="#c">#</a></h2>'
        b"<p>It answered 542 of 748.</p></div></body>"
    )

    assert texts("a.html", page) == ["Calls", "It answered 542 of 748."]


def test_a_list_whose_lines_were_lost_is_a_list_again():
    page = "<p>Of 30 files: • 12 were sound • 18 were lost</p><p>A point • in a line</p>"
    assert items("a.html", page.encode()) == [
        (1, 1, "12 were sound"),
        (1, 1, "18 were lost"),
    ]
    assert texts("a.html", page.encode())[0] == "Of 30 files:"
    assert texts("a.html", page.encode())[-1] == "A point • in a line"
