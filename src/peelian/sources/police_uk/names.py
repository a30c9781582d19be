"""What the name of a data.police.uk file tells: month, force and kind.

2021-03-staffordshire-street.csv      2021-03-staffordshire-outcomes.csv.gz
"""

import re
from dataclasses import dataclass

from peelian.records.load.kinds import FileKind
from peelian.records.load.rules import Place
from peelian.sources.police_uk.outcomes import OUTCOMES
from peelian.sources.police_uk.street import STREET
from peelian.spine.force import force

KINDS = {"street": STREET, "outcomes": OUTCOMES}
NOT_LOADED = {"stop-and-search": "stop and search files are not loaded by this version."}

MONTH = r"(?P<month>\d{4}-(?:0[1-9]|1[0-2]))"
KIND = r"(?P<kind>street|outcomes|stop-and-search)"
NAME = re.compile(rf"{MONTH}-(?:(?P<force>[a-z0-9-]+?)-)?{KIND}\.csv(?:\.gz)?", re.IGNORECASE)


class UnknownName(ValueError):
    """The name of a file does not tell what it is."""


class NotLoaded(UnknownName):
    """A file of a known kind that this version leaves alone."""


@dataclass(frozen=True)
class Named:
    """What a name tells."""

    kind: FileKind
    place: Place


def read_name(name: str, *, force_slug: str | None) -> Named:
    """Month, force and kind from the last part of a path.

    `force_slug` is for names that tell no force. Raises `UnknownName` or `NotLoaded` with a
    sentence, and `UnknownForce` naming the nearest slugs.
    """
    match = NAME.fullmatch(name)
    if match is None:
        raise UnknownName(
            "its name tells neither month nor kind. Name it as data.police.uk does, for example "
            "2021-03-staffordshire-street.csv or 2021-03-staffordshire-outcomes.csv."
        )
    kind = match["kind"].lower()
    if kind in NOT_LOADED:
        raise NotLoaded(NOT_LOADED[kind])
    slug = match["force"] or force_slug
    if slug is None:
        raise UnknownName(
            "its name tells no force. Say which with --force, for example --force kent."
        )
    return Named(KINDS[kind], Place(force_id=force(slug.lower()).slug, month=match["month"]))
