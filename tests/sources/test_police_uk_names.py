"""What names of files tell, and how files are found."""

import gzip
import stat
import zipfile

import pytest

from peelian.records.load.source import Found, Problem
from peelian.sources.police_uk.names import UnknownName, read_name
from peelian.sources.police_uk.source import POLICE_UK
from peelian.spine.force import UnknownForce
from records.street_files import CRIME, csv_text


@pytest.mark.parametrize(
    ("name", "key", "force", "month"),
    [
        ("2021-03-staffordshire-street.csv", "police_uk.street", "staffordshire", "2021-03"),
        ("2021-12-west-mercia-outcomes.csv.gz", "police_uk.outcomes", "west-mercia", "2021-12"),
        ("2021-10-btp-street.CSV", "police_uk.street", "btp", "2021-10"),
        ("2021-10-city-of-london-street.csv", "police_uk.street", "city-of-london", "2021-10"),
        ("2019-12-essex-stop-and-search.csv", "police_uk.stop_and_search", "essex", "2019-12"),
        ("2019-12-essex-stop-and-search.json", "police_uk.stop_and_search", "essex", "2019-12"),
    ],
)
def test_a_name_tells_month_force_and_kind(name, key, force, month):
    named = read_name(name, force_slug=None)
    assert (named.kind.key, named.place.force_id, named.place.month) == (key, force, month)


def test_an_unknown_force_gets_the_nearest_one():
    with pytest.raises(UnknownForce, match="for example staffordshire"):
        read_name("2021-03-stafordshire-street.csv", force_slug=None)


def test_a_name_without_force_needs_one_stated():
    assert read_name("2021-03-street.csv", force_slug="kent").place.force_id == "kent"
    with pytest.raises(UnknownName, match="--force"):
        read_name("2021-03-street.csv", force_slug=None)


@pytest.mark.parametrize("name", ["crimes.csv", "2021-13-kent-street.csv", "2021-03-kent.csv"])
def test_other_names_are_told_how_to_be(name):
    with pytest.raises(UnknownName, match=r"2021-03-staffordshire-street\.csv"):
        read_name(name, force_slug=None)


def test_folders_are_walked_in_a_stable_order(desk):
    for name in ("2021-04/2021-04-kent-street.csv", "2021-03/2021-03-kent-street.csv"):
        desk.file(csv_text(), name)
    desk.file("notes", "2021-03/readme.txt")
    found = POLICE_UK.find([desk.folder], force=None)
    assert [file.origin for file in found] == [
        "2021-03-kent-street.csv",
        "2021-04-kent-street.csv",
    ]


def test_a_path_that_is_not_there(desk):
    (problem,) = POLICE_UK.find([desk.folder / "nowhere"], force=None)
    assert problem == Problem(str(desk.folder / "nowhere"), "there is no such file or folder.")


def test_a_folder_without_files_says_so(desk):
    (problem,) = POLICE_UK.find([desk.folder], force=None)
    assert "holds no .csv" in problem.sentence


def test_members_of_an_archive_are_judged_by_name(desk):
    path = desk.folder / "march.zip"
    link = zipfile.ZipInfo("2021-03/2021-03-surrey-street.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("2021-03/2021-03-kent-street.csv", csv_text(CRIME))
        archive.writestr("2021-03/2021-03-essex-street.csv.gz", gzip.compress(b""))
        archive.writestr("2021-03/2021-03-kent-stop-and-search.csv", "")
        archive.writestr("../2021-03-sussex-street.csv", "")
        archive.writestr("/etc/2021-03-norfolk-street.csv", "")
        archive.writestr("inner.zip", b"PK")
        archive.writestr(link, "/etc/passwd")
        archive.writestr("readme.txt", "hello")
    found = POLICE_UK.find([path], force=None)
    told = {
        file.origin.partition(": ")[2]: "" if isinstance(file, Found) else file.sentence
        for file in found
    }
    assert told == {
        "2021-03/2021-03-kent-street.csv": "",
        "2021-03/2021-03-essex-street.csv.gz": "",
        "2021-03/2021-03-kent-stop-and-search.csv": "",
        "../2021-03-sussex-street.csv": (
            "not loaded: its name leads out of the archive, which no published archive needs."
        ),
        "/etc/2021-03-norfolk-street.csv": (
            "not loaded: its name leads out of the archive, which no published archive needs."
        ),
        "inner.zip": "not loaded: it is an archive inside an archive; unpack it first.",
        "2021-03/2021-03-surrey-street.csv": "not loaded: it is a link and not a file.",
    }
