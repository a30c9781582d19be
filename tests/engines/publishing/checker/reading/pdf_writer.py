"""Writes small PDF files by hand, in Courier, where every letter is 0.6 of its size wide."""

from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842  # points: A4
_WIDE = 0.6
# No password gives these signs, so that none opens the file.
LOCK = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (
    b"11" * 32,
    b"22" * 32,
)


@dataclass(frozen=True)
class Ink:
    """A piece of text at a place of a page, in points from the bottom left."""

    text: str
    x: float
    y: float
    size: float = 10
    bold: bool = False
    askew: bool = False

    @property
    def end(self) -> float:
        """Where it ends on its line."""
        return self.x + _WIDE * self.size * len(self.text)


@dataclass(frozen=True)
class Box:
    """A grey box, as a picture or a bullet is drawn."""

    x: float
    y: float
    wide: float
    tall: float


def paragraph(text, x, y, *, size=10, width=400, leading=None):
    """The lines of a paragraph whose first stands at ``y``, broken to ``width`` points."""
    letters = int(width / (_WIDE * size))
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > letters:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    leading = leading or 1.2 * size
    return [Ink(one, x, y - number * leading, size) for number, one in enumerate([*lines, line])]


def written(*pages, turned=False, locked=False):
    """The bytes of a PDF with these pages, each a list of ``Ink`` and ``Box``.

    ``turned``: all is written from the bottom to the top, on pages that viewers turn back.
    ``locked``: the file says that a password is needed, which is not the empty one.
    """
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        _font(b"Courier"),
        _font(b"Courier-Bold"),
    ]
    kids = []
    for page in pages:
        stream = b"\n".join(_drawn(one, turned=turned) for one in page)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R"
            b" /Rotate %d /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
            % (WIDTH, HEIGHT, len(objects), 90 if turned else 0)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _file(objects, LOCK if locked else b"")


def _font(name):
    return b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>" % name


def _drawn(one, *, turned):
    if isinstance(one, Box):
        return f"0.5 g {one.x} {one.y} {one.wide} {one.tall} re f 0 g".encode()
    text = one.text.encode("cp1252")
    for sign in (b"\\", b"(", b")"):
        text = text.replace(sign, b"\\" + sign)
    matrix = f"1 0 0 1 {one.x} {one.y}"
    if turned:
        matrix = f"0 1 -1 0 {WIDTH - one.y} {one.x}"
    if one.askew:
        matrix = f"0.7 0.7 -0.7 0.7 {one.x} {one.y}"
    font = b"/F2" if one.bold else b"/F1"
    return b"BT " + font + f" {one.size} Tf {matrix} Tm (".encode() + text + b") Tj ET"


def _file(objects, lock):
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        lock,
        start,
    )
    return bytes(out)
