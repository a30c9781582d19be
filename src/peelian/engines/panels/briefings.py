"""A short note to every officer: what panels saw. Who opened it is counted, never listed."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from peelian.access.decide import doors_of
from peelian.access.giving.refusal import NothingThere
from peelian.access.user import Kind, User
from peelian.engines.panels.declared import Panel
from peelian.engines.panels.deeds import write
from peelian.engines.panels.errors import LONGEST_NAME, PanelRefused, said, within
from peelian.engines.panels.models import Briefing, BriefingOpened
from peelian.engines.panels.rights import check_runs, runs

# A minute of reading at a usual pace. Peelian's default.
MOST_WORDS = 230
LONGEST = 4000


@dataclass(frozen=True)
class Reach:
    """Of how many people of the force who can sign in how many opened it."""

    opened: int
    people: int


def publish_briefing(
    panel: Panel, *, title: str, words: str, themes: Sequence[str], actor: User, at: datetime
) -> Briefing:
    """Publish a note to the force; raises `PanelRefused`, `NotAllowed`."""
    check_runs(actor, at)
    called = within(title, LONGEST_NAME, what="the title")
    text = within(words, LONGEST, what="the note")
    if not called or not text:
        raise PanelRefused("Write a title and the note.")
    number = len(text.split())
    if number > MOST_WORDS:
        raise PanelRefused(
            f"Use at most {MOST_WORDS} words, what can be read in a minute; these are {number}."
        )
    if any(panel.theme(key) is None for key in themes):
        raise PanelRefused("Choose themes of the list.")
    with transaction.atomic():
        made = Briefing.objects.create(
            ref=f"B-{secrets.token_hex(3).upper()}",
            panel=panel.key,
            force_id=actor.force_id,
            title=called,
            words=text,
            themes=",".join(themes),
            made_by=actor,
            published_at=at,
        )
        write(made, "panel briefing published", actor=actor, at=at, panel=panel.key)
    return made


def take_back(briefing: Briefing, *, because: str, actor: User, at: datetime) -> None:
    """Take a note back; raises `PanelRefused`, `NotAllowed`."""
    check_runs(actor, at)
    if briefing.force_id != actor.force_id:
        raise NothingThere
    reason = said(because, what="why the briefing is taken back")
    with transaction.atomic():
        held = Briefing.objects.select_for_update(no_key=True).get(pk=briefing.pk)
        if held.ended_at is not None:
            raise PanelRefused("The briefing was taken back already.")
        held.ended_at = at
        held.save(update_fields=["ended_at"])
        write(held, "panel briefing taken back", actor=actor, at=at, reason=reason)


def briefings_of(actor: User, *, at: datetime) -> tuple[Briefing, ...]:
    """The briefings of one's force, newest first: of those who work for it or run its panels."""
    if not actor.force_id or not ("force" in doors_of(actor, at=at) or runs(actor, at)):
        return ()
    rows = Briefing.objects.filter(force_id=actor.force_id, ended_at__isnull=True)
    return tuple(rows.order_by("-published_at", "-pk"))


def open_briefing(ref: str, *, actor: User, at: datetime) -> Briefing:
    """A briefing, opened by somebody of the force: counted once each. Raises `NothingThere`."""
    found = next((one for one in briefings_of(actor, at=at) if one.ref == ref), None)
    if found is None:
        raise NothingThere
    if "force" in doors_of(actor, at=at):
        BriefingOpened.objects.get_or_create(briefing=found, user=actor)
    return found


def reach_of(briefing: Briefing) -> Reach:
    """How far it reached: of people of the force with a staff number and an account that is on."""
    people = User.objects.filter(
        kind=Kind.PERSON, is_active=True, force_id=briefing.force_id
    ).exclude(officer_ref="")
    return Reach(briefing.opened.filter(user__in=people).count(), people.count())
