"""Following a record, and the lines that tell of what was followed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from peelian.engines.duties.models import Duty
from peelian.engines.oversight.review_night import ALERT
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.registers.finding import find
from peelian.engines.registers.following import follow, follows, unfollow
from peelian.engines.registers.notices import DRAFT, mark_read, notices_of
from peelian.records.schema import type_key
from peelian.web.components.parts import Link
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller, caller
from peelian.web.force.registers import register_of
from peelian.web.force.words import moment

DUTY = type_key(Duty)


@require_POST
def turn(request: HttpRequest, key: str, record_id: str) -> HttpResponse:
    """Begin to follow a record, or stop."""
    who, one = caller(request), register_of(key)
    try:
        find(who.actor, one.model, record_id, who.tables, at=who.at)
    except NoSuchRecord:
        unfollow(one.model, record_id, actor=who.actor)
        raise
    if follows(who.actor, one.model, record_id):
        unfollow(one.model, record_id, actor=who.actor)
        messages.success(request, _("You follow this record no longer."))
    else:
        follow(one.model, record_id, actor=who.actor, at=who.at, tables=who.tables)
        messages.success(request, _("You will be told on your first page when it changes."))
    return redirect(who.url("record", one.key, record_id))


@require_POST
def read(request: HttpRequest, number: int) -> HttpResponse:
    """Put a notice away."""
    who = caller(request)
    mark_read(who.actor, number, at=who.at)
    return redirect(who.url("first"))


def notice_links(who: Caller) -> tuple[tuple[Link, str], ...]:
    """The notices not put away yet, each with its record and where it is put away.

    A right can be gone since something was told: a record that may no longer be seen is not named
    again (T05). What was sent about duties is left out: the lists of the day say the same, and
    stop when it is done.
    """
    return tuple(
        (
            Link(one.text, _url(who, one.record_type, one.record_id), detail=moment(one.at)),
            who.url("read-notice", str(one.pk)),
        )
        for one in notices_of(who.actor, unread=True, besides=(DUTY,))
        if _still_theirs(who, one.record_type, one.record_id)
    )


def _still_theirs(who: Caller, key: str, record_id: str) -> bool:
    """Whether a notice tells of a record that this person may see, or of no record."""
    try:
        one = register_of(key)
    except NoSuchRecord:
        return True
    try:
        find(who.actor, one.model, record_id, who.tables, at=who.at)
    except NoSuchRecord:
        return False
    return True


def _url(who: Caller, key: str, record_id: str) -> str:
    """Where a notice leads; one of an export leads to the exports."""
    if key == ALERT:
        return who.url("look-up-alert", record_id)
    if key == DRAFT:
        return who.url("procedures")
    try:
        return who.url("record", register_of(key).key, record_id)
    except NoSuchRecord:
        return who.url("exports")


notice_pages = (Page("notices/<int:number>/read/", read, "read-notice"),)
pages = (Page("records/<str:key>/<str:record_id>/follow/", turn, "follow"),)
