"""The duties about one record, as a table on its page: what is to be done, by when, by whom."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.engines.duties.due_list import Due, due_about
from peelian.web.components.parts import Table, TableCell
from peelian.web.force.reader import Caller
from peelian.web.force.tables import BLANK, plain_table
from peelian.web.force.work.posts import Named, posts_of_force
from peelian.web.force.work.words import state_in_words


def duties_table(who: Caller, record_type: str, record_id: str) -> Table | None:
    """Open and closed duties that a record began; nothing where there is none."""
    found = due_about(who.actor, (record_type, record_id), catalogue.rules(), who.tables, at=who.at)
    if not found:
        return None
    posts = posts_of_force(who.actor, who.at)
    heads = (_("What is to be done"), _("How it stands"), _("Who answers for it"))
    return plain_table(_("Duties"), heads, [_row(due, who, posts) for due in found])


def _row(due: Due, who: Caller, posts: Mapping[str, Named]) -> tuple[TableCell, ...]:
    duty, post = due.duty, posts.get(due.duty.post_ref or "")
    return (
        TableCell(duty.title, url=who.url("duty", duty.record_id)),
        TableCell(state_in_words(duty, who.at)),
        TableCell(_("Nobody") if duty.vacant else post.words if post else BLANK),
    )
