"""A right that is taken away stops at once: pages, links, queues, notices (T05, C-ACC-5)."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from matrix.asking import give_reasons
from matrix.canaries import canaries_in
from matrix.rights import RIGHTS, no_seal, post_held, seal_member
from matrix.routes import FIGURE, HERE, OPENED
from peelian.access.giving.posts import end_holding
from peelian.access.identity import clock
from peelian.access.standing import local_day
from peelian.areas.investigation.models import Investigation
from peelian.engines.registers.attachments import attach
from peelian.engines.registers.exporting import ask_export, run_export
from peelian.engines.registers.following import follow
from peelian.engines.registers.models import Attachment, Export, Notice
from peelian.records.store.reader import open_reader
from peelian.spine.post import Holding

pytestmark = pytest.mark.django_db
IN_LONG = 200


def saved_links(world, right):
    """Addresses that the reader has kept: of the record, its files, and lists that find it."""
    door, one = world.door(right.reader), right.record
    here = (one.key, one.record_id)
    links = [reverse(f"{door}:{page}", args=here) for page in ("record", "change", "figures")]
    links += [
        reverse(f"{door}:file", args=(*here, str(number)))
        for number in Attachment.objects.filter(record_id=one.record_id).values_list(
            "pk", flat=True
        )
    ]
    listed = reverse(f"{door}:register", args=(one.key,))
    links += [f"{listed}?q={one.words['offence']}", listed]
    links.append(f"{reverse(f'{door}:look-up')}?kind={one.key}&reference={one.record_id}")
    return links


def works(world, right, link):
    """Whether a link shows anything of the record, or leads to it."""
    answer = world.browsers[right.reader].get(link)
    # What the link itself says, the page may say again.
    told = {word for word in right.record.words.values() if word not in link}
    return bool(canaries_in(answer) & told) or (
        answer.status_code == 200 and f"/{right.record.record_id}/" in link
    )


def replay(world, right, times):
    """What works before and after, at once and a second later, of every link, so many times."""
    give_reasons(world, right.reader, timezone.now())
    links = saved_links(world, right)
    before = [link for link in links if works(world, right, link)]
    at = timezone.now()
    right.take(at)
    now, after = clock.now, []
    try:
        for wait in (timedelta(0), timedelta(seconds=1)):
            clock.now = lambda wait=wait: at + wait
            after += [link for link in links * times if works(world, right, link)]
    finally:
        clock.now = now
    return before, after


@pytest.mark.parametrize("make", RIGHTS, ids=lambda make: make.__name__)
def test_no_saved_link_works_any_more(world, make):
    before, after = replay(world, make(world, timezone.now()), 1)

    assert before, "Nothing worked before, so that nothing could be taken away."
    assert after == []


@pytest.mark.long
@pytest.mark.parametrize("make", RIGHTS, ids=lambda make: make.__name__)
def test_no_saved_link_works_any_more_in_two_hundred(world, make):
    before, after = replay(world, make(world, timezone.now()), IN_LONG)
    print(f"\n{make.__name__}: {len(before)} links worked, {len(after)} of them after")

    assert before
    assert after == []


def exported(world, right, at):
    """An export of the reader's, made, over a list that holds the record."""
    made = ask_export(
        world.force[right.reader], Investigation, open_reader(settings.STORE_ROOT),
        reason="task", at=at,
    )  # fmt: skip
    link = reverse(f"{world.door(right.reader)}:export-file", args=(str(made.pk),))
    assert right.record.words["offence"] in canaries_in(world.browsers[right.reader].get(link))
    return made, link


@pytest.mark.parametrize("make", [post_held, no_seal, seal_member], ids=lambda make: make.__name__)
def test_an_export_that_was_made_is_not_handed_out(world, make):
    right = make(world, timezone.now())
    _made, link = exported(world, right, timezone.now())
    right.take(timezone.now())
    answer = world.browsers[right.reader].get(link)

    assert answer.status_code == 404
    assert canaries_in(answer) == frozenset()


@pytest.mark.parametrize("make", [post_held, no_seal, seal_member], ids=lambda make: make.__name__)
def test_an_export_that_waits_in_the_queue_is_made_without_the_record(world, make):
    right = make(world, timezone.now())
    made, link = exported(world, right, timezone.now())
    Export.objects.filter(pk=made.pk).update(state="waiting", sha256="", made_at=None)
    right.take(timezone.now())
    run_export(made.pk, timezone.now())
    shown = canaries_in(world.browsers[right.reader].get(link))

    assert not shown & set(right.record.words.values())


@pytest.mark.parametrize("make", [post_held, no_seal], ids=lambda make: make.__name__)
def test_whoever_follows_a_record_is_told_no_more(world, make):
    right, tables = make(world, timezone.now()), open_reader(settings.STORE_ROOT)
    one, actor = right.record, world.force[right.reader]
    follow(one.model, one.record_id, actor=actor, at=timezone.now(), tables=tables)
    right.take(timezone.now())
    before = Notice.objects.filter(user=actor).count()
    writer = world.force["patrol-officer" if make is post_held else "records-manager"]
    if make is post_held:
        attach(
            one.model, one.record_id, name="new.txt", content=b"news", actor=writer,
            at=timezone.now(), tables=tables,
        )  # fmt: skip

    assert Notice.objects.filter(user=actor).count() == before


def test_figures_close_with_the_post(world):
    links = [
        reverse("inside-measure", args=(OPENED,)),
        f"{reverse('inside-download', args=(OPENED, 'csv'))}?{HERE}",
        reverse("inside-figure", args=(FIGURE,)),
        reverse("inside-rows", args=(FIGURE, "counted")),
    ]
    browser = world.browsers["analyst"]
    assert [browser.get(link).status_code for link in links] == [200] * 4
    at = timezone.now()
    end_holding(
        holding=Holding.objects.get(post_ref="post-analyst"),
        last_day=local_day(at) - timedelta(days=1),
        actor=world.force["people-services"],
        at=at,
    )

    assert [browser.get(link).status_code for link in links] == [404] * 4


def test_no_page_behind_a_door_is_kept_by_a_browser(world):
    """Or the back button would show what has been taken away."""
    one = world.record(Investigation, "own")
    browser = world.browsers["supervisor"]
    kept = [
        link
        for link in (
            reverse("force:first"),
            reverse("force:register", args=(one.key,)),
            reverse("force:record", args=(one.key, one.record_id)),
            reverse("force:export-file", args=(world.numbers["export"],)),
            reverse("inside-measures"),
            reverse("people"),
        )
        if "no-store" not in browser.get(link).headers.get("Cache-Control", "")
    ]

    assert kept == []
