"""Front-end files are what their manifest says, and ask nothing of anyone outside."""

import gzip
import hashlib
import json
import re

import pytest

from peelian.web.components.assets import STATIC, asset_url

MANIFEST = json.loads((STATIC / "MANIFEST.json").read_text(encoding="utf-8"))["files"]
FILES = {
    path.relative_to(STATIC).as_posix()
    for path in STATIC.rglob("*")
    if path.is_file() and path.name != "MANIFEST.json"
}
STYLES = sorted(name for name in FILES if name.endswith(".css"))
PACKED = sorted(name for name in FILES if name.endswith(".gz"))

# An address that a style would fetch; `[href^="http://"]` only asks what a link looks like.
FETCHES = re.compile(r"url\(|@import|image-set\(|@font-face")
COMPILES_TEXT = re.compile(r"\beval\s*\(|\bnew\s+Function\b|setTimeout\s*\(\s*[\"']")


def test_every_file_is_listed_and_every_listed_file_is_there():
    assert set(MANIFEST) == FILES


@pytest.mark.parametrize("name", sorted(MANIFEST))
def test_a_file_has_the_hash_that_the_manifest_gives(name):
    found = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()

    assert found == MANIFEST[name]["sha256"], "Run python3 scripts/asset_hashes.py"


@pytest.mark.parametrize("name", sorted(MANIFEST))
def test_a_file_names_its_licence(name):
    assert MANIFEST[name]["licence"]


def test_every_package_inside_a_file_has_its_licence_text():
    texts = (STATIC / "LICENCES.md").read_text(encoding="utf-8")
    headings = " ".join(line for line in texts.splitlines() if line.startswith("## "))
    packages = {
        f"{package} {version}"
        for entry in MANIFEST.values()
        for package, versions in entry["packages"].items()
        for version in versions.split(", ")
    }

    assert packages
    assert sorted(each for each in packages if f"{each} (" not in headings) == []


def test_the_versions_are_the_ones_that_were_tried():
    charts = MANIFEST["vega/charts.min.js"]["packages"]
    govuk = MANIFEST["govuk/govuk.min.css"]["packages"]

    assert govuk == {"govuk-frontend": "6.6.0"}
    assert {name: charts[name] for name in ("vega", "vega-lite", "vega-embed")} == {
        "vega": "6.4.0",
        "vega-lite": "6.4.3",
        "vega-embed": "7.3.0",
    }


@pytest.mark.parametrize("name", PACKED)
def test_a_packed_file_unpacks_to_its_twin(name):
    twin = STATIC / name.removesuffix(".gz")

    assert gzip.decompress((STATIC / name).read_bytes()) == twin.read_bytes()


def test_no_font_is_shipped():
    assert [name for name in FILES if re.search(r"\.(woff2?|ttf|otf|eot)$", name)] == []


def test_nothing_wears_the_crown():
    """Crown, crest and GDS Transport belong to GOV.UK; nobody shall take us for it."""
    signs = re.compile(r"crest|crown|gds.?transport|royal.?arms", re.IGNORECASE)

    assert [name for name in FILES if signs.search(name)] == []
    for name in STYLES:
        assert not signs.search((STATIC / name).read_text(encoding="utf-8")), name


@pytest.mark.parametrize("name", STYLES)
def test_a_style_fetches_nothing(name):
    assert not FETCHES.search((STATIC / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("rule", ["@import 'x.css'", "src: url(https://example.org/a.woff)"])
def test_a_style_that_fetches_would_be_found(rule):
    assert FETCHES.search(rule)


def our_scripts():
    entries = STATIC.parents[4] / "scripts" / "assets"
    return [STATIC / "page.js", *(entries / name for name in ("charts.js", "govuk.js"))]


def test_our_scripts_compile_no_text():
    """The content security policy forbids it, and would stop the page in the reader's hands."""
    for script in our_scripts():
        assert not COMPILES_TEXT.search(script.read_text(encoding="utf-8")), script.name


@pytest.mark.parametrize("line", ["eval(text)", "new Function('a', text)", "setTimeout('go()', 9)"])
def test_a_script_that_compiles_text_would_be_found(line):
    assert COMPILES_TEXT.search(line)


def test_charts_are_interpreted_and_fetch_nothing():
    script = (our_scripts()[1]).read_text(encoding="utf-8")

    for setting in ("ast: true", "expr: expressionInterpreter", "loader: closedLoader"):
        assert setting in script


def test_an_address_changes_with_the_contents(settings):
    settings.STATIC_URL = "/static/"

    assert asset_url("peelian.css") == (
        f"/static/peelian/peelian.css?v={MANIFEST['peelian.css']['sha256'][:12]}"
    )


def test_an_unknown_file_names_the_files_to_choose_from():
    with pytest.raises(LookupError, match=r"No front-end file 'pelian.css'.*peelian\.css"):
        asset_url("pelian.css")
