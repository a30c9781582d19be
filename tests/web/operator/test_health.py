"""Health and metrics say how the machine does, and nothing about anybody."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings

from peelian.jobs.models import WorkerSeen
from peelian.trail.models import Entry

pytestmark = pytest.mark.django_db


def worker_seen(ago: timedelta) -> None:
    at = datetime.now(UTC) - ago
    WorkerSeen.objects.create(id="1-abcdef01", began_at=at, seen_at=at)


def test_a_process_that_answers_lives(client):
    assert client.get("/health/live").json() == {"live": True}


def test_ready_when_all_is_well_and_the_trial_entry_is_taken_back(client, empty_home):
    worker_seen(timedelta(seconds=10))
    answer = client.get("/health/ready")

    assert answer.status_code == 200
    assert set(answer.json().values()) == {True, "well"}
    assert Entry.objects.count() == 0


def test_without_a_worker_it_is_not_ready(client, empty_home):
    worker_seen(timedelta(minutes=3))
    answer = client.get("/health/ready")

    assert answer.status_code == 503
    assert answer.json()["worker"] == "not seen"


def test_a_probe_that_breaks_says_only_that(client, empty_home):
    (settings.STORE_ROOT).mkdir(parents=True)
    (settings.STORE_ROOT / "CURRENT").write_text("canary-of-a-person")
    answer = client.get("/health/ready")

    assert answer.json()["store"] == "failed"
    assert "canary" not in answer.content.decode()


def test_metrics_count_routes_and_not_addresses(client):
    client.get("/health/live?name=canary-of-a-person")
    text = client.get("/metrics").content.decode()

    assert 'peelian_requests_total{route="health-live",status="2xx"}' in text
    assert "peelian_disk_free_share" in text
    assert "canary" not in text


@pytest.mark.parametrize(
    "sender",
    [{"REMOTE_ADDR": "192.0.2.7"}, {"HTTP_X_FORWARDED_FOR": "127.0.0.1"}],
    ids=["from elsewhere", "through a proxy"],
)
def test_metrics_are_for_the_monitor_alone(client, sender):
    assert client.get("/metrics", **sender).status_code == 404
