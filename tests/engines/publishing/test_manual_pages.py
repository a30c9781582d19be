"""The manual as files: whole, escaped, fresh, with links that lead somewhere."""

import re
from pathlib import Path

import pytest

import manual_docs
from engines.publishing.published import CHARGED, RECORDED
from peelian import catalogue
from peelian.engines.publishing.manual_pages import pages

ROOT = Path(manual_docs.__file__).parents[1]
AREA = catalogue.AREAS[0].area
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


@pytest.fixture(scope="module")
def made():
    return pages([(AREA, (CHARGED, RECORDED))])


def test_there_is_an_index_a_page_per_measure_words_and_ranges(made):
    assert set(made) == {
        *("README.md", "words.md", "intervals.md"),
        *("crime.charged_within_2_months.md", "crime.recorded.md"),
    }
    assert "[Crimes recorded](crime.recorded.md): Rows of street files" in made["README.md"]
    assert f"## {AREA.title}" in made["README.md"]


def test_a_page_shows_declaration_and_examples(made):
    page = made["crime.charged_within_2_months.md"]

    assert "# Crimes that led to a charge within two months\n" in page
    assert "    counting: _.charged_within_2_months\n" in page
    assert "| crime_id | crime_type | month |\n| --- | --- | --- |\n| a1 | Burglary |" in page
    assert "Answer out:\n\n    2 of 4, 50%\n" in page
    assert "- 'Suspect charged as part of another case' is another outcome" in page


def test_signs_that_mean_something_to_markdown_are_escaped(made):
    assert r"financial\_year" in made["crime.recorded.md"]


def test_ranges_name_the_measures_that_use_them(made):
    assert (
        "Draws the range of: [Charged within two months](crime.charged_within_2_months.md);"
        in (made["intervals.md"])
    )


def test_the_files_in_the_project_are_fresh():
    assert manual_docs.main(["--check"]) == 0


def test_checking_names_stale_missing_and_left_over_files_and_writes_nothing(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.setattr(manual_docs, "DOCS", tmp_path)
    manual_docs.main([])
    folder = tmp_path / "measures"
    (folder / "crime.rate.md").write_text("old")
    (folder / "words.md").unlink()
    (folder / "crime.gone.md").write_text("left over")
    before = {path.name: path.read_text() for path in folder.iterdir()}

    assert manual_docs.main(["--check"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"docs/measures/{name} is stale: run make fix"
        for name in ("crime.gone.md", "crime.rate.md", "words.md")
    ]
    assert {path.name: path.read_text() for path in folder.iterdir()} == before


def test_writing_makes_the_folder_whole_and_removes_what_belongs_to_no_measure(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(manual_docs, "DOCS", tmp_path)
    manual_docs.main([])
    (tmp_path / "measures" / "crime.gone.md").write_text("left over")
    manual_docs.main([])

    assert manual_docs.main(["--check"]) == 0
    assert not (tmp_path / "measures" / "crime.gone.md").exists()


def documents():
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("path", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_documents_lead_somewhere(path):
    broken = [
        target
        for target in LINK.findall(path.read_text(encoding="utf-8"))
        if not target.startswith(("http://", "https://", "#", "mailto:"))
        and not (path.parent / target.partition("#")[0]).exists()
    ]

    assert broken == []
