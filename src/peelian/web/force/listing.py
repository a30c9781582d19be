"""The list of a register: filters, words to search for and pages, all in the address."""

from collections.abc import Mapping

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from peelian.access.decide import may
from peelian.access.user import User
from peelian.access.verbs import Verb
from peelian.access.visible import visible
from peelian.engines.registers.collecting import check_typed
from peelian.engines.registers.errors import NotTyped
from peelian.engines.registers.listing import UnknownFilter, WrongPlace, list_rows
from peelian.records.codes import CodeList
from peelian.records.feed_ages import feed_ages
from peelian.records.months import NotAMonth, parse
from peelian.records.schema import codes_of, fields_of
from peelian.web.components.feed_ages import FeedsLine, feeds_line
from peelian.web.components.parts import Link
from peelian.web.errors import refuse
from peelian.web.force.asking import SEARCH
from peelian.web.force.exports import may_take_out
from peelian.web.force.pages import Page
from peelian.web.force.reader import Caller, caller
from peelian.web.force.registers import Register, check_seen, register_of
from peelian.web.force.tables import sheet_of
from peelian.web.force.units import unit_names
from peelian.web.force.words import heading
from peelian.web.public.row_table import common, row_table

MONTH = "month"
AFTER = "after"
# Longer lists of words are for the search box.
LONGEST_CHOICE = 60


class ListFilters(forms.Form):
    """What a list can be narrowed by: only fields that are open to the reader in some row."""

    def __init__(
        self, given: Mapping[str, str], who: Caller, register: Register, units: Mapping[str, str]
    ) -> None:
        super().__init__(given, auto_id="filter-%s")
        codes = codes_of(register.model)
        opened = set(visible(who.actor, register.model, at=who.at).columns)
        protected = register.protected
        for card in fields_of(register.model):
            if card.name not in opened:
                continue
            if card.name in codes and len(codes[card.name].codes) <= LONGEST_CHOICE:
                self.fields[card.name] = _choice(heading(card), codes[card.name])
            elif card.name == protected.unit and units:
                named = sorted(units.items(), key=lambda pair: pair[1])
                self.fields[card.name] = forms.ChoiceField(
                    label=heading(card), choices=[("", _("All")), *named], required=False
                )
            elif card.name == protected.reference:
                self.fields[card.name] = forms.CharField(
                    label=heading(card), max_length=64, required=False
                )
            elif card.name == MONTH:
                self.fields[card.name] = forms.CharField(
                    label=_("Month, such as 2026-03"), required=False, validators=[check_month]
                )
        self.fields[SEARCH] = forms.CharField(
            label=_("Words to search for"), max_length=200, required=False
        )

    def chosen(self) -> dict[str, str]:
        """The filters that say something, without the words."""
        return {
            name: str(value).strip()
            for name, value in self.cleaned_data.items()
            if name != SEARCH and str(value).strip()
        }


def check_month(text: str) -> None:
    """Raise `ValidationError` unless this is a month."""
    try:
        parse(text.strip())
    except NotAMonth as error:
        raise forms.ValidationError(
            _("Write a month as year and month, such as 2026-03.")
        ) from error


def may_add(actor: User, register: Register, who: Caller) -> bool:
    """Whether this person enters such records by hand in their force."""
    if not actor.force_id or not may(actor, Verb.COLLECT, register.model, at=who.at):
        return False
    try:
        check_typed(register.model, actor.force_id)
    except NotTyped:
        return False
    return True


def feeds_of(who: Caller, one: Register) -> FeedsLine | None:
    """How old the rows of the reader's force are; nothing for readers of no force."""
    force_id = who.actor.force_id
    if not force_id:
        return None
    return feeds_line(feed_ages((one.model,), force_id, who.tables, at=who.at))


def registers(request: HttpRequest) -> HttpResponse:
    """Every register of which this person may see anything."""
    who = caller(request)
    return render(
        request,
        "force/registers.html",
        {
            "page_title": _("Registers"),
            "navigation": who.menu("registers"),
            "breadcrumbs": who.way_here(Link(_("Registers"), "", current=True)),
            "registers": register_links(who),
        },
    )


def register_links(who: Caller) -> tuple[Link, ...]:
    """A link to each register of this person, with what its records are."""
    return tuple(
        Link(one.many, who.url("register", one.key), detail=_summary(one)) for one in who.registers
    )


def register(request: HttpRequest, key: str) -> HttpResponse:
    """One page of a register, newest first."""
    who, one = caller(request), register_of(key)
    check_seen(who.actor, one, who.tables, who.at)
    units = unit_names(who.actor, who.at)
    form = ListFilters(request.GET, who, one, units)
    context = {
        "page_title": one.many,
        "navigation": who.menu("registers"),
        "breadcrumbs": who.way_here(
            Link(_("Registers"), who.url("registers")), Link(one.many, "", current=True)
        ),
        "form": form,
        "feeds": feeds_of(who, one),
        "here": who.url("register", one.key),
        "add": Link(_("Add one by hand"), who.url("add", one.key))
        if may_add(who.actor, one, who)
        else None,
    }
    if not form.is_valid():
        return render(request, "force/register.html", context, status=400)
    chosen, words = form.chosen(), form.cleaned_data[SEARCH].strip()
    after = request.GET.get(AFTER, "")
    try:
        found = list_rows(
            who.actor, one.model, who.tables, filters=chosen, search=words, after=after, at=who.at
        )
    except (UnknownFilter, WrongPlace) as error:
        return refuse(request, str(error))
    sheet = sheet_of(one, found, who, units)
    asked = urlencode({**chosen, **({SEARCH: words} if words else {})})
    onward = urlencode({**chosen, SEARCH: words, AFTER: found.after or ""})
    here = context["here"]
    context |= {
        "common": common(sheet) if len(found.rows) > 1 else (),
        "table": row_table(sheet, one.many),
        "number": len(found.rows),
        "narrowed": bool(asked),
        "first": Link(_("First page"), f"{here}?{asked}") if after else None,
        "next": Link(_("Next page"), f"{here}?{onward}") if found.after else None,
        "export": Link(_("Take these out as a file"), f"{who.url('ask-export', one.key)}?{asked}")
        if may_take_out(who, one)
        else None,
    }
    return render(request, "force/register.html", context)


def _summary(register: Register) -> str:
    doc = (register.model.__doc__ or "").strip().splitlines()
    return doc[0] if doc else ""


def _choice(label: str, codes: CodeList) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=[("", _("All")), *((code, code) for code in codes.codes)],
        required=False,
    )


pages = (
    Page("records/", registers, "registers"),
    Page("records/<str:key>/", register, "register"),
)
