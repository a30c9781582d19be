"""Which snapshot a page is of: the newest, or an earlier one that its address names."""

import re

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from peelian.engines.publishing.days import loaded_at, moment_in_words
from peelian.records.store.catalogue import NoSuchSnapshot, current_id
from peelian.records.store.reader import Reader, open_reader
from peelian.records.store.snapshot import Snapshot
from peelian.web.answers import reader
from peelian.web.components.parts import Link, Notice

# The fingerprint of a snapshot; anything else in its place must not reach the file system.
FINGERPRINT = re.compile(r"[0-9a-f]{32}")


def reader_of(request: HttpRequest) -> Reader:
    """The snapshot named in the address, or the newest. Raises `NoSuchSnapshot` with a sentence."""
    wanted = request.GET.get("snapshot", "")
    if not wanted:
        return reader()
    if not FINGERPRINT.fullmatch(wanted):
        raise NoSuchSnapshot(
            f"'{wanted[:40]}' is not the name of a snapshot. It has 32 letters and digits; leave "
            "it out to use the newest."
        )
    return open_reader(settings.STORE_ROOT, snapshot_id=wanted)


def snapshot_of(request: HttpRequest) -> str:
    """The snapshot that the address names; empty for the newest."""
    wanted = request.GET.get("snapshot", "")
    return wanted if FINGERPRINT.fullmatch(wanted) else ""


def kept(request: HttpRequest) -> str:
    """The query that keeps a link on the snapshot of the page; empty on the newest."""
    wanted = snapshot_of(request)
    return f"?snapshot={wanted}" if wanted else ""


def earlier_snapshot(request: HttpRequest, tables: Reader) -> tuple[Notice, ...]:
    """What a page of an earlier snapshot says at its head; nothing on the newest."""
    found = tables.snapshot
    if found.id == current_id(settings.STORE_ROOT):
        return ()
    return (
        *_erased_from(found),
        Notice(
            tag=_("Earlier snapshot"),
            text=_(
                "This is the figure as it was on {when}. More has been loaded or corrected since."
            ).format(when=moment_in_words(loaded_at(found.made_at))),
            link=Link(_("See it as it stands now."), request.path),
        ),
    )


def _erased_from(found: Snapshot) -> tuple[Notice, ...]:
    """That what rests on this snapshot cannot be computed again as it was."""
    if found.repeatable:
        return ()
    return (
        Notice(
            tag=_("No longer repeatable"),
            text=_(
                "Rows were erased from this snapshot on {when}, as the law asks: figures over it "
                "need not come out as they did before."
            ).format(when=moment_in_words(loaded_at(found.erased_at))),
        ),
    )
