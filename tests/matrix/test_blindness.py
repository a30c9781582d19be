"""A reviewer meets nothing that could sway them: not the officer, the team, the person, the result.

Every route of the product is asked with the addresses that a reviewer can know, and every link that
they are shown is followed. Then the same for what the first reviewer has said (T01, POW-03).
"""

import re
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import transaction
from django.urls import reverse

from matrix.asking import names_of_routes
from matrix.blind_world import AUDIT, TEAM, make, mark
from matrix.canaries import canaries_in, canary
from matrix.test_ids_of_others import FIXED, templates
from peelian.engines.audits.models import Finding, Item, Marking
from peelian.engines.procedures.questions import NO, YES
from peelian.web.answers import forget

pytestmark = [pytest.mark.django_db, pytest.mark.ledger("POW-03", "INS-08")]
LINK = re.compile(r'(?:href|action|src)="(/[^"#]*)')
# Ways out of the visit, and files that are the same for everybody.
LEFT_OUT = re.compile(r"^/(static|people/(sign-out|locked|visits)|map|places|metrics)")
# One page of figures is made like the other: the suite follows links to few of them.
ALIKE = re.compile(r"^/(?:force/)?(?:measures|figures|manual|compare|download|data)/")
MOST_PAGES, MOST_ALIKE = 60, 3
RADIO_CHOSEN = re.compile(r'<input[^>]*type="radio"[^>]*\schecked')
FIRST = canary("remark", "first")


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    home = tmp_path_factory.mktemp("blind")
    with pytest.MonkeyPatch.context() as patched, django_db_blocker.unblock():
        patched.setattr(settings, "PEELIAN_HOME", home)
        for name in ("STORE_ROOT", "ATTACHMENTS_ROOT", "EXPORTS_ROOT", "PICTURES_ROOT"):
            patched.setattr(settings, name, home / name.lower())
        forget()
        with transaction.atomic():
            yield make(settings.STORE_ROOT)
            transaction.set_rollback(True)
        forget()


def addresses(world, marking, *, under=""):
    """Every address with a parameter, filled with what belongs to the run and to one of its files.

    `under` keeps those of which the name begins so.
    """
    item = marking.item
    known = {
        "ref": [world.run.ref],
        "position": [str(item.position)],
        "marking_id": [str(marking.pk), *map(str, Marking.objects.values_list("pk", flat=True))],
        "key": ["stopsearch", AUDIT.key],
        "record_id": [item.of_id],
    }
    for template, name in templates():
        if not name.rpartition(":")[2].startswith(under) or not template.startswith("force/"):
            continue
        found = ["/" + template]
        for part in FIXED.findall(template):
            values = known.get(part.strip("<>").rpartition(":")[2], [world.run.ref])
            found = [one.replace(part, value, 1) for one in found for value in values]
        yield from found


def linked(world, name, start, *, most=MOST_PAGES, alike=MOST_ALIKE):
    """Pages that can be reached by links from here, up to so many: (address, answer)."""
    browser, waiting, seen, figures = world.browsers[name], [start], set(), 0
    while waiting and len(seen) < most:
        address = waiting.pop(0)
        if address in seen or LEFT_OUT.match(address):
            continue
        if ALIKE.match(address):
            figures += 1
            if figures > alike:
                continue
        seen.add(address)
        answer = browser.get(address)
        yield address, answer
        if not answer.streaming and "html" in answer.headers.get("Content-Type", ""):
            found = (unescape(one) for one in LINK.findall(answer.content.decode()))
            waiting += [one for one in found if not urlsplit(one).netloc]


def met(world, name, asked, words):
    """Which of these words somebody met in answers, and where."""
    number, found = 0, []
    for address, answer in asked:
        number += 1
        said = canaries_in(answer) & set(words)
        found += [f"{name} met {words[word]} at {address}" for word in sorted(said)]
        assert answer.status_code < 500, address
    return number, found


def every_page(world, name, marking, *, under="", **how_far):
    """Every route with what belongs to the review, and the pages that links lead to."""
    browser = world.browsers[name]
    for address in addresses(world, marking, under=under):
        yield address, browser.get(address)
    yield from linked(world, name, reverse("force:audits"), **how_far)
    if not under:
        yield from linked(world, name, reverse("force:first"), **how_far)


@pytest.fixture
def second(world):
    """The supervisor of another area has taken the first file for the second marking."""
    taken = Marking.objects.filter(user=world.force["supervisor"]).first()
    if taken is None:
        page = reverse("force:audit-next", args=(world.run.ref,))
        answer = world.browsers["supervisor"].post(page)
        assert answer.status_code == 302, answer.content.decode()[:2000]
        taken = world.reviews("supervisor")
    return taken


def test_a_reviewer_reads_the_sheet(world, second):
    """Or the tests below would pass over pages that show nothing."""
    page = reverse("force:audit-mark", args=(second.pk,))
    answer = world.browsers["supervisor"].get(page)
    text = unescape(answer.content.decode())
    mine = next(one for one in world.searches if one.record_id == second.item.of_id)

    assert answer.status_code == 200
    assert canaries_in(answer) == {
        word for name, word in mine.words.items() if name in AUDIT.shows and word.startswith("Zq")
    }
    assert "saw a packet" in text
    assert "[hidden: officer]" in text
    assert "[hidden: ethnicity]" in text
    assert "[hidden: result]" in text
    assert "Search positive" not in text
    assert "IC3" not in text
    assert TEAM not in text


def test_no_page_shows_a_reviewer_anything_hidden(world, second):
    number, found = met(world, "supervisor", every_page(world, "supervisor", second), world.hidden)

    assert number > 100
    assert found == []


@pytest.mark.long
def test_no_page_at_all_shows_a_reviewer_anything_hidden(world, second):
    words = {**world.hidden, FIRST: "the first reviewer's remark"}
    pages = every_page(world, "supervisor", second, most=3000, alike=3000)
    number, found = met(world, "supervisor", pages, words)
    print(f"\n{len(found)} hidden words in {number:,} answers")

    assert number > 500
    assert found == []


def test_not_even_whoever_runs_the_audit_meets_it_on_pages_of_audits(world, second):
    """Their role reads facts in registers: what they do is no blind review then, and says so."""
    hidden = {word: name for word, name in world.hidden.items() if name != "record_id"}
    browser = world.browsers["auditor"]
    asked = ((one, browser.get(one)) for one in addresses(world, second, under="audit"))
    number, found = met(world, "auditor", asked, hidden)

    assert number > 15
    assert found == []


def test_no_first_answer_reaches_the_second_reviewer(world, second):
    pages = list(every_page(world, "supervisor", second, under="audit"))
    _number, found = met(world, "supervisor", pages, {FIRST: "the first reviewer's remark"})
    sheet = dict(pages)[reverse("force:audit-mark", args=(second.pk,))].content.decode()

    assert found == []
    assert not RADIO_CHOSEN.search(sheet)
    assert "Demo auditor" not in sheet


@pytest.mark.parametrize("name", ["auditor", "auditor-2"])
def test_no_second_answer_reaches_anybody_before_all_is_settled(world, second, name):
    word = canary("remark", "second")
    browser = world.browsers["supervisor"]
    browser.post(
        reverse("force:audit-save", args=(second.pk,)),
        {"saved": "1", "answer-reasonable": NO, "words-reasonable": word},
    )
    Marking.objects.filter(pk=second.pk).update(words={"reasonable": word})
    _number, found = met(
        world, name, every_page(world, name, second, under="audit"), {word: "a second remark"}
    )
    page = reverse("force:audit-mark", args=(second.pk,))

    assert found == []
    assert world.browsers[name].get(page).status_code == 404
    assert world.browsers[name].post(page).status_code == 404


def test_whoever_decides_reads_both_remarks_and_no_names(world, second):
    word = canary("remark", "of the second")
    mark(world, "supervisor", NO, word, taken=second.pk)
    item = Item.objects.get(pk=second.item_id)
    assert item.settled_at is None
    page = reverse("force:audit-decide", args=(world.run.ref,))
    answer = world.browsers["auditor-3"].post(page, follow=True)
    text = answer.content.decode()

    assert {FIRST, word} <= canaries_in(answer)
    assert "Demo auditor<" not in text
    assert "Demo supervisor" not in text
    assert canaries_in(answer).isdisjoint(world.hidden)
    assert not Finding.objects.exists()
    mark(world, "auditor-3", YES, "", taken=world.reviews("auditor-3").pk)
    item.refresh_from_db()
    assert item.settled_at is not None
    # What was found of one file is told when all files are settled, and not before.
    assert not Finding.objects.exists()


def test_the_pages_of_audits_are_among_those_that_are_asked():
    asked = {name for _template, name in templates()}

    assert {one for one in names_of_routes() if one.startswith("force:audit-")} <= asked
