"""Anonymous means anonymous: an attacker with every table, in the order of its rows, and the trail.

The attacker is whoever runs the survey or copies the database: they may hold the list of who got
which link.
"""

import itertools
import json
import random
import re
from datetime import timedelta

from django.apps import apps
from django.db import connection

from engines.surveys.sample import CLOSES, ONCE, SURVEY, begin, invited, reply
from peelian.engines.surveys.closing import close_round
from peelian.engines.surveys.envelopes import LENGTH, seal, unseal
from peelian.engines.surveys.inviting import hash_of
from peelian.engines.surveys.models import Comment, Idea, Invitation, Reply, SurveyAnswer
from peelian.trail.models import Entry


def dump():
    """Every row of every table of surveys, as text."""
    told = []
    with connection.cursor() as cursor:
        for model in apps.get_app_config("surveys").get_models():
            cursor.execute(f"select * from {model._meta.db_table}")
            told += [f"{model.__name__} {row}" for row in cursor.fetchall()]
    return "\n".join(told)


def test_an_open_round_holds_nothing_readable(analyst):
    held = begin(analyst)
    [token] = invited(held, analyst)
    reply(token, happy="no", why_not="hours", words={"change": "Sgt Nobody bullies me."})

    found = dump()
    assert "bullies" not in found
    assert "hours" not in found
    assert token not in found


def test_envelopes_are_of_one_length_and_hold_no_time(analyst):
    held = begin(analyst)
    reply(held.open_token)
    reply(
        held.open_token, happy="no", why_not="hours", words={"change": "\N{GRINNING FACE}" * 1000}
    )

    short, long = Reply.objects.values_list("body", flat=True)
    assert len(short) == len(long)
    assert len(short) * 3 // 4 > LENGTH
    # The same reply is sealed otherwise each time, so that equal ones are not recognised.
    said = unseal(short, held)
    assert seal(said, held) != seal(said, held)


def test_no_column_of_a_reply_or_an_invitation_tells_when_or_who():
    for model in (Reply, Invitation, Comment, SurveyAnswer):
        kinds = {field.get_internal_type() for field in model._meta.concrete_fields}
        assert not kinds & {"DateField", "DateTimeField", "TimeField"}, model
        assert "user" not in {field.name for field in model._meta.concrete_fields}


def test_the_trail_tells_of_no_reply(analyst):
    held = begin(analyst)
    [token] = invited(held, analyst)
    before = Entry.objects.count()
    reply(token, happy="yes", at=ONCE + timedelta(minutes=7))
    assert Entry.objects.count() == before

    for _one in range(10):
        reply(held.open_token, happy="no")
    close_round(held, SURVEY, actor=analyst, at=CLOSES)
    last = Entry.objects.order_by("-sequence").first()
    assert json.loads(last.detail) == {
        "result": "done",
        "what": "round closed",
        "survey": SURVEY.key,
        "replies": 11,
    }


def test_after_the_close_invitations_envelopes_and_their_key_are_gone(analyst):
    held = begin(analyst)
    tokens = invited(held, analyst, wanted=12)
    for token in tokens:
        reply(token, happy="yes")
    close_round(held, SURVEY, actor=analyst, at=CLOSES)

    assert not Reply.objects.exists()
    assert not Invitation.objects.exists()
    assert held.salt == ""
    found = dump()
    assert not any(token in found or hash_of(token) in found for token in tokens)


def test_invitations_stand_in_no_order_of_a_list(analyst):
    held = begin(analyst)
    tokens = invited(held, analyst, wanted=50)
    rows = list(Invitation.objects.order_by("pk").values_list("token_hash", flat=True))
    assert rows != [hash_of(token) for token in tokens]
    assert rows == sorted(rows)


def test_no_two_texts_of_one_person_are_found_by_order_or_address(analyst):
    held = begin(analyst)
    for number in range(40):
        reply(held.open_token, happy="yes", words={"change": f"Idea {number:02}"})
    close_round(held, SURVEY, actor=analyst, at=CLOSES)

    in_order = [f"Idea {number:02}" for number in range(40)]
    with connection.cursor() as cursor:
        cursor.execute("select text from surveys_comment")
        assert [row[0] for row in cursor.fetchall()] != in_order
    assert list(Comment.objects.order_by("id").values_list("text", flat=True)) != in_order
    told = [Comment.objects.get(pk=row.comment_id).text for row in Idea.objects.order_by("pk")]
    assert told != in_order


def test_addresses_after_the_close_tell_neither_order_nor_time(analyst):
    """The house's usual addresses begin with a moment: those of answers follow from the counts."""
    held = begin(analyst)
    for _one in range(12):
        reply(held.open_token, happy="yes", words={"change": "A"})
    close_round(held, SURVEY, actor=analyst, at=CLOSES)

    rows = list(SurveyAnswer.objects.order_by("pk").values_list("record_id", flat=True))
    assert rows == sorted(rows)
    assert all(re.fullmatch("[0-9a-f]{32}", row) for row in rows)
    versions = {row.id.version for row in Comment.objects.all()}
    assert versions == {4}


def test_the_same_replies_in_any_order_leave_the_same_rows(analyst):
    """Nothing of the order of arrival is left, whatever anybody looks at."""
    content = [
        {"happy": happy, "role": role, "age": age}
        for happy, role, age in itertools.product(
            ("yes", "no"), ("officer", "staff"), ("young", "old")
        )
        for _one in range(11)
    ]

    def rows(seed):
        held = begin(analyst)
        given = list(content)
        random.Random(seed).shuffle(given)
        for one in given:
            reply(held.open_token, **one)
        close_round(held, SURVEY, actor=analyst, at=CLOSES)
        mine = SurveyAnswer.objects.filter(sample_ref=held.ref)
        names = ("question", "answer", "grouped_by", "group", "status", "stands_for")
        return sorted(mine.values_list(*names), key=str)

    first = rows(1)
    assert first == rows(2)
    assert sum(row[5] for row in first if row[0] == "happy" and row[2] == "") == 88


def test_no_row_is_one_persons(analyst):
    """A row has one grouping at most: whoever knows role and age finds no row of both."""
    held = begin(analyst)
    for _one in range(30):
        reply(held.open_token, happy="yes", role="officer", age="old")
    for _one in range(30):
        reply(held.open_token, happy="no", role="staff", age="young")
    reply(held.open_token, happy="no", role="chief", age="old")
    close_round(held, SURVEY, actor=analyst, at=CLOSES)

    assert "chief" not in dump()
    smallest = {}
    for row in SurveyAnswer.objects.exclude(grouped_by=""):
        key = (row.question, row.grouped_by, row.group)
        smallest[key] = smallest.get(key, 0) + row.stands_for
    assert min(smallest.values()) >= held.smallest
