"""What the product is made of, and what never lies in its tree."""

import re
import tomllib

import pytest

from house.tree import ROOT, project_files, short, text_files

LOCKED = sorted((ROOT / "requirements").glob("*.txt"))
PINNED = re.compile(r"^[a-zA-Z0-9][\w.-]*(?:\[[\w,-]+\])?==[\w.!+]+")
SECRETS = {
    "a private key": re.compile(r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*\n[A-Za-z0-9+/=]{20}"),
    "a key of a cloud": re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    "a token of a code host": re.compile(r"\bgh[pousr]_[A-Za-z0-9]{36}\b|\bglpat-[\w-]{20}\b"),
    "a signed token": re.compile(r"\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{15,}"),
    "a secret key of the settings": re.compile(r"SECRET_KEY\s*=\s*[\"'][^\"']{16,}[\"']"),
}


@pytest.mark.parametrize("locked", LOCKED, ids=lambda path: path.name)
def test_each_part_has_one_version_and_the_hashes_of_its_files(locked):
    entries = re.split(r"\n(?=[a-zA-Z0-9])", locked.read_text(encoding="utf-8"))
    entries = [one for one in entries if not one.lstrip().startswith("#")]

    assert entries
    for entry in entries:
        assert PINNED.match(entry), entry.splitlines()[0]
        assert "--hash=sha256:" in entry, entry.splitlines()[0]
        assert "://" not in entry, "It would come from elsewhere than the configured registry."


def test_every_part_that_is_asked_for_is_among_them():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = (ROOT / "requirements" / "core.txt").read_text(encoding="utf-8").lower()

    for wanted in project["dependencies"]:
        name = re.match(r"[\w.-]+", wanted)[0].lower()
        assert re.search(rf"^{re.escape(name)}(?:\[.*\])?==", locked, re.MULTILINE), wanted


def test_the_guide_installs_nothing_without_its_hash():
    """One step makes the package itself from the copy at hand, which needs none."""
    guide = (ROOT / "docs" / "deployment.md").read_text(encoding="utf-8")
    installs = re.findall(r"pip install (.*)", guide)

    assert [one for one in installs if "--require-hashes" in one]
    loose = [one for one in installs if "--require-hashes" not in one and "--no-deps" not in one]
    assert set(loose) <= {"hatchling"}


@pytest.mark.parametrize("kind", SECRETS)
def test_no_secret_lies_in_the_tree(kind):
    found = [short(path) for path, text in text_files() if SECRETS[kind].search(text)]

    assert found == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("a private key", "-----BEGIN PRIVATE KEY" + "-----\nMC4CAQAwBQYDK2VwBCIEIA"),
        ("a key of a cloud", "AKIA" + "A1B2C3D4E5F6G7H8"),
        ("a secret key of the settings", "SECRET_KEY" + " = 'x8x8x8x8x8x8x8x8x8'"),
    ],
)
def test_a_secret_would_be_found(kind, text):
    assert SECRETS[kind].search(text)


def test_no_file_of_an_installation_lies_in_the_tree():
    kept = re.compile(r"\.(sqlite3|db|pem|key|p12|pfx|backup|env)$|(^|/)secret-key$|(^|/)\.env")

    assert [short(path) for path in project_files() if kept.search(short(path))] == []


def test_the_package_holds_no_tests_and_no_trials():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]

    assert wheel == ["src/peelian"]
    assert not [
        short(path)
        for path in project_files()
        if "src/peelian/" in short(path)
        and (path.name.startswith("test_") or path.name == "conftest.py")
    ]
