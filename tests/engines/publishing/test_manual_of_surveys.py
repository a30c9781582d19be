"""The manual says of a survey what its respondents and readers want to know."""

from peelian.areas.neighbourhood.survey_treatment import TREATMENT
from peelian.areas.workforce.survey_inspectorate import PEEL_SURVEY
from peelian.engines.publishing.survey_pages import survey_pages

PAGES = survey_pages((PEEL_SURVEY, TREATMENT))


def test_there_is_an_index_and_a_page_for_each():
    assert sorted(PAGES) == [
        "README.md",
        "neighbourhood.treatment.md",
        "workforce.inspection_survey.md",
    ]
    assert "(workforce.inspection\\_survey.md)" not in PAGES["README.md"]
    assert "(workforce.inspection_survey.md)" in PAGES["README.md"]


def test_a_page_tells_questions_answers_and_what_counts():
    page = PAGES["workforce.inspection_survey.md"]
    assert "**Yes**" not in page
    assert "Strongly agree; Agree; Neither agree nor disagree" in page
    assert "only after “Have you had a performance and development review" in page
    assert "(`workforce.inspection_survey.balance`): “Strongly agree” or “Agree” to" in page
    assert "groups of fewer than 10 replies" in page


def test_the_ways_beside_answering_are_named():
    assert "Complain; Ask that somebody gets in touch" in PAGES["neighbourhood.treatment.md"]
