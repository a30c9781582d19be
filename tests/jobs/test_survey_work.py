"""What was promised to whoever answered a survey is kept by the worker, without anybody's help."""

from datetime import timedelta

import pytest

from engines.surveys.sample import CLOSES, SURVEY, begin, reply
from peelian import catalogue
from peelian.engines.surveys.closing import close_round
from peelian.engines.surveys.models import Comment
from peelian.jobs.survey_work import forget_what_is_over
from peelian.jobs.timetable import TIMETABLE
from peelian.trail.models import Entry
from people import small_force

AFTER = CLOSES + timedelta(days=747)


@pytest.mark.django_db
def test_texts_go_when_their_time_is_over(monkeypatch):
    monkeypatch.setattr(catalogue, "surveys", lambda: (SURVEY,))
    analyst = small_force()["analyst"]
    made = begin(analyst)
    for _one in range(10):
        reply(made.open_token, happy="yes", words={"change": "More vans."})
    close_round(made, SURVEY, actor=analyst, at=CLOSES)

    assert forget_what_is_over(CLOSES).startswith("0 texts of surveys and 0 answered")
    assert forget_what_is_over(AFTER).startswith("10 texts of surveys")
    assert set(Comment.objects.values_list("text", flat=True)) == {""}
    entry = Entry.objects.filter(record_ref=made.ref, verb="erased").get()
    assert entry.actor == "service:surveys"


def test_it_is_on_the_timetable():
    assert "survey-texts" in [job.name for job in TIMETABLE]
