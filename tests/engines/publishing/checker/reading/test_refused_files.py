"""What is not read is refused by name, with what to do."""

import pytest

from engines.publishing.checker.reading.one_report import FILES
from engines.publishing.checker.reading.word_writer import packed, said, zipped
from peelian.engines.publishing.checker.reading import limits
from peelian.engines.publishing.checker.reading.errors import Unreadable
from peelian.engines.publishing.checker.reading.file import read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.txt", b"", "The file is empty"),
        ("a.txt", b" \n\n ", "The file is empty"),
        ("a.doc", OLE + b"\x00" * 500, "old kind of Office (.doc, .xls, .ppt)"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        ("a.rtf", b"{\\rtf1\\ansi Text}", "Rich Text file (.rtf), which cannot be read. Save"),
        ("a.odt", zipped({"mimetype": "x", "content.xml": "<a/>"}), "OpenDocument"),
        ("a.xlsx", zipped({"xl/workbook.xml": "<a/>"}), "an Excel workbook"),
        ("a.pptx", zipped({"ppt/presentation.xml": "<a/>"}), "PowerPoint file"),
        ("a.pages", zipped({"Index/Document.iwa": "x"}), "Apple Pages"),
        ("a.epub", zipped({"META-INF/container.xml": "x"}), "EPUB"),
        ("a.zip", zipped({"report.pdf": "x"}), "packed file (zip) and no Word document"),
        ("a.docx", FILES["report.docx"][:900], "damaged or incomplete"),
        ("a.png", b"\x89PNG\r\n\x1a\n\x00\x00", "a picture (PNG), which cannot be read. Recognise"),
        ("a.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "a picture (JPEG)"),
        ("a.gz", b"\x1f\x8b\x08\x00\x00", "a packed file (gzip)"),
        ("a.txt", b"Calls\x00 rose\x00 to\x00", "no text: it holds control characters"),
        ("a.pdf", b"%PDF-1.7\nnothing", "The PDF is damaged or incomplete"),
        ("a.html", b"<html><body><script>1</script></body></html>", "holds no text to check"),
    ],
)
def test_a_sentence_says_what_it_is_and_what_to_do(name, content, sentence):
    with pytest.raises(Unreadable) as refusal:
        read(name, content)

    assert sentence in str(refusal.value)


def test_letters_that_other_files_begin_with_may_begin_a_text():
    assert read("a.txt", b"BM answered 12 calls.").parts[0].text == "BM answered 12 calls."
    assert read("a.txt", b"RIFF raff: 12 calls.").parts[0].text == "RIFF raff: 12 calls."


def test_a_file_too_large():
    with pytest.raises(Unreadable, match=r"more than 10,000,000 bytes\. Make it smaller"):
        read("a.txt", b"a" * (limits.FILE_BYTES + 1))


def test_too_many_characters():
    with pytest.raises(Unreadable, match="more than 4,000,000 characters of text"):
        read("a.txt", b"a " * 2_000_001)


def test_too_many_passages():
    with pytest.raises(Unreadable, match="more than 40,000 passages"):
        read("a.txt", b"A line.\n" * 40_001)


def test_too_many_cells_however_they_are_asked_for():
    """A table of 200 rows whose cells each claim a thousand columns has 200,000 cells and more."""
    row = "<tr><td colspan=1000>1</td><td>2</td></tr>"

    with pytest.raises(Unreadable, match="more than 200,000 table cells"):
        read("a.html", f"<html><table>{row * 200}</table>".encode())


def test_spans_down_a_table_are_counted_too():
    first = "<tr>" + "<td colspan=1000 rowspan=1000>1</td>" * 5 + "</tr>"

    with pytest.raises(Unreadable, match="more than 200,000 table cells"):
        read("a.html", f"<html><table>{first}{'<tr><td>1</td></tr>' * 999}</table>".encode())


@pytest.mark.parametrize("tag", ["div", "span", "ul", "table><tr><td", "b"])
def test_markup_nested_too_deep(tag):
    deep = f"<{tag}>" * 100_000

    with pytest.raises(Unreadable):
        read("a.html", f"<html><body>{deep}text".encode())


def test_lists_nested_too_deep_in_markdown():
    deep = "".join(f"{'  ' * depth}- 1\n" for depth in range(1000))

    assert read("a.md", (">" * 5000 + " 1\n\n" + deep).encode()).parts


def test_word_nested_too_deep():
    deep = "<w:sdt><w:sdtContent>" * 100 + said("1") + "</w:sdtContent></w:sdt>" * 100

    with pytest.raises(Unreadable, match="nests its elements more than 150 deep"):
        read("a.docx", packed(deep))


def test_a_word_file_that_unpacks_to_too_much():
    bomb = zipped({"word/document.xml": b"<a/>", "word/media/a.bin": bytes(60_000_000)})
    assert len(bomb) < 100_000

    with pytest.raises(Unreadable, match="more than 50,000,000 bytes when it is unpacked"):
        read("a.docx", bomb)


def test_a_word_file_of_too_many_parts():
    many = {f"word/{number}.xml": "" for number in range(2_001)}

    with pytest.raises(Unreadable, match="more than 2,000 packed parts"):
        read("a.docx", zipped({"word/document.xml": "<a/>", **many}))


def test_entities_are_never_expanded():
    """Neither those that multiply nor those that read a file or ask the network."""
    laughs = '<!DOCTYPE a [<!ENTITY x "haha"><!ENTITY y "&x;&x;">]>'
    outside = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'

    for doctype in (laughs, outside):
        with pytest.raises(Unreadable, match="declares entities of its own"):
            read("a.docx", packed("", main=f"{doctype}<a>&x;</a>"))
        page = read("a.html", f"{doctype}<html><p>It says &x; here.".encode())
        assert page.parts[-1].text == "It says &x; here."
