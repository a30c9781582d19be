"""A record that is hidden changes no result, no order, no count and no choice of a list (T03)."""

import re
from itertools import pairwise

import pytest
from django.urls import reverse

from matrix.world import World
from peelian.areas.investigation.models import Investigation
from peelian.spine.person import Person

pytestmark = pytest.mark.django_db
QUERIES = 50
# Made anew for every answer, and the seconds that are left of the visit.
TOKENS = re.compile(
    rb'name="csrfmiddlewaretoken" value="[^"]+"|[0-9a-f]{32}|data-visit-seconds="\d+"'
)


def words_of(world: World, model, number):
    """Queries over the words of the sealed record, whole, cut, joined and in other letters."""
    words = [
        word
        for name, word in world.record(model, "sealed").words.items()
        if word.startswith("Zq") and name != "record_id"
    ]
    forms = []
    for cut in range(9, 1, -1):
        forms += [word[:cut] for word in words]
        forms += [word[9 - cut :].upper() for word in words]
        forms += [f"{one[:cut]} {other[:cut]}" for one, other in pairwise(words)]
    return list(dict.fromkeys(forms))[:number]


def shown(world, reader, key, queries):
    """What the reader is shown for each query: by words, and by a filter on the reference."""
    pages = []
    browser, door = world.browsers[reader], world.door(reader)
    for query in queries:
        for asked in ({"q": query}, {"investigation_ref": query} if key == "investigation" else {}):
            answer = browser.get(reverse(f"{door}:register", args=(key,)), asked)
            pages.append((answer.status_code, TOKENS.sub(b"", answer.content)))
    look = {"kind": key, "reference": queries[0]}
    answer = browser.get(reverse(f"{door}:look-up"), look)
    pages.append((answer.status_code, answer.get("Location"), TOKENS.sub(b"", answer.content)))
    return pages


def with_and_without(world, reader, model, number):
    """The same queries while the sealed record is there and after it has been taken away."""
    sealed = world.record(model, "sealed")
    queries = words_of(world, model, number)
    before = shown(world, reader, sealed.key, queries)
    model.objects.filter(record_id=sealed.record_id).delete()
    return before, shown(world, reader, sealed.key, queries)


@pytest.mark.parametrize("reader", ["call-handler"])
def test_a_sealed_record_leaves_no_trace_in_lists(world, reader):
    before, after = with_and_without(world, reader, Investigation, 5)

    assert before == after


def test_the_words_would_have_found_it(world):
    """For whoever may see it: or the test above would pass over a search that finds nothing."""
    sealed = world.record(Investigation, "sealed")
    pages = shown(world, "records-manager", "investigation", words_of(world, Investigation, 2))

    assert all(sealed.record_id.encode() in page[1] for page in pages[:1])


@pytest.mark.long
@pytest.mark.parametrize("model", [Investigation, Person])
@pytest.mark.parametrize(
    "reader",
    ["call-handler", "patrol-officer", "supervisor", "analyst", "chief-officer", "inspector",
     "standards-investigator", "partner", "panel-member"],
)  # fmt: skip
def test_fifty_queries_over_a_sealed_record(world, reader, model):
    before, after = with_and_without(world, reader, model, QUERIES)
    print(f"\n{reader}, {model.__name__}: {len(before)} answers, 0 differences if this passes")

    assert before == after
