"""Writes Word files: by the library python-docx, and by hand what it does not write."""

import io
import zipfile

import docx

MAIN = "word/document.xml"
_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def saved(build):
    """The bytes of a document of python-docx after ``build(document)``."""
    document = docx.Document()
    build(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def runs(paragraph, *texts):
    """Add runs to a paragraph; one in ``^`` is raised."""
    for text in texts:
        run = paragraph.add_run(text.removeprefix("^"))
        run.font.superscript = text.startswith("^") or None
    return paragraph


def packed(body, *, main=None, **parts):
    """A Word file with this XML as body, and other parts by their kind (``footnotes``)."""
    document = main or f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>"
    related = "".join(
        f'<Relationship Id="r{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for kind in parts
    )
    members = {
        MAIN: document,
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}">{related}</Relationships>'
        ),
        **{
            f"word/{kind}.xml": f"<w:{kind} {_NAMES}>{content}</w:{kind}>"
            for kind, content in parts.items()
        },
    }
    return zipped(members)


def zipped(members):
    """A packed file of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def said(text):
    """A paragraph in XML."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
