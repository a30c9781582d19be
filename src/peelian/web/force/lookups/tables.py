"""Alerts, look-ups, verdicts and figures of the review as tables."""

from collections.abc import Collection, Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian.access.decide import has_power
from peelian.access.powers import Power
from peelian.engines.oversight.evidence import TITLES
from peelian.engines.oversight.feedback import FINDINGS
from peelian.engines.oversight.groups import GroupCheck, GroupRate
from peelian.engines.oversight.judging import OpenedAlert
from peelian.engines.oversight.models import Alert, Verdict
from peelian.engines.oversight.precision import Precision
from peelian.engines.oversight.reading_trail_entry import as_read
from peelian.engines.oversight.reading_trail_forces import Theirs
from peelian.web.components.parts import Column, Table, TableCell, TableRow
from peelian.web.force.people import names_in_trail
from peelian.web.force.reader import Caller
from peelian.web.force.tables import BLANK, plain_table
from peelian.web.force.trail import words
from peelian.web.force.trail.tables import addresses_open_to
from peelian.web.force.words import moment


def alerts_table(alerts: Sequence[Alert], who: Caller, caption: str) -> Table | None:
    """One line for each alert in the order given; None where there is none."""
    if not alerts:
        return None
    names = names_in_trail(alert.actor for alert in alerts)
    rows = [
        (
            TableCell(
                names[alert.actor],
                under=_("looked at {person}").format(person=alert.person),
                url=who.url("look-up-alert", str(alert.pk)),
            ),
            TableCell(" ".join(alert.sentences)),
            TableCell(date_format(alert.review.night, "j F Y")),
            TableCell(_newest_finding(alert)),
        )
        for alert in alerts
    ]
    heads = (_("Who, and whom they looked at"), _("Why it is listed"), _("Night"), _("Verdict"))
    return plain_table(caption, heads, rows)


def _newest_finding(alert: Alert) -> str:
    said = sorted(alert.verdicts.all(), key=lambda one: (one.at, one.pk))
    return short(said[-1]) if said else _("None yet")


def sights_table(opened: OpenedAlert, who: Caller) -> Table | None:
    """The look-ups themselves, as the trail has them."""
    if not opened.sights:
        return None
    links = addresses_open_to(who, ((one.record_type, one.record_ref) for one in opened.sights))
    reads_trail = has_power(
        who.actor, Power.REVIEW_TRAIL, force_id=opened.alert.force_id, at=who.at
    )
    rows = []
    for sight in opened.sights:
        entry = as_read(Theirs(sight, (), by_another=False), who.actor.trail_name)
        rows.append(
            (
                TableCell(
                    str(sight.sequence),
                    url=who.url("trail-entry", str(sight.sequence)) if reads_trail else "",
                ),
                TableCell(moment(sight.at)),
                TableCell(
                    words.kind_called(sight.record_type),
                    under=sight.record_ref,
                    url=links.get((sight.record_type, sight.record_ref), ""),
                ),
                TableCell(words.tie(entry) or BLANK, under=words.reason(entry)),
            )
        )
    heads = (_("Entry in the trail"), _("When"), _("Record"), _("Relationship and reason"))
    return plain_table(_("The look-ups"), heads, rows)


def verdicts_table(verdicts: Sequence[Verdict]) -> Table | None:
    """What was said of an alert, oldest first; the last line counts."""
    if not verdicts:
        return None
    names = names_in_trail(one.by for one in verdicts)
    rows = [
        (
            TableCell(moment(one.at)),
            TableCell(names[one.by]),
            TableCell(short(one), under=_titles(one.wrong)),
            TableCell(one.words),
        )
        for one in verdicts
    ]
    return plain_table(_("Verdicts"), (_("When"), _("By"), _("Verdict"), _("In words")), rows)


def short(verdict: Verdict) -> str:
    """A finding without what follows from it."""
    return str(FINDINGS[verdict.found]).partition(":")[0]


def _titles(signals: Collection[str]) -> str:
    named = {str(signal): title for signal, title in TITLES.items()}
    return "; ".join(named.get(one, one) for one in signals)


def precision_table(rows: Sequence[Precision]) -> Table | None:
    """How often each signal was right."""
    if not rows:
        return None
    lines = tuple(
        TableRow(
            (
                TableCell(str(TITLES[row.signal])),
                TableCell(f"{row.listed:,}"),
                TableCell(f"{row.suspected:,}"),
                TableCell(f"{row.not_misuse:,}"),
                TableCell(f"{row.cannot_tell:,}"),
                TableCell(f"{row.called_wrong:,}"),
                TableCell(f"{row.open:,}"),
                _precision(row),
            )
        )
        for row in rows
    )
    heads = (
        Column(_("Signal")),
        Column(_("Listed"), numeric=True),
        Column(_("Misuse suspected"), numeric=True),
        Column(_("Not misuse"), numeric=True),
        Column(_("Cannot tell"), numeric=True),
        Column(_("Called wrong"), numeric=True),
        Column(_("Not judged"), numeric=True),
        Column(_("Suspected, of those told"), numeric=True),
    )
    return Table(_("What became of alerts, by signal"), heads, lines)


def _precision(row: Precision) -> TableCell:
    told = row.suspected + row.not_misuse
    if row.share is None or not told:
        return TableCell(_("Nothing judged"), status="no_data")
    return TableCell(
        _("{suspected} of {told}").format(suspected=row.suspected, told=told),
        under=_between(row.share.lower, row.share.upper),
    )


def groups_table(check: GroupCheck, caption: str) -> Table | None:
    """Rates of listing by group, unknown beside known; None where no group is recorded."""
    if not check.groups:
        return None
    lines = tuple(TableRow(_group_cells(row)) for row in (*check.groups, check.unknown))
    heads = (
        Column(_("Ethnic group")),
        Column(_("Listed"), numeric=True),
        Column(_("Share listed"), numeric=True),
        Column(
            _("Beside {group}").format(group=check.compared_with)
            if check.compared_with
            else _("Ratio"),
            numeric=True,
        ),
    )
    return Table(caption, heads, lines)


def _group_cells(row: GroupRate) -> tuple[TableCell, ...]:
    name = _("Not recorded") if row.group == "Not recorded" else row.group
    if row.hidden or row.size is None or row.listed is None:
        gone = TableCell(_("Hidden: small group"), status="suppressed")
        return (TableCell(name, under=row.note), gone, gone, gone)
    listed = _("{listed} of {size}").format(listed=f"{row.listed:,}", size=f"{row.size:,}")
    share = (
        TableCell(_between(row.rate.lower, row.rate.upper))
        if row.rate is not None
        else TableCell(BLANK)
    )
    return (TableCell(name), TableCell(listed), share, _ratio(row))


def _ratio(row: GroupRate) -> TableCell:
    if row.ratio is None or row.interval is None:
        return TableCell(row.note or BLANK)
    under = _("{low} to {high}").format(
        low=f"{row.interval.lower:.1f}", high=f"{row.interval.upper:.1f}"
    )
    if row.bounds is not None:
        low, high = row.bounds
        under += "; " + _("{low} to {high} if those not recorded were known").format(
            low=f"{low:.1f}", high=f"{high:.1f}"
        )
    return TableCell(_("{ratio} times").format(ratio=f"{row.ratio:.1f}"), under=under)


def _between(low: float, high: float) -> str:
    return _("likely range {low}% to {high}%").format(
        low=f"{100 * low:.1f}", high=f"{100 * high:.1f}"
    )


def not_recorded(check: GroupCheck) -> str:
    """Of how many the group is not known, in a sentence."""
    known = sum(row.size or 0 for row in check.groups)
    hidden = any(row.hidden for row in check.groups)
    unknown = check.unknown.size or 0
    if hidden:
        return _("Ethnic group not recorded for {unknown}.").format(unknown=f"{unknown:,}")
    return ngettext(
        "Ethnic group not recorded for {unknown} of {everybody}.",
        "Ethnic group not recorded for {unknown} of {everybody}.",
        unknown,
    ).format(unknown=f"{unknown:,}", everybody=f"{known + unknown:,}")
