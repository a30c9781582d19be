"""No personal word reaches a log, a subject, an address, a title or a metric (T12, C-LOG-1)."""

import html
import io
import logging
import re
from urllib.parse import unquote

import pytest
import structlog
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from matrix.asking import addresses, give_reasons, rows_for, send
from matrix.canaries import CANARY, canaries_in, canary
from peelian.areas.investigation.models import Investigation
from peelian.areas.standards.models import ConductMatter
from peelian.config.logging import LOGGING, configure
from peelian.spine.person import Person

pytestmark = pytest.mark.django_db
SAID = canary("said", "by", "somebody")
PARTS = {
    "user-agent": SAID,
    "referer": f"http://testserver/{SAID}",
    "x-request-id": SAID,
    "accept-language": SAID,
}
TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.S)


@pytest.fixture
def written():
    """What the product's own formatter has written so far."""
    configure()
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    parts = {key: part for key, part in LOGGING["formatters"]["line"].items() if key != "()"}
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(**parts))
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream.getvalue
    root.removeHandler(handler)
    root.setLevel(level)


def fails(*_all, **_more):
    """A fault in the middle of the work, whose message says everything."""
    about = SAID
    raise RuntimeError(f"no room for {about}")


def personal(world):
    """The words of personal fields."""
    return {
        word
        for word, places in world.fields.items()
        if all(one.handled(name) == "personal" for one, name in places)
    }


def ask_everything(world, reader, *, wide=False):
    """Every address of the matrix with words in each part of the request; the answers."""
    browser = world.browsers[reader]
    for name, row in rows_for(world.door(reader), open_too=wide).items():
        if row.not_asked:
            continue
        for address, _args in addresses(world, name, row, wide=wide):
            joined = "&" if "?" in address else "?"
            if row.reads:
                yield browser.get(f"{address}{joined}q={SAID}", headers=PARTS)
            if row.sends is not None:
                yield send(world, reader, address, row)


@pytest.mark.long
@pytest.mark.parametrize("reader", ["supervisor", "administrator", "standards-investigator"])
def test_no_log_holds_any_part_of_a_request_on_any_route(world, written, reader):
    answers = list(ask_everything(world, reader, wide=True))
    print(f"\n{reader}: {len(answers)} requests, {len(written().splitlines())} lines")

    assert set(CANARY.findall(written())) == set()
    assert written()


def test_no_log_holds_any_part_of_a_request(world, written):
    one, browser = world.record(Investigation, "own"), world.browsers["supervisor"]
    here = (one.key, one.record_id)
    browser.get(reverse("force:register", args=(one.key,)), {"q": SAID}, headers=PARTS)
    browser.get(reverse("force:record", args=here), headers=PARTS)
    browser.post(reverse("force:change", args=here), {"summary": SAID, "version": SAID})
    browser.get(f"/people/{SAID}/", headers=PARTS)
    world.browsers["nobody"].post("/people/sign-in/", {"login": f"{SAID}@x.y", "password": SAID})

    assert len(written().splitlines()) >= 5
    assert set(CANARY.findall(written())) == set()


@pytest.mark.parametrize(
    ("broken", "page"),
    [
        ("peelian.web.force.record.open_record", "record"),
        ("peelian.web.force.changing.alterable", "change"),
        ("peelian.web.force.counting.counted_in", "figures"),
        ("peelian.engines.registers.finding.stored", "record"),
    ],
)
def test_a_fault_says_nothing(world, written, monkeypatch, broken, page):
    """To the reader and to the log: what failed stands by its kind and its line of code."""
    monkeypatch.setattr(broken, fails)
    browser, one = world.browsers["supervisor"], world.record(Investigation, "own", stored=True)
    one = one if broken.endswith("stored") else world.record(Investigation, "team")
    answer = browser.get(
        reverse(f"force:{page}", args=(one.key, one.record_id)), {"q": SAID}, headers=PARTS
    )

    assert answer.status_code == 500
    assert canaries_in(answer) == frozenset()
    assert "RuntimeError" in written()
    assert set(CANARY.findall(written())) == set()


@pytest.mark.parametrize("model", [Investigation, ConductMatter, Person])
def test_no_title_names_anybody(world, model):
    reader, found = "standards-investigator", []
    give_reasons(world, reader, timezone.now())
    for page in ("record", "change", "figures"):
        one = world.record(model, "other")
        answer = world.browsers[reader].get(reverse(f"force:{page}", args=(one.key, one.record_id)))
        titles = " ".join(TITLE.findall(html.unescape(answer.content.decode())))
        found += [world.what(word) for word in CANARY.findall(titles) if word in personal(world)]

    assert found == []


def test_no_address_to_which_somebody_is_sent_names_anybody(world):
    """A browser keeps addresses in its history, and sends them on."""
    browser, one = world.browsers["supervisor"], world.record(Investigation, "team")
    here = (one.key, one.record_id)
    sent = [
        browser.post(reverse("force:follow", args=here)),
        browser.post(
            reverse("force:ask-export", args=(one.key,)),
            {"reason": "task", "form": "csv", "words": SAID},
        ),
        browser.post(reverse("force:change", args=here), {"summary": SAID, "version": "1"}),
    ]
    told = [unquote(answer.headers.get("Location", "")) for answer in sent]
    named = {word for one in told for word in CANARY.findall(one)} - {one.words["record_id"]}

    assert named == set()
    assert all(answer.headers["Referrer-Policy"] == "same-origin" for answer in sent)


def test_no_letter_names_anybody_in_its_subject(world, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []
    world.browsers["administrator"].post(
        reverse("make-account"), {"name": f"Demo {SAID}", "email": "new@force.example"}
    )

    assert all(not CANARY.search(letter.subject) for letter in mail.outbox)


def test_metrics_count_and_name_nobody(world):
    world.browsers["supervisor"].get(f"/force/records/investigation/?q={SAID}", headers=PARTS)
    answer = world.browsers["nobody"].get(reverse("metrics"))

    assert b"peelian" in answer.content
    assert canaries_in(answer) == frozenset()
