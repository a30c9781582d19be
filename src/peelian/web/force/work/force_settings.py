"""The numbers that a force sets for itself: each with its default, whose it is and since when."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from peelian import catalogue
from peelian.access.decide import NotAllowed
from peelian.access.standing import local_day
from peelian.engines.duties.declared_settings import Declared, declared_settings
from peelian.engines.duties.errors import DutyError
from peelian.engines.duties.set_force_setting import can_set, set_force_setting
from peelian.engines.duties.settings import ForceSetting, setting_on
from peelian.engines.duties.supervised import supervises
from peelian.web.components.parts import Link, Table, TableCell
from peelian.web.force.pages import Page
from peelian.web.force.people import names_in_trail
from peelian.web.force.reader import Caller, caller
from peelian.web.force.tables import plain_table
from peelian.web.force.words import in_text
from peelian.web.force.work.forms import SettingForm
from peelian.web.people.kept import kept_form

SETTINGS = "settings"


def all_settings() -> tuple[Declared, ...]:
    """Every setting that a rule, a guided assessment, an audit, a panel or a survey names."""
    return declared_settings(
        (
            *catalogue.rules(),
            *catalogue.procedures(),
            *catalogue.audits(),
            *catalogue.panels(),
            *catalogue.surveys(),
        )
    )


@require_safe
def settings(request: HttpRequest) -> HttpResponse:
    """All of them as they stand today."""
    who = _reader(request)
    day, force_id = local_day(who.at), who.actor.force_id
    rows = []
    own = 0
    for one in all_settings():
        now = setting_on(one.setting, force_id, day)
        own += now.own
        rows.append(
            (
                TableCell(one.setting.says, under=one.setting.key,
                          url=who.url("duty-setting", one.setting.key)),
                TableCell(f"{now.value} {one.setting.unit}"),
                TableCell(_("The force's own") if now.own else _("Peelian's default")),
                TableCell(now.authority),
                TableCell("; ".join(one.used_by)),
            )
        )  # fmt: skip
    heads = (_("Setting"), _("Today"), _("Set by"), _("Whose rule"), _("Used by"))
    title = _("Settings of the force")
    return render(
        request,
        "force/work/settings.html",
        {
            "page_title": title,
            "navigation": who.menu(SETTINGS),
            "breadcrumbs": who.way_here(Link(title, "", current=True)),
            "answer": ngettext(
                "{own} of {n} number is the force's own; the others stand at Peelian's default.",
                "{own} of {n} numbers are the force's own; the others stand at Peelian's default.",
                len(rows),
            ).format(own=own, n=len(rows)),
            "table": plain_table(title, heads, rows) if rows else None,
        },
    )


def setting(request: HttpRequest, key: str) -> HttpResponse:
    """One of them: what it was from when on, and a form for the next."""
    who = _reader(request)
    found = next((one for one in all_settings() if one.setting.key == key), None)
    if found is None:
        raise Http404
    one = found.setting
    form = SettingForm(
        request.POST if request.method == "POST" else kept_form(request),
        label=_("The number, in {unit}").format(unit=one.unit),
    )
    if request.method == "POST" and form.is_valid():
        try:
            set_force_setting(
                one,
                force_id=who.actor.force_id,
                value=form.cleaned_data["value"],
                starts_on=form.cleaned_data["starts_on"],
                authority=form.cleaned_data["authority"],
                actor=who.actor,
                at=who.at,
            )
        except (DutyError, NotAllowed) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Set. Clocks that begin from that day on go by it."))
            return redirect(who.url("duty-settings"))
    now = setting_on(one, who.actor.force_id, local_day(who.at))
    whose = _("the force's own") if now.own else _("Peelian's default")
    return render(
        request,
        "force/work/setting.html",
        {
            "page_title": one.says,
            "navigation": who.menu(SETTINGS),
            "breadcrumbs": who.way_here(
                Link(_("Settings of the force"), who.url("duty-settings")),
                Link(one.says, "", current=True),
            ),
            "answer": _("{value} {unit} today: {whose}.").format(
                value=now.value, unit=one.unit, whose=whose
            ),
            "default": f"{one.default} {one.unit}",
            "used_by": found.used_by,
            "table": _past(who, found),
            "form": form if can_set(who.actor.force_id, actor=who.actor, at=who.at) else None,
            "back": who.url("duty-settings"),
        },
        status=400 if form.errors else 200,
    )


def _past(who: Caller, found: Declared) -> Table | None:
    kept = ForceSetting.objects.filter(force_id=who.actor.force_id, key=found.setting.key)
    kept = kept.order_by("-starts_on")
    names = names_in_trail(row.set_by for row in kept)
    rows = [
        (
            TableCell(in_text("starts_on", row.starts_on)),
            TableCell(f"{row.value} {found.setting.unit}"),
            TableCell(row.authority),
            TableCell(names[row.set_by]),
        )
        for row in kept
    ]
    heads = (_("From"), _("Set to"), _("Where the force says so"), _("Written down by"))
    return plain_table(_("What the force has set"), heads, rows) if rows else None


def _reader(request: HttpRequest) -> Caller:
    """Whoever hands out work of the force or sets its numbers; for others there is no such page."""
    who = caller(request)
    sets = can_set(who.actor.force_id, actor=who.actor, at=who.at)
    if not who.actor.force_id or not (sets or supervises(who.actor, who.at)):
        raise Http404
    return who


pages = (
    Page("work/settings/", settings, "duty-settings"),
    Page("work/settings/<str:key>/", setting, "duty-setting"),
)
