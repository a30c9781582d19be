"""How long each kind of record is kept, whose rule that is, and the force's own rules."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from peelian.access.standing import local_day
from peelian.engines.retention.errors import RetentionError
from peelian.engines.retention.rules import rules_of, set_retention
from peelian.web.components.parts import TableCell
from peelian.web.force.keeping.desk import done, keeper, page
from peelian.web.force.keeping.forms import RuleForm
from peelian.web.force.pages import Page
from peelian.web.force.tables import plain_table


def rules(request: HttpRequest) -> HttpResponse:
    """The rules of today, and a form for one of the force's own."""
    who = keeper(request)
    form = RuleForm(request.POST if request.method == "POST" else None, auto_id="rule-%s")
    if form.is_bound and form.is_valid():
        try:
            set_retention(
                force_id=who.actor.force_id, actor=who.actor, at=who.at, **form.cleaned_data
            )
        except RetentionError as error:
            form.add_error(None, str(error))
        else:
            return done(request, _("The rule is written down."), who.url("rules"))
    rows = [
        (
            TableCell(one.says),
            TableCell(str(one.years)),
            TableCell(str(one.review_years)),
            TableCell(one.authority),
            TableCell(_("The force's own") if one.own else _("As declared")),
        )
        for one in rules_of(who.actor.force_id, on=local_day(who.at))
    ]
    heads = (_("Records"), _("Years"), _("Then every"), _("Whose rule"), _("Set by"))
    return page(
        request,
        who,
        "rules",
        _("How long things are kept"),
        status=400 if form.errors else 200,
        table=plain_table(_("Rules"), heads, rows),
        form=form,
    )


pages = (Page("keeping/rules/", rules, "rules"),)
