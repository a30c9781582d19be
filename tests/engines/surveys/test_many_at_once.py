"""Many at once: an invitation is used once, and no reply that was taken is left uncounted."""

from django.db import connections

from engines.surveys.sample import ONCE, SURVEY, begin, invited, reply
from harness.processes import heard, start
from peelian.access.user import User
from peelian.engines.surveys.closing import close_round
from peelian.engines.surveys.errors import AlreadyUsed, NotOpen
from peelian.engines.surveys.models import Round, SurveyAnswer
from peelian.engines.surveys.progress import progress_of
from people import small_force

MANY = 6
SECONDS = 120


def in_process(database, deed, *given):
    """What a deed gives, done in a process of its own on this database."""
    process, pipe = start(_begun, database, deed, *given)
    assert heard(process, pipe, within=SECONDS) == "ready"

    def end():
        pipe.send("go")
        return lambda: heard(process, pipe, within=SECONDS)

    return end


def together(database, *deeds):
    """All of these at the same moment; what each gave or, by name, what it raised."""
    begun = [in_process(database, *deed) for deed in deeds]
    running = [go() for go in begun]
    return [told() for told in running]


def _begun(database, deed, *rest):
    *given, pipe = rest
    database.enter()
    pipe.send("ready")
    pipe.recv()
    try:
        pipe.send(deed(*given))
    except (AlreadyUsed, NotOpen) as error:
        pipe.send(type(error).__name__)
    finally:
        connections.close_all()


def prepare(replies):
    analyst = small_force()["analyst"]
    held = begin(analyst)
    for number in range(replies):
        reply(held.open_token, happy="no" if number % 2 else "yes")
    return held.open_token, invited(held, analyst)[0]


def say_yes(token):
    reply(token, happy="yes")
    return "taken"


def close():
    analyst = User.objects.get(email="analyst@force.example")
    return close_round(Round.objects.get(), SURVEY, actor=analyst, at=ONCE).replies


def counted():
    rows = SurveyAnswer.objects.filter(question="happy", grouped_by="")
    told = {row.answer: row.stands_for for row in rows}
    return progress_of(Round.objects.get()).replies, told


def test_an_invitation_that_many_use_at_once_is_one_reply(own_database):
    [(_open, token)] = together(own_database, (prepare, 0))
    found = together(own_database, *[(say_yes, token)] * MANY)

    assert sorted(found) == ["AlreadyUsed"] * (MANY - 1) + ["taken"]
    assert together(own_database, (counted,)) == [(1, {})]


def test_a_reply_at_the_moment_of_closing_is_counted_or_refused(own_database):
    [(link, _token)] = together(own_database, (prepare, 10))
    *found, closed = together(own_database, *[(say_yes, link)] * MANY, (close,))

    taken = found.count("taken")
    assert found.count("NotOpen") == MANY - taken
    assert closed == 10 + taken
    [(replies, told)] = together(own_database, (counted,))
    assert replies == 10 + taken
    assert told == {"no": 5, "yes": 5 + taken}
