"""One form, one verb: shown, asked, done or refused in the verb's own sentence."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from peelian.access.decide import NotAllowed
from peelian.access.giving.refusal import NothingThere, Refused
from peelian.web.components.parts import Link
from peelian.web.people.desk import Desk, here
from peelian.web.people.kept import kept_form


@dataclass(frozen=True)
class Deed:
    """What the page of a form says, and where it leads when the deed is done."""

    title: str
    button: str
    done: str
    then: str
    says: str = ""
    crumbs: tuple[Link, ...] = ()
    warning: bool = False


def deed_page(
    request: HttpRequest,
    desk: Desk,
    deed: Deed,
    make: Callable[[Any], forms.Form],
    do: Callable[[dict[str, Any]], object],
) -> HttpResponse:
    """The form; when it is sent and the verb does it, on to the next page.

    `make` builds the form from what was sent or None. A refusal stands above the form, so that
    nothing is typed twice; what does not exist for the actor is a page that does not exist.
    """
    sent = request.POST if request.method == "POST" else kept_form(request)
    form = make(sent)
    if request.method == "POST" and form.is_valid():
        try:
            do(form.cleaned_data)
        except (Refused, NotAllowed) as error:
            form.add_error(None, str(error))
        except NothingThere:
            raise Http404 from None
        else:
            messages.success(request, deed.done)
            return HttpResponseRedirect(deed.then)
    return render(
        request,
        "people/deed.html",
        {
            "page_title": deed.title,
            "navigation": desk.menu(),
            "breadcrumbs": desk.way(*deed.crumbs, here(deed.title)),
            "deed": deed,
            "form": form,
        },
        status=400 if request.method == "POST" else 200,
    )
