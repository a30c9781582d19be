"""Fields, values and reasons as readers meet them."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.access.layers import Because
from peelian.engines.publishing.sentences import force_name
from peelian.records.months import NotAMonth, in_words, parse
from peelian.records.schema import FieldCard

# A help text of at most this many characters is a label; a longer one stands under a short label.
LONGEST_LABEL = 60
# Pages show local time, so what the declaration says of the store is left out.
OF_THE_STORE = re.compile(r",? (in UTC|\(UTC\)|local time)$")
MONTH, FORCE = "month", "force_id"

WHY: Final[Mapping[Because, Any]] = {
    "tied": gettext_lazy("you answer for it, have a task on it or supervise it"),
    "member": gettext_lazy("you are named among those for whom its seal is open"),
    "scope": gettext_lazy("you are in the unit that holds it, or over it"),
    "glass": gettext_lazy("you opened it with a reason of your own; that ends by itself"),
    "share": gettext_lazy("the force shares it with your agency for now"),
    "force": gettext_lazy("your role reaches such records of the whole force"),
    "open": gettext_lazy("its source publishes it openly"),
    "service": gettext_lazy("it is brought in by this service"),
}


def heading(card: FieldCard) -> str:
    """A field in a word or two, for the head of a column."""
    words = re.sub(r" (ref|id|code)$", "", card.name.replace("_", " "))
    words = words.replace("lsoa", "LSOA")
    return words[:1].upper() + words[1:]


def meaning(card: FieldCard) -> str:
    """What a field holds, from its declaration."""
    return OF_THE_STORE.sub("", card.help_text.strip().rstrip("."))


def label(card: FieldCard) -> str:
    """A field as a summary list and a form call it: what it means, where that is short enough."""
    if card.name == FORCE:
        return _("Police force")
    told = meaning(card)
    return told if 0 < len(told) <= LONGEST_LABEL else heading(card)


def hint(card: FieldCard) -> str:
    """What stands under the label of a form: the meaning, where it was too long for a label."""
    told = meaning(card)
    return "" if told == label(card) else f"{told}."


def in_text(name: str, value: Any) -> str:
    """A value as text: moments in local time, months in words, nothing as nothing."""
    match value:
        case None:
            return ""
        case bool():
            return _("Yes") if value else _("No")
        case datetime():
            return date_format(localtime(value), "j F Y, H:i")
        case date():
            return date_format(value, "j F Y")
        case float():
            return f"{value:g}"
        case str() if name == FORCE:
            return force_name(value)
        case str() if name.endswith(MONTH):
            return _month(value)
        case _:
            return str(value)


def moment(at: datetime) -> str:
    """A moment in local time, to the minute."""
    return date_format(localtime(at), "j F Y, H:i")


def _month(value: str) -> str:
    try:
        return in_words(parse(value))
    except NotAMonth:
        return value
