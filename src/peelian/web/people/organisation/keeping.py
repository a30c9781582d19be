"""Units, posts and who holds them, by hand: for what no extract brings."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.access.giving.posts import end_holding, hold_post, make_post
from peelian.access.giving.units import make_unit, move_unit
from peelian.access.powers import Power
from peelian.access.roles import ALL_ROLES
from peelian.spine.post import Holding, Post
from peelian.spine.unit import UNIT_KINDS
from peelian.web.components.parts import Link
from peelian.web.doors import audience
from peelian.web.people.deed import Deed, deed_page
from peelian.web.people.desk import Desk, desk_of
from peelian.web.people.inputs import DayField, DeedForm
from peelian.web.people.organisation.names import units_on

REFERENCE = gettext_lazy("What the organisation calls it by, such as a number or a short word.")
TOP = gettext_lazy("Nothing: it stands at the top")
OPTIONAL = False


class UnitForm(DeedForm):
    """A new unit."""

    unit_ref = forms.CharField(label=gettext_lazy("Reference"), help_text=REFERENCE, max_length=40)
    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=[(kind, kind) for kind in UNIT_KINDS.codes]
    )
    parent = forms.ChoiceField(label=gettext_lazy("Stands under"), required=OPTIONAL)
    on = DayField(label=gettext_lazy("First day"))


class MoveForm(DeedForm):
    """A unit and its new parent."""

    unit = forms.ChoiceField(label=gettext_lazy("Unit"))
    parent = forms.ChoiceField(label=gettext_lazy("Stands under"), required=OPTIONAL)
    on = DayField(label=gettext_lazy("From this day on"))


class PostForm(DeedForm):
    """A new post."""

    post_ref = forms.CharField(label=gettext_lazy("Reference"), help_text=REFERENCE, max_length=40)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=120)
    unit = forms.ChoiceField(label=gettext_lazy("Unit"))
    line = forms.CharField(
        label=gettext_lazy("Reference of the post of its line manager (optional)"),
        max_length=40,
        required=OPTIONAL,
    )
    roles = forms.MultipleChoiceField(
        label=gettext_lazy("Roles that it brings (optional)"),
        help_text=gettext_lazy("To choose any takes the power to give roles."),
        widget=forms.CheckboxSelectMultiple,
        required=OPTIONAL,
    )
    on = DayField(label=gettext_lazy("First day"))


class HoldingForm(DeedForm):
    """Somebody in a post."""

    post_ref = forms.CharField(label=gettext_lazy("Reference of the post"), max_length=40)
    officer_ref = forms.CharField(label=gettext_lazy("Staff number"), max_length=40)
    on = DayField(label=gettext_lazy("First day"))
    until = DayField(label=gettext_lazy("Last day (optional)"), required=OPTIONAL)


class LeavingForm(DeedForm):
    """The end of a holding."""

    last_day = DayField(
        label=gettext_lazy("Last day"),
        help_text=gettext_lazy("Choose yesterday to take the post away at once."),
    )


@audience("force")
def new_unit(request: HttpRequest) -> HttpResponse:
    """Make a unit."""
    desk, force_id = _keeper(request)

    def make(data: Any) -> UnitForm:
        form = UnitForm(data)
        form.choose("parent", [("", str(TOP)), *units_on(force_id, desk.at)])
        return form

    return deed_page(
        request,
        desk,
        _deed(_("Make a unit"), _("Make it"), _("The unit is made.")),
        make,
        lambda given: make_unit(
            force_id=force_id,
            unit_ref=given["unit_ref"],
            name=given["name"],
            kind=given["kind"],
            parent_ref=given["parent"] or None,
            on=given["on"],
            actor=desk.actor,
            at=desk.at,
        ),
    )


@audience("force")
def moved_unit(request: HttpRequest) -> HttpResponse:
    """Move a unit under another one."""
    desk, force_id = _keeper(request)

    def make(data: Any) -> MoveForm:
        form = MoveForm(data)
        units = units_on(force_id, desk.at)
        form.choose("unit", units)
        form.choose("parent", [("", str(TOP)), *units])
        return form

    return deed_page(
        request,
        desk,
        _deed(_("Move a unit"), _("Move it"), _("The unit stands in its new place.")),
        make,
        lambda given: move_unit(
            force_id=force_id,
            unit_ref=given["unit"],
            parent_ref=given["parent"] or None,
            on=given["on"],
            actor=desk.actor,
            at=desk.at,
        ),
    )


@audience("force")
def new_post(request: HttpRequest) -> HttpResponse:
    """Make a post."""
    desk, force_id = _keeper(request)

    def make(data: Any) -> PostForm:
        form = PostForm(data)
        form.choose("unit", units_on(force_id, desk.at))
        form.choose("roles", [(one.key, _(one.title)) for one in ALL_ROLES])
        return form

    return deed_page(
        request,
        desk,
        _deed(_("Make a post"), _("Make it"), _("The post is made.")),
        make,
        lambda given: make_post(
            force_id=force_id,
            post_ref=given["post_ref"],
            title=given["title"],
            unit_ref=given["unit"],
            line_post_ref=given["line"].strip() or None,
            roles=given["roles"],
            on=given["on"],
            actor=desk.actor,
            at=desk.at,
        ),
    )


@audience("force")
def new_holding(request: HttpRequest) -> HttpResponse:
    """Put somebody in a post."""
    desk, force_id = _keeper(request)
    return deed_page(
        request,
        desk,
        _deed(
            _("Put somebody in a post"),
            _("Put them in it"),
            _("They hold the post."),
            says=_("With a post come its roles, from the first day to the last."),
        ),
        HoldingForm,
        lambda given: hold_post(
            force_id=force_id,
            post_ref=given["post_ref"].strip(),
            officer_ref=given["officer_ref"].strip(),
            on=given["on"],
            until=given["until"],
            actor=desk.actor,
            at=desk.at,
        ),
    )


@audience("force")
def ended_holding(request: HttpRequest, number: int) -> HttpResponse:
    """Take somebody out of a post."""
    desk, force_id = _keeper(request)
    found = Holding.objects.filter(pk=number, force_id=force_id).first()
    if found is None:
        raise Http404
    post = Post.objects.filter(force_id=force_id, post_ref=found.post_ref).first()
    title = _("{number} leaves the post {post}").format(
        number=found.officer_ref, post=post.title if post else found.post_ref
    )
    return deed_page(
        request,
        desk,
        _deed(
            title,
            _("End it"),
            _("They leave the post."),
            says=_("What the post opened to them is shut after the last day."),
        ),
        LeavingForm,
        lambda given: end_holding(
            holding=found, last_day=given["last_day"], actor=desk.actor, at=desk.at
        ),
    )


def _keeper(request: HttpRequest) -> tuple[Desk, str]:
    desk = desk_of(request)
    return desk, desk.must(Power.MANAGE_ORGANISATION)


def _deed(title: str, button: str, done: str, *, says: str = "") -> Deed:
    return Deed(
        title=title,
        says=says,
        button=button,
        done=done,
        then=reverse("organisation"),
        crumbs=(Link(_("Organisation"), reverse("organisation")),),
    )


AT = "people/organisation/"
urls: list[URLPattern] = [
    path(f"{AT}units/new/", new_unit, name="make-unit"),
    path(f"{AT}units/move/", moved_unit, name="move-unit"),
    path(f"{AT}posts/new/", new_post, name="make-post"),
    path(f"{AT}holdings/new/", new_holding, name="hold-post"),
    path(f"{AT}holdings/<int:number>/end/", ended_holding, name="end-holding"),
]
