"""What a reader may not see and what nobody ever made are answered alike, byte for byte (T01)."""

import re
import statistics
import time
from http.cookies import SimpleCookie

import pytest
from django.urls import reverse

from matrix.canaries import canary
from matrix.world import READERS
from peelian.areas.investigation.models import Investigation
from peelian.areas.standards.models import ConductMatter
from peelian.spine.models import Crime
from peelian.spine.person import Person

pytestmark = pytest.mark.django_db
MISSING = f"{canary('missing')}-gone"
HIDDEN = ("sealed", "conflict", "elsewhere")
UNDER_A_RECORD = ("record", "change", "figures", "attach", "follow")
POSTED = frozenset({"attach", "follow"})
# Made anew for every answer, whatever it says.
NEW_EACH_TIME = re.compile(
    rb'name="csrfmiddlewaretoken" value="[^"]+"|[0-9a-f]{32}|data-visit-seconds="\d+"'
)
TRIES = 500


def told(answer, record_id):
    """All that a reader can tell an answer by: status, headers and body, without the address."""
    headers = {
        name: value.replace(record_id, "ID")
        for name, value in answer.headers.items()
        if name not in ("X-Request-Id", "X-Request-ID")
    }
    cookies = sorted(SimpleCookie(answer.cookies))
    body = NEW_EACH_TIME.sub(b"", answer.content).replace(record_id.encode(), b"ID")
    # An address of a missing record is as long as the one that was asked for.
    headers.pop("Content-Length", None)
    return answer.status_code, headers, cookies, body


def ask(world, reader, page, key, record_id, *more):
    """Ask for one page under a record, as its browser would."""
    address = reverse(f"{world.door(reader)}:{page}", args=(key, record_id, *more))
    browser = world.browsers[reader]
    return browser.post(address) if page in POSTED else browser.get(address)


def hidden_from(world, reader, models, *, lies=(False, True)):
    """The records of these types that this reader may see nothing of."""
    return [
        one
        for one in world.planted
        if one.model in models and one.name in HIDDEN and one.stored in lies
        and not world.seen(reader, one)
    ]  # fmt: skip


def differences(world, reader, models, pages):
    """Where a hidden record is answered otherwise than a missing one of the same type."""
    found = []
    for page in pages:
        for one in hidden_from(world, reader, models):
            missing = told(ask(world, reader, page, one.key, MISSING), MISSING)
            hidden = told(ask(world, reader, page, one.key, one.record_id), one.record_id)
            if hidden != missing:
                found.append(f"{reader}, {page}, {one.key} {one.name}: {hidden[0]}, {missing[0]}")
    return found


@pytest.mark.parametrize("reader", ["call-handler", "investigator", "inspector", "partner"])
def test_hidden_is_missing(world, reader):
    assert differences(world, reader, {Investigation}, ("record", "change")) == []


def test_hidden_is_missing_on_pages_that_change_something(world):
    assert differences(world, "call-handler", {Investigation}, ("attach", "follow")) == []


@pytest.mark.long
@pytest.mark.parametrize("reader", READERS)
def test_hidden_is_missing_everywhere(world, reader):
    models = {Investigation, ConductMatter, Person, Crime}

    assert differences(world, reader, models, UNDER_A_RECORD) == []


def medians(world, reader, hidden, tries):
    """The median seconds of a hidden and of a missing record, asked for by turns."""
    seconds = {hidden: [], MISSING: []}
    for number in range(tries):
        for record_id in (hidden, MISSING) if number % 2 else (MISSING, hidden):
            begun = time.perf_counter()
            ask(world, reader, "record", "investigation", record_id)
            seconds[record_id].append(time.perf_counter() - begun)
    return statistics.median(seconds[hidden]), statistics.median(seconds[MISSING])


def test_hidden_takes_about_as_long_as_missing(world):
    sealed = world.record(Investigation, "sealed").record_id
    hidden, missing = medians(world, "call-handler", sealed, 12)

    assert 0.4 < hidden / missing < 2.5, f"{hidden * 1000:.1f} ms against {missing * 1000:.1f} ms"


@pytest.mark.long
@pytest.mark.parametrize("stored", [False, True])
@pytest.mark.parametrize("name", HIDDEN)
def test_hidden_takes_as_long_as_missing(world, name, stored):
    """Within 5% over 500 tries."""
    record = world.record(Investigation, name, stored=stored).record_id
    hidden, missing = medians(world, "call-handler", record, TRIES)
    print(f"\n{name}, stored {stored}: {hidden * 1000:.2f} ms, missing {missing * 1000:.2f} ms")

    assert abs(hidden / missing - 1) < 0.05
