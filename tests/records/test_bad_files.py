"""The zoo of bad files: each gets a sentence, the others load, and the store stays as it was."""

import gzip
import io
import os
import zipfile

import pytest

from peelian.records.load.streams import Caps
from records.loading_process import start
from records.street_files import CRIME, MARCH, Desk, csv_text

GOOD = csv_text(CRIME, CRIME)
HEADER = GOOD.splitlines()[0]


def cut_short(data: bytes) -> bytes:
    return data[: len(data) * 2 // 3]


def as_zip(name: str, content: str | bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return packed.getvalue()


def encrypted(data: bytes) -> bytes:
    """The archive with its flags saying that the member is encrypted."""
    changed = bytearray(data)
    changed[data.index(b"PK\x03\x04") + 6] |= 1
    changed[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(changed)


NOISE = os.urandom(60_000).hex()
MANY = csv_text(*[CRIME | {"Location": NOISE[i : i + 50]} for i in range(0, 100_000, 50)])

REFUSED = {
    "empty": (MARCH, "", "it is empty"),
    "only a line end": (MARCH, "\r\n", "it is empty"),
    "a missing column": (MARCH, GOOD.replace("Month,", "", 1), "column 'Month' is missing"),
    "a renamed column": (
        MARCH,
        GOOD.replace("Crime type", "Crime Types", 1),
        "column 'Crime type' is called 'Crime Types'",
    ),
    "an unknown column": (
        MARCH,
        GOOD.replace("Context", "Context,Ward", 1),
        "column 'Ward' is unknown",
    ),
    "a column twice": (
        MARCH,
        GOOD.replace("Context", "Context,Month", 1),
        "column 'Month' stands there twice",
    ),
    "another table": (MARCH, "a,b\r\n1,2\r\n", "is not the header of a street file"),
    "a header in capitals": (MARCH, GOOD.replace(HEADER, HEADER.upper()), "is called 'MONTH'"),
    "null bytes in the header": (MARCH, "Crime\0ID,Month\r\n", "null bytes"),
    "a picture": (MARCH, b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is not text in UTF-8"),
    "UTF-16": (MARCH, GOOD.encode("utf-16"), "is not text in UTF-8"),
    "carriage returns alone": (MARCH, GOOD.replace("\r\n", "\r"), "carriage returns alone"),
    "a truncated gzip": (f"{MARCH}.gz", cut_short(gzip.compress(MANY.encode())), "ends too early"),
    "a damaged gzip": (
        f"{MARCH}.gz",
        gzip.compress(MANY.encode())[:-8] + b"\0" * 8,
        "is damaged",
    ),
    "a truncated zip": ("all.zip", cut_short(as_zip(MARCH, MANY)), "not a whole zip archive"),
    "an encrypted zip": ("all.zip", encrypted(as_zip(MARCH, GOOD)), "it is encrypted"),
    "a zip bomb": ("all.zip", as_zip(MARCH, HEADER + "\n" + " " * 40_000_000), "archive bomb"),
    "a gzip bomb": (f"{MARCH}.gz", gzip.compress(b" " * 40_000_000), "archive bomb"),
    "a path escape": ("all.zip", as_zip(f"../../{MARCH}", GOOD), "leads out of the archive"),
    "the wrong month": (MARCH, GOOD.replace("2021-03", "2021-04"), "none of its 2 rows"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_bad_file_is_refused_and_the_store_is_as_before(desk, case):
    name, content, sentence = REFUSED[case]
    desk.load(desk.file(GOOD, "2021-03-kent-street.csv"))
    before = desk.everything()
    (report,) = desk.load(desk.file(content, name)).files
    assert report.status == "refused"
    assert sentence in report.sentence
    assert desk.everything() == before


@pytest.mark.parametrize("case", ["empty", "a truncated gzip", "a zip bomb", "a missing column"])
def test_other_files_of_the_run_still_load(desk, case):
    name, content, _ = REFUSED[case]
    report = desk.load(desk.file(content, name), desk.file(GOOD, "2021-03-kent-street.csv"))
    assert [file.status for file in report.files] == ["refused", "loaded"]
    assert report.readable
    assert report.loaded == 2


def test_a_header_without_rows_is_coverage_and_says_so(desk):
    report = desk.load_text(csv_text())
    assert (report.status, report.read) == ("loaded", 0)
    assert "holds a header and no rows" in report.sentence
    assert desk.crimes() == []


def test_lines_in_another_encoding_are_refused_alone(desk):
    lines = csv_text(CRIME, CRIME | {"Location": "Café"}, CRIME).splitlines()
    content = b"\n".join([lines[0].encode(), lines[1].encode(), lines[2].encode("cp1252")])
    report = desk.load_text(content + b"\n" + lines[3].encode())
    assert (report.loaded, report.rejected) == (2, 1)
    assert [(reject.line, reject.reason) for reject in desk.rejects()] == [
        (3, "not written in UTF-8")
    ]


def test_a_cap_on_size_is_kept(desk):
    path = desk.file(gzip.compress(MANY.encode()), f"{MARCH}.gz")
    (report,) = desk.load(path, caps=Caps(size=10_000)).files
    assert "unpacks to more than 10,000 bytes" in report.sentence


def test_a_wrong_header_names_every_column_that_it_must_have(desk):
    report = desk.load_text("a,b\r\n1,2\r\n")
    assert "Last outcome category" in report.sentence


@pytest.mark.parametrize("megabytes", [int(os.environ.get("PEELIAN_LONG_LINE_MB", "40"))])
def test_one_endless_line_costs_little_memory(desk: Desk, megabytes: int):
    path = desk.folder / MARCH
    with path.open("w", encoding="utf-8") as file:
        file.write(GOOD)
        for _ in range(megabytes):
            file.write("x" * 1024 * 1024)
        file.write("\r\n" + GOOD.splitlines()[1])
    process, heard = start(desk.root, path)
    line, grown = heard.recv()
    process.join()
    assert line == "rows read 4, loaded 3, rejected 1, already held 0"
    assert grown < 300
