"""What somebody can write down without a record to begin from, and what they have begun."""

from django.utils.translation import ngettext

from peelian import catalogue
from peelian.engines.procedures.answering import may_answer
from peelian.engines.procedures.drafts import drafts_of
from peelian.web.components.parts import Link
from peelian.web.force.reader import Caller


def can_begin(who: Caller) -> tuple[Link, ...]:
    """The procedures that make a record by themselves, as far as this person may answer them."""
    return tuple(
        Link(one.title, who.url("procedure-new", one.key), detail=one.why)
        for one in catalogue.procedures()
        if one.about is None and may_answer(one, who.actor, None, at=who.at)
    )


def begun(who: Caller) -> Link | None:
    """The way to one's own drafts, with their number; None where there is none."""
    number = len(drafts_of(who.actor))
    if not number:
        return None
    said = ngettext(
        "Go on with {n} that you have begun", "Go on with {n} that you have begun", number
    )
    return Link(said.format(n=number), who.url("procedures"))
