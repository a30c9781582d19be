"""Files of an audit become work: each a task about its record, with an owner and an end."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from peelian.access.decide import NotAllowed
from peelian.engines.audits.declared import PASSED
from peelian.engines.audits.models import Item
from peelian.engines.audits.reading import results_open
from peelian.engines.audits.running import check_runs
from peelian.engines.duties.errors import DutyError
from peelian.engines.duties.giving import give_tasks
from peelian.records.schema import type_key
from peelian.web.force.audits.item_list import CHOSEN, reference_of
from peelian.web.force.audits.opening import open_run, or_missing
from peelian.web.force.audits.results import card_url
from peelian.web.force.pages import Page
from peelian.web.force.work.forms import GiveForm
from peelian.web.force.work.posts import as_choices, posts_of_force, receivers


@or_missing
@require_POST
def give(request: HttpRequest, ref: str) -> HttpResponse:
    """Files that were chosen become tasks, each about its record, with an owner and an end."""
    opened = open_run(request, ref)
    who, run = opened.who, opened.run
    check_runs(who.actor, run.force_id, at=who.at)
    if not results_open(run, actor=who.actor, at=who.at):
        raise Http404
    key = type_key(opened.audit.record_type)
    chosen = list(dict.fromkeys(request.POST.getlist(CHOSEN)))
    drawn = set(Item.objects.filter(run=run, of_id__in=chosen).values_list("of_id", flat=True))
    refs = [(key, one) for one in chosen if one in drawn and reference_of(opened, one)]
    if not refs:
        messages.error(request, _("Choose the files that are to become work."))
        return redirect(opened.page("files"))
    sent: Any = request.POST if "title" in request.POST else None
    posts = posts_of_force(who.actor, who.at)
    form = GiveForm(sent, as_choices(receivers(who.actor, posts, who.at)))
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            list_ref = give_tasks(
                refs,
                title=given["title"],
                words=given["words"],
                post_ref=given["post_ref"],
                due_on=given["due_on"],
                risk=given["risk"],
                figure=card_url(opened, PASSED).rsplit("/", 1)[-1],
                actor=who.actor,
                at=who.at,
                tables=who.tables,
            )
        except (DutyError, NotAllowed) as error:
            form.add_error(None, str(error))
        else:
            told = ngettext("{n} task is given.", "{n} tasks are given.", len(refs))
            messages.success(request, told.format(n=len(refs)))
            return redirect(who.url("task-list", list_ref))
    return render(
        request,
        "force/audits/give.html",
        {
            "page_title": _("Make work of these files"),
            "navigation": who.menu("audits"),
            "breadcrumbs": opened.way_from(_("Make work of these files")),
            "number": len(refs),
            "rows": [address for _key, address in refs],
            "form": form,
            "back": opened.page("files"),
        },
        status=400 if form.errors else 200,
    )


pages = (Page("audits/runs/<str:ref>/give/", give, "audit-give"),)
