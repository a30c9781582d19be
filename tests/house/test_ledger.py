"""Every row of the ledger that the project quotes exists, and keeps its number."""

import re

import pytest

from house.tree import ROOT, short, text_files

IDS = ROOT / "docs" / "ledger-ids.txt"
FULL_LEDGER = ROOT.parent / "shared"
LEDGER_FILES = {
    "seed-systems.md": r"^\| (\w{3}-\d\d) \|",
    "seed-problems.md": r"^\| (P-\w{3}-\d\d) \|",
}


def known():
    return [line.split("\t")[0] for line in IDS.read_text(encoding="utf-8").splitlines()]


def quotes():
    """An id of an area that the ledger has, such as INV-17, or of a problem, such as P-INV-01."""
    areas = "|".join(sorted({row.split("-")[-2] for row in known()}))
    return re.compile(rf"\b(?:P-)?(?:{areas})-\d\d\b")


def test_the_list_names_each_row_once():
    assert len(known()) == len(set(known()))


def test_every_id_quoted_exists():
    rows, pattern = set(known()), quotes()
    strays = [
        f"{short(path)}: {row}"
        for path, text in text_files()
        if path != IDS
        for row in pattern.findall(text)
        if row not in rows
    ]

    assert strays == []


def test_a_stray_would_be_found():
    assert quotes().findall("see INV-" + "99 and P-INV-" + "98") == ["INV-" + "99", "P-INV-" + "98"]


@pytest.mark.skipif(not FULL_LEDGER.exists(), reason="the full ledger is not beside the project")
def test_the_list_is_that_of_the_full_ledger():
    rows = [
        row
        for name, form in LEDGER_FILES.items()
        for line in (FULL_LEDGER / name).read_text(encoding="utf-8").splitlines()
        for row in re.findall(form, line)
    ]

    assert known() == rows
