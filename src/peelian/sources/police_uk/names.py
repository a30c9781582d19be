"""What the name of a data.police.uk file tells: month, force and kind.

2021-03-staffordshire-street.csv               2021-03-staffordshire-outcomes.csv.gz
2019-12-essex-stop-and-search.csv              2019-12-essex-stop-and-search.json
"""

import re
from dataclasses import dataclass

from peelian.records.load.kinds import FileKind
from peelian.records.load.rules import Place
from peelian.records.load.source import Opener
from peelian.sources.police_uk.outcomes import OUTCOMES
from peelian.sources.police_uk.searches import SEARCHES
from peelian.sources.police_uk.searches_json import SearchesOfApi
from peelian.sources.police_uk.street import STREET
from peelian.spine.force import force

KINDS = {"street": STREET, "outcomes": OUTCOMES, "stop-and-search": SEARCHES}
OPENERS: dict[str, dict[str, Opener]] = {"stop-and-search": {"json": SearchesOfApi()}}

MONTH = r"(?P<month>\d{4}-(?:0[1-9]|1[0-2]))"
KIND = r"(?P<kind>street|outcomes|stop-and-search)"
FORM = r"(?P<form>csv|json)(?:\.gz)?"
NAME = re.compile(rf"{MONTH}-(?:(?P<force>[a-z0-9-]+?)-)?{KIND}\.{FORM}", re.IGNORECASE)


class UnknownName(ValueError):
    """The name of a file does not tell what it is."""


@dataclass(frozen=True)
class Named:
    """What a name tells; `opener` for a file that is no CSV."""

    kind: FileKind
    place: Place
    opener: Opener | None = None


def read_name(name: str, *, force_slug: str | None) -> Named:
    """Month, force and kind from the last part of a path.

    `force_slug` is for names that tell no force. Raises `UnknownName` with a sentence, and
    `UnknownForce` naming the nearest slugs.
    """
    match = NAME.fullmatch(name)
    if match is None:
        raise UnknownName(
            "its name tells neither month nor kind. Name it as data.police.uk does, for example "
            "2021-03-staffordshire-street.csv, 2021-03-staffordshire-outcomes.csv or "
            "2019-12-essex-stop-and-search.csv. A table of another layout, such as one in which "
            "others joined several forces or months, loads by a mapping: peelian load extracts "
            "PATH --mapping FILE."
        )
    kind, form = match["kind"].lower(), match["form"].lower()
    opener = OPENERS.get(kind, {}).get(form)
    if form != "csv" and opener is None:
        raise UnknownName(f"{kind} files are read as CSV only. Download the CSV of the month.")
    slug = match["force"] or force_slug
    if slug is None:
        raise UnknownName(
            "its name tells no force. Say which with --force, for example --force kent."
        )
    place = Place(force_id=force(slug.lower()).slug, month=match["month"])
    return Named(KINDS[kind], place, opener)
