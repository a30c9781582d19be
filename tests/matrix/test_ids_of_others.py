"""No id of another force, another type or of nothing at all opens anything (T04)."""

import random
import re
import uuid

import pytest
from django.urls import reverse

from matrix.asking import leaks
from matrix.canaries import canary
from matrix.planting import ELSEWHERE
from peelian.config.urls import urlpatterns
from peelian.engines.registers.models import Attachment

pytestmark = pytest.mark.django_db
IN_SUITE, IN_LONG = 1_000, 100_000
# Pages under a record or a number, read or changed.
READER = "patrol-officer"
GARBAGE = (
    "0", "-1", "1", "999999999999999999999", "%00", "..", "' or 1=1--", "null", "None", "*",
    "undefined", "a" * 300, "\u202e", "é", "true", "[]", "1.0", "٣", "0x1", "e1", "{}", "$where",
)  # fmt: skip
FIXED = re.compile(r"<[^>]+>")


def templates(patterns=urlpatterns, prefix="", space=""):
    """(address with its parameters, name) of every route that has a parameter, from the code."""
    for pattern in patterns:
        address = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from templates(pattern.url_patterns, address, pattern.namespace or space)
        elif FIXED.search(address) and "(?P" not in address:
            yield address, f"{space}:{pattern.name}" if space else pattern.name


def closed_templates():
    """Those behind a door: whoever asks comes by `force`, and a tenth of the time by another."""
    return [one for one in templates() if one[0].startswith(("force/", "people/"))]


def made_up(world, chance, hidden):
    """One value for a parameter: of a hidden record, of another table, or of nothing."""
    match chance.randrange(6):
        case 0 | 1:
            return chance.choice(hidden).record_id
        case 2:
            return chance.choice([one.key for one in hidden])
        case 3:
            return str(chance.randrange(1, 3_000))
        case 4:
            export = world.numbers["export"]
            return str(chance.choice([uuid.UUID(int=chance.getrandbits(128)), export]))
        case _:
            return chance.choice(GARBAGE)


def tries(world, number):
    """What came of this many made-up addresses: (address, status, leaks)."""
    chance = random.Random(4)
    hidden = [one for one in world.planted if not world.seen(READER, one)]
    assert any(one.force == ELSEWHERE for one in hidden)
    known = closed_templates()
    browser = world.browsers[READER]
    for _ in range(number):
        template, _name = chance.choice(known)
        address = "/" + FIXED.sub(lambda _found: made_up(world, chance, hidden), template)
        answer = browser.post(address) if chance.random() < 0.2 else browser.get(address)
        yield address, answer.status_code, leaks(world, READER, address, answer)


def faults(world, number):
    """Server errors, pages that opened a hidden record, and words that showed."""
    found = []
    ids = {one.record_id for one in world.planted if not world.seen(READER, one)}
    for address, status, shown in tries(world, number):
        if status >= 500:
            found.append(f"{status} at {address}")
        if status == 200 and any(f"/{one}/" in address for one in ids):
            found.append(f"opened {address}")
        found += map(str, shown)
    return found


def test_no_id_of_others_opens_anything(world):
    assert faults(world, IN_SUITE // 4) == []


@pytest.mark.long
def test_no_id_of_others_in_a_hundred_thousand(world):
    found = faults(world, IN_LONG)
    print(f"\n0 successes in {IN_LONG:,}: below {3 / IN_LONG:.5%}" if not found else found[:20])

    assert found == []


def test_a_file_is_reached_through_its_own_record_only(world):
    """The number of an attachment of another record, under a record that is open."""
    own = next(one for one in world.planted if one.key == "investigation" and one.name == "own")
    reached = [
        world.browsers[READER].get(
            reverse("force:file", args=(own.key, own.record_id, str(number)))
        )
        for number in Attachment.objects.order_by("pk").values_list("pk", flat=True)
    ]
    texts = [answer.content.decode() for answer in reached if answer.status_code == 200]
    assert len(reached) > len(texts)

    assert texts == [canary(own.key, own.name, "content")]
