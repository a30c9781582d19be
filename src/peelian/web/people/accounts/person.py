"""One account: what it holds, why and since when, and what an administrator can do about it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian.access.dated import counts_at
from peelian.access.giving.looks import note_look
from peelian.access.held import RoleHeld
from peelian.access.identity.visit import open_visits
from peelian.access.powers import Power
from peelian.access.roles import ROLES
from peelian.access.standing import standing_of
from peelian.access.tie import Tie
from peelian.access.user import Kind, User
from peelian.spine.post import Holding
from peelian.web.components.parts import Column, Link, SummaryRow, Table, TableCell, TableRow
from peelian.web.doors import audience
from peelian.web.people.desk import Desk, day, desk_of, here
from peelian.web.people.first import KEEPERS
from peelian.web.people.organisation.names import place_in_words, roles_in_words


def person_at(desk: Desk, key: str, *powers: Power) -> User:
    """The account with this key, where the reader has one of these powers over its force.

    Raises `Http404` alike for an account that is not there and one of another force.
    """
    force_id = desk.must(*powers)
    found = User.objects.filter(kind=Kind.PERSON, key=key).first()
    here_too = found is not None and (
        found.force_id == force_id or found.roles_held.filter(force_id=force_id).exists()
    )
    if found is None or not here_too:
        raise Http404
    return found


@audience("force")
def account(request: HttpRequest, key: str) -> HttpResponse:
    """Account, posts, roles, ties and visits."""
    desk = desk_of(request)
    user = person_at(desk, key, *KEEPERS)
    note_look(actor=desk.actor, ref=("account", user.key), what="account looked at", at=desk.at)
    return render(
        request,
        "people/accounts/person.html",
        {
            "page_title": user.name,
            "answer": _answer(user, desk),
            "navigation": desk.menu(),
            "breadcrumbs": desk.way(Link(_("Accounts"), reverse("accounts")), here(user.name)),
            "rows": _rows(user, desk),
            "posts": _posts(user, desk),
            "roles": _roles(user, desk),
            "deeds": _deeds(user, desk),
        },
    )


def _answer(user: User, desk: Desk) -> str:
    if not user.is_active:
        return _("This account is off: nobody can sign in with it.")
    held = dict.fromkeys(_(one.role.title) for one in standing_of(user, desk.at).roles)
    if not held:
        return _("This account is on and holds no role today.")
    return _("This account is on. Roles today: {roles}.").format(roles=", ".join(held))


def _rows(user: User, desk: Desk) -> tuple[SummaryRow, ...]:
    visits = open_visits(user, desk.at).count()
    ties = Tie.objects.filter(counts_at(desk.at), user=user).count()
    return (
        SummaryRow(_("E-mail address"), user.email or ""),
        SummaryRow(_("Staff number"), user.officer_ref or _("None")),
        SummaryRow(_("Last signed in"), day(user.last_login) or _("Never")),
        SummaryRow(
            _("Signed in now"),
            ngettext("In {n} place", "In {n} places", visits).format(n=visits)
            if visits
            else _("Nowhere"),
        ),
        SummaryRow(
            _("Tied to"),
            ngettext("{n} record", "{n} records", ties).format(n=ties) if ties else _("No record"),
        ),
    )


def _posts(user: User, desk: Desk) -> Table:
    posts = standing_of(user, desk.at).posts
    held = {
        one.post_ref: one
        for one in Holding.objects.filter(
            force_id=user.force_id,
            officer_ref=user.officer_ref,
            post_ref__in=[post.post_ref for post in posts],
        ).order_by("starts_on")
    }
    return Table(
        _("Posts today"),
        (Column(_("Post")), Column(_("Unit")), Column(_("Since")), Column(_("Roles"))),
        tuple(
            TableRow(
                (
                    TableCell(post.title),
                    TableCell(place_in_words(post.force_id, post.unit_ref, desk.at)),
                    TableCell(date_format(held[post.post_ref].starts_on, "j F Y")),
                    TableCell(roles_in_words(post.roles) or _("None")),
                )
            )
            for post in posts
        ),
    )


def _roles(user: User, desk: Desk) -> Table:
    rows = []
    for one in RoleHeld.objects.filter(user=user).order_by("-starts_at", "-pk"):
        over = one.ends_at is not None and one.ends_at <= desk.at
        state = _("Ended") if over else _("End this role")
        may_end = not over and desk.force_with(Power.GIVE_ROLES) == one.force_id
        title = ROLES[one.role].title if one.role in ROLES else one.role
        rows.append(
            TableRow(
                (
                    TableCell(_(title)),
                    TableCell(place_in_words(one.force_id, one.unit_ref, desk.at)),
                    TableCell(day(one.starts_at)),
                    TableCell(day(one.ends_at) or _("Goes on")),
                    TableCell(one.reason, under=one.origin),
                    TableCell(state, url=reverse("end-role", args=[one.pk]))
                    if may_end
                    else TableCell(_("Ended") if over else _("Not yours to end")),
                )
            )
        )
    return Table(
        _("Roles given by name or by group"),
        (
            Column(_("Role")),
            Column(_("Where")),
            Column(_("From")),
            Column(_("To")),
            Column(_("Why")),
            Column(_("What you can do")),
        ),
        tuple(rows),
    )


def _deeds(user: User, desk: Desk) -> tuple[Link, ...]:
    links = []
    own = user.pk == desk.actor.pk
    if desk.force_with(Power.GIVE_ROLES) and user.is_active and not own:
        links.append(Link(_("Give a role"), reverse("give-role", args=[user.key])))
    if desk.force_with(Power.MANAGE_ACCOUNTS) == user.force_id and not own:
        if user.is_active:
            links += [
                Link(_("Send a new link to set a password"), reverse("invite", args=[user.key])),
                Link(_("Turn the account off"), reverse("turn-off", args=[user.key])),
                Link(_("End the account"), reverse("end-account", args=[user.key])),
            ]
        else:
            links.append(Link(_("Turn the account on"), reverse("turn-on", args=[user.key])))
    return tuple(links)


urls: list[URLPattern] = [path("people/accounts/<slug:key>/", account, name="account")]
