"""One record under review: its rule, what holds it, what was decided before, and the decision."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from peelian.engines.retention.errors import RetentionError
from peelian.engines.retention.holding import hold, holds_on
from peelian.engines.retention.models import Review
from peelian.engines.retention.reach import record_of
from peelian.engines.retention.reviewing import kept_until, review, rule_for
from peelian.engines.retention.words import Decision, HoldKind, ReviewReason
from peelian.records.base import Record
from peelian.records.schema import type_key
from peelian.web.components.parts import SummaryRow, TableCell
from peelian.web.force.keeping.desk import done, keeper, names_of, page
from peelian.web.force.keeping.forms import HoldForm, ReviewForm
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller
from peelian.web.force.registers import register_of
from peelian.web.force.tables import plain_table
from peelian.web.force.words import in_text, moment


def decide(request: HttpRequest, key: str, record_id: str) -> HttpResponse:
    """The review of a record, and its answer."""
    who, one = keeper(request), register_of(key)
    record = record_of(who.actor, one.model, record_id, who.tables, at=who.at)
    form = ReviewForm(request.POST if request.method == "POST" else None, auto_id="review-%s")
    if form.is_bound and form.is_valid():
        try:
            made = review(
                one.model,
                record_id,
                decision=Decision(form.cleaned_data["decision"]),
                reason=ReviewReason(form.cleaned_data["reason"]),
                words=form.cleaned_data["words"],
                next_on=form.cleaned_data["next_on"],
                actor=who.actor,
                at=who.at,
                tables=who.tables,
            )
        except RetentionError as error:
            form.add_error(None, str(error))
        else:
            said = (
                _("Kept until {day}.").format(day=in_text("", made.next_on))
                if made.next_on
                else _("Proposed. A second person looks at what goes, and confirms.")
            )
            return done(request, said, who.url("due", key))
    return page(
        request,
        who,
        "review",
        _("Review: {record}").format(record=_called(record, one.reference)),
        status=400 if form.errors else 200,
        form=form,
        facts=_facts(record, who),
        before=_before(record),
        record=who.url("record", key, record_id),
        hold=who.url("hold", key, record_id),
    )


def hold_back(request: HttpRequest, key: str, record_id: str) -> HttpResponse:
    """Hold one record back from erasure."""
    who, one = keeper(request), register_of(key)
    record = record_of(who.actor, one.model, record_id, who.tables, at=who.at)
    form = HoldForm(request.POST if request.method == "POST" else None, auto_id="hold-%s")
    if form.is_bound and form.is_valid():
        try:
            hold(
                one.model,
                record_id,
                kind=HoldKind(form.cleaned_data["kind"]),
                words=form.cleaned_data["words"],
                actor=who.actor,
                at=who.at,
                tables=who.tables,
            )
        except RetentionError as error:
            form.add_error(None, str(error))
        else:
            return done(request, _("Held."), who.url("review", key, record_id))
    return page(
        request,
        who,
        "hold",
        _("Hold back: {record}").format(record=_called(record, one.reference)),
        status=400 if form.errors else 200,
        form=form,
        back=who.url("review", key, record_id),
    )


def _called(record: Record, reference: str) -> str:
    return str(getattr(record, reference) or record.record_id)


def _facts(record: Record, who: Caller) -> tuple[SummaryRow, ...]:
    rule, until = rule_for(record, who.at), kept_until(record, who.at)
    holds = holds_on(record.force_id, type_key(type(record)), record.record_id, at=who.at)
    told = ", ".join(f"{one.get_kind_display()}: {one.words}" for one in holds)
    return (
        SummaryRow(_("Rule"), f"{rule.says} {rule.authority}"),
        SummaryRow(
            _("Kept at least until"),
            in_text("", until) if until else _("what it tells of is over"),
        ),
        SummaryRow(_("Holds"), told or _("None")),
    )


def _before(record: Record) -> object:
    rows = Review.objects.filter(record_type=type_key(type(record)), record_id=record.record_id)
    found = list(rows.order_by("-pk"))
    names = names_of({one.by for one in found})
    if not found:
        return None
    cells = [
        (
            TableCell(moment(one.at)),
            TableCell(str(one.get_decision_display())),
            TableCell(str(one.get_reason_display()), under=one.words),
            TableCell(names.get(one.by, one.by)),
        )
        for one in found
    ]
    return plain_table(_("Reviews"), (_("When"), _("Decision"), _("Why"), _("By")), cells)


pages = (
    Page("keeping/review/<str:key>/<str:record_id>/", decide, "review"),
    Page("keeping/hold/<str:key>/<str:record_id>/", hold_back, "hold"),
)
