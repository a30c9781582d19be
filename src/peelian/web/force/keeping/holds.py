"""The holds of a force: those that stand, how they are lifted, and holds on whole kinds."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.access.dated import counts_at
from peelian.engines.registers.errors import NoSuchRecord
from peelian.engines.retention.errors import RetentionError
from peelian.engines.retention.holding import hold_all, lift_hold
from peelian.engines.retention.models import Hold
from peelian.engines.retention.reach import in_reach
from peelian.engines.retention.words import HoldKind
from peelian.web.components.parts import SummaryRow, Table, TableCell
from peelian.web.force.keeping.desk import called, done, keeper, names_of, page
from peelian.web.force.keeping.forms import LiftForm, WideHoldForm
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller
from peelian.web.force.registers import Register, register_of
from peelian.web.force.tables import plain_table
from peelian.web.force.words import moment


def holds(request: HttpRequest) -> HttpResponse:
    """The holds that stand, and a form for one over many records."""
    who = keeper(request)
    registers = [Register(model) for model in catalogue.REGISTERS]
    form = WideHoldForm(
        request.POST if request.method == "POST" else None,
        [(one.key, one.many) for one in registers],
    )
    if form.is_bound and form.is_valid():
        wanted = form.cleaned_data["record_type"]
        try:
            hold_all(
                force_id=who.actor.force_id,
                model=register_of(wanted).model if wanted else None,
                kind=HoldKind(form.cleaned_data["kind"]),
                words=form.cleaned_data["words"],
                actor=who.actor,
                at=who.at,
            )
        except RetentionError as error:
            form.add_error(None, str(error))
        else:
            return done(request, _("Held."), who.url("holds"))
    return page(
        request,
        who,
        "holds",
        _("Holds"),
        status=400 if form.errors else 200,
        table=_table(who),
        form=form,
    )


def lift(request: HttpRequest, number: int) -> HttpResponse:
    """End one hold, for a reason."""
    who = keeper(request)
    found = next((one for one in _standing(who) if one.pk == number), None)
    if found is None:
        raise Http404
    form = LiftForm(request.POST if request.method == "POST" else None, auto_id="lift-%s")
    if form.is_bound and form.is_valid():
        try:
            lift_hold(
                found,
                because=form.cleaned_data["because"],
                actor=who.actor,
                at=who.at,
                tables=who.tables,
            )
        except RetentionError as error:
            form.add_error(None, str(error))
        else:
            return done(request, _("Lifted. Nothing is erased by that."), who.url("holds"))
    return page(
        request,
        who,
        "lift",
        _("Lift a hold"),
        status=400 if form.errors else 200,
        form=form,
        back=who.url("holds"),
        facts=(
            SummaryRow(_("What it covers"), _covers(who, found)),
            SummaryRow(_("What for"), f"{found.get_kind_display()}: {found.words}"),
            SummaryRow(_("Since"), moment(found.starts_at)),
        ),
    )


def _standing(who: Caller) -> list[Hold]:
    """The holds of which this person may know: of hidden records there are none."""
    rows = Hold.objects.filter(counts_at(who.at), force_id=who.actor.force_id).order_by("-pk")
    return [one for one in rows if not one.record_id or _in_reach(who, one)]


def _in_reach(who: Caller, one: Hold) -> bool:
    try:
        model = register_of(one.record_type).model
    except NoSuchRecord:
        return False
    return in_reach(who.actor, model, one.record_id, who.tables, at=who.at) is not None


def _table(who: Caller) -> Table | None:
    found = _standing(who)
    names = names_of({one.placed_by for one in found})
    rows = [
        (
            TableCell(_covers(who, one), url=_url(who, one)),
            TableCell(str(one.get_kind_display()), under=one.words),
            TableCell(moment(one.starts_at)),
            TableCell(names.get(one.placed_by, one.placed_by)),
            TableCell(_("Lift"), url=who.url("lift-hold", str(one.pk))),
        )
        for one in found
    ]
    heads = (_("What"), _("What for"), _("Since"), _("By"), _("To do"))
    return plain_table(_("Holds"), heads, rows) if rows else None


def _covers(who: Caller, one: Hold) -> str:
    if not one.record_type:
        return _("Every record of the force")
    register = register_of(one.record_type)
    if not one.record_id:
        return _("All {records}").format(records=register.many.lower())
    return called(who, one.record_type, one.record_id)


def _url(who: Caller, one: Hold) -> str:
    return who.url("review", one.record_type, one.record_id) if one.record_id else ""


pages = (
    Page("keeping/holds/", holds, "holds"),
    Page("keeping/holds/<int:number>/lift/", lift, "lift-hold"),
)
