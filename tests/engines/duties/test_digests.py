"""The letter of the day: counts and a link, once, while something is open."""

from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail

from engines.duties.duty_samples import at
from engines.duties.kept_samples import only_duty, settled, team, tell
from peelian.engines.duties.digests import HOUR, send_digests
from peelian.engines.duties.models import Digest, Duty, ForceSetting
from people import FORCE

pytestmark = pytest.mark.django_db
LINK = "https://peelian.force.example/force/"


@pytest.fixture(autouse=True)
def begun():
    people = team()
    tell("2026-03-27 14:00", matter="late")
    tell("2026-03-28 06:00", matter="today-1")
    tell("2026-03-27 16:00", matter="today-2")
    settled("2026-03-27 16:01")
    return people


def sent(when):
    return send_digests(link=LINK, at=at(when))


def test_counts_and_a_link_and_nothing_else():
    assert sent("2026-03-28 15:00") == 1

    letter = mail.outbox[0]
    assert letter.to == ["patrol-officer@force.example"]
    assert letter.subject == "Peelian: your open work"
    assert letter.body.startswith("You have 3 open duties: 1 late, 1 due today.\n\n" + LINK)
    for hidden in ("late\n\nS-", "today-1", "search", "no-patrol-officer", "Demo"):
        assert hidden not in letter.body


def test_once_a_local_day_however_often_it_runs():
    assert [sent(f"2026-03-28 {hour}") for hour in ("07:00", "07:05", "23:59")] == [1, 0, 0]
    # Summer time begins in the night between.
    assert [sent(f"2026-03-29 {hour}") for hour in ("00:30", "06:59", "07:00")] == [0, 0, 1]
    assert len(mail.outbox) == 2


def test_a_clock_that_goes_back_sends_nothing_twice():
    sent("2026-03-28 08:00")
    assert sent("2026-03-28 07:00") == 0


def test_it_stops_when_nothing_is_open():
    Duty.objects.update(state="Met")
    assert sent("2026-03-28 08:00") == 0
    assert Digest.objects.count() == 0


def test_a_force_chooses_its_hour():
    ForceSetting.objects.create(
        force_id=FORCE,
        key=HOUR.key,
        starts_on="2026-03-01",
        value=9,
        authority="Policy 1",
        set_by="service:tests",
        set_at=at("2026-03-01 09:00"),
    )
    assert [sent(f"2026-03-28 {hour}") for hour in ("08:59", "09:00")] == [0, 1]


def test_an_account_that_is_off_is_sent_nothing(begun):
    begun[0].is_active = False
    begun[0].save()
    assert sent("2026-03-28 08:00") == 0


def test_a_mail_server_that_is_down_is_tried_again_later(monkeypatch):
    def refuse(_message):
        raise SMTPServerDisconnected

    with monkeypatch.context() as broken:
        broken.setattr("peelian.engines.duties.digests.EmailMessage.send", refuse)
        assert sent("2026-03-28 08:00") == 0
    assert sent("2026-03-28 08:05") == 0
    assert sent("2026-03-28 08:11") == 1
    assert Digest.objects.get().sent_at == at("2026-03-28 08:11")


def test_what_a_worker_began_before_it_died_is_sent_after_a_while(begun):
    now = at("2026-03-28 08:00")
    Digest.objects.create(user=begun[0], day=now.date(), begun_at=now - timedelta(minutes=11))

    assert sent("2026-03-28 08:00") == 1
    assert only_duty(matter="late").state == "Running"
