"""What the first page says of audits: those under way to whoever reviews, quality to the others."""

from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.engines.audits.models import Run, State
from peelian.engines.audits.reading import runs_of
from peelian.engines.audits.reviewers import may_review
from peelian.web.components.parts import Link
from peelian.web.force.audits.rights import in_audits, may_count_findings
from peelian.web.force.reader import Caller


def under_way(who: Caller) -> tuple[Link, ...]:
    """Audits whose files this person reviews now; which of them wait is told on their page."""
    if not in_audits(who.actor, who.at):
        return ()
    known = {one.key: one for one in catalogue.audits()}
    runs = runs_of(catalogue.audits(), actor=who.actor, at=who.at)
    return tuple(
        Link(run.title, who.url("audits"), detail=known[run.audit].title)
        for run in runs
        if run.state == State.DRAWN
        and may_review(run, known[run.audit], actor=who.actor, at=who.at)
    )


def quality(who: Caller) -> tuple[Link, ...]:
    """Quality by team of every audit that was drawn where this person may count (INV-14)."""
    drawn = Run.objects.exclude(drawn_at=None).values_list("audit", "force_id").distinct()
    open_to_them = {
        audit for audit, force_id in drawn if may_count_findings(who.actor, force_id, who.at)
    }
    return tuple(
        Link(
            _("Quality by team: {title}").format(title=one.title), who.url("audit-quality", one.key)
        )
        for one in catalogue.audits()
        if one.key in open_to_them
    )
