"""Tables of a run: parts of the frame, what was left out, draws that were abandoned."""

from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.engines.audits.declared import Audit
from peelian.engines.audits.models import Run, State
from peelian.engines.audits.reading import left_out_of, runs_of, settled_of
from peelian.engines.audits.results import parts_of
from peelian.web.components.parts import Column, Table, TableCell, TableRow
from peelian.web.force.audits.opening import OpenRun
from peelian.web.force.audits.words import months_of, state_of
from peelian.web.force.tables import plain_table
from peelian.web.force.words import moment


def parts_table(run: Run, audit: Audit) -> Table | None:
    """Each part of the frame: how many files it has, how many are drawn and settled."""
    if not run.divided_by or not run.frame_hash:
        return None
    drawn = _("Drawn") if run.drawn_at else _("To be drawn")
    columns = (
        Column(_("Part")),
        *(Column(head, numeric=True) for head in (_("Frame"), drawn, _("Settled"))),
    )
    rows = [
        TableRow(
            (
                TableCell(audit.in_words(run.divided_by, part.stratum) or _("Not recorded")),
                TableCell(f"{part.size:,}"),
                TableCell(str(part.drawn if run.drawn_at else run.wanted.get(part.stratum, 0))),
                TableCell(str(part.settled)),
            )
        )
        for part in parts_of(run)
    ]
    return Table(_("Files by part"), columns, tuple(rows), caption_hidden=True)


def left_out_table(run: Run, audit: Audit) -> Table | None:
    says = {one.key: one.says for one in audit.exclusions}
    found = {key: n for key, n in left_out_of(run).items() if n}
    columns = (Column(_("Why")), Column(_("Files"), numeric=True))
    rows = [
        TableRow((TableCell(says.get(key, key)), TableCell(f"{n:,}"))) for key, n in found.items()
    ]
    return Table(_("Left out"), columns, tuple(rows), caption_hidden=True) if rows else None


def other_draws_table(opened: OpenRun) -> Table | None:
    """Every other run of this audit and force that was given up, or is of some of the same months.

    Else whoever wants a certain sample draws several, and leaves all but one lying.
    """
    who, run = opened.who, opened.run
    rows = [
        (
            TableCell(one.title, url=who.url("audit", one.ref)),
            TableCell(months_of(one)),
            TableCell(state_of(one)),
            TableCell(moment(one.closed_at or one.frozen_at or one.made_at)),
            TableCell(one.ended_because),
        )
        for one in runs_of(catalogue.audits(), actor=who.actor, at=who.at)
        if (one.audit, one.force_id) == (run.audit, run.force_id)
        and one.pk != run.pk
        and (one.state == State.ABANDONED or _of_the_same(one, run))
    ]
    heads = (_("Audit"), _("Months"), _("Where it stands"), _("Since"), _("Why"))
    return plain_table(_("Other draws"), heads, rows) if rows else None


def _of_the_same(one: Run, run: Run) -> bool:
    """Whether both have listed files of one month at least."""
    listed = bool(one.frame_hash and run.frame_hash)
    return listed and one.first <= run.last and run.first <= one.last


def monthly_table(opened: OpenRun) -> Table | None:
    """The runs that a standing run has drawn, the newest first."""
    who, rows = opened.who, []
    for one in Run.objects.filter(begun_by_run=opened.run).order_by("-first"):
        settled, drawn = settled_of(one)
        rows.append(
            (
                TableCell(months_of(one), url=who.url("audit", one.ref)),
                TableCell(state_of(one)),
                TableCell(_("{n} of {all}").format(n=settled, all=drawn) if one.drawn_at else "–"),
            )
        )
    heads = (_("Month"), _("Where it stands"), _("Files settled"))
    return plain_table(_("Month by month"), heads, rows) if rows else None
