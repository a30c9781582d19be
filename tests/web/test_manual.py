"""The manual's pages."""

import re

import pytest
from django.utils.html import escape

from peelian import catalogue
from peelian.engines.publishing.glossary import chapters

MEASURES = catalogue.declared_measures()


def text_of(client, url, status=200):
    answer = client.get(url)
    assert answer.status_code == status
    return re.sub(r"\s+", " ", answer.content.decode())


def test_every_measure_is_listed_by_area(client):
    text = text_of(client, "/manual/")

    assert f">{catalogue.AREAS[0].area.title}</h2>" in text
    for measure in MEASURES:
        assert f'href="/manual/{measure.key}/">{escape(measure.title)}</a>' in text
    assert 'href="/manual/words/"' in text
    assert 'href="/manual/intervals/"' in text


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.key)
def test_every_measure_has_a_page_with_its_examples(client, measure):
    text = text_of(client, f"/manual/{measure.key}/")

    assert f'<h1 class="govuk-heading-l">{escape(measure.title)}</h1>' in text
    assert text.count("Answer out:") == len(measure.examples)
    assert f'href="/measures/{measure.key}/">See the figures</a>' in text


def test_an_example_is_a_table_of_rows_and_the_answer(client):
    text = text_of(client, "/manual/crime.charged_within_2_months/")

    assert "Example 1, rows in: crimes" in text
    assert ">crime_id</th>" in text
    assert 'aria-label="Answer of example 1">2 of 4, 50%</pre>' in text


def test_the_declaration_stands_as_written(client):
    assert "counting: _.charged_within_2_months" in text_of(
        client, "/manual/crime.charged_within_2_months/"
    )


def test_words_are_explained(client):
    text = text_of(client, "/manual/words/")

    for chapter in chapters(catalogue.measures()):
        for word in chapter.words:
            assert f"<dt>{word.term}" in text
    assert "<code>not_computable</code>" in text


def test_methods_of_ranges_name_their_users_and_source(client):
    text = text_of(client, "/manual/intervals/")

    assert "Wilson score</h2>" in text
    assert "Source: Wilson 1927" in text
    assert 'href="/manual/crime.charged_within_2_months/">Charged within two months</a>' in text


def test_an_entry_that_there_is_not_names_the_nearest(client):
    assert "Perhaps crime.recorded" in text_of(client, "/manual/crime.recordd/", 404)
