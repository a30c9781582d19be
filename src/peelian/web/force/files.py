"""Files of a record: put there, and taken out as what they are and nothing that runs."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from peelian.engines.registers.attachments import attach, read_attachment
from peelian.engines.registers.errors import WrongAttachment
from peelian.web.force.pages import Page
from peelian.web.force.reader import caller
from peelian.web.force.registers import register_of


class FileForm(forms.Form):
    """One file. What may be in it is decided by its content, never by its name (C-UPL-1)."""

    file = forms.FileField(
        label=gettext_lazy("Add a file"),
        error_messages={
            "required": gettext_lazy("Choose a file first."),
            "empty": gettext_lazy("The file is empty; choose another."),
        },
    )

    def __init__(self, data: QueryDict | None = None, files: Any = None) -> None:
        super().__init__(data, files, auto_id="file-%s")


@require_POST
def put(request: HttpRequest, key: str, record_id: str) -> HttpResponse:
    """Keep the file; what was wrong with it is said on the page of the record."""
    who, one = caller(request), register_of(key)
    form = FileForm(request.POST, request.FILES)
    back = redirect(f"{who.url('record', one.key, record_id)}#files")
    if not form.is_valid():
        messages.error(request, " ".join(str(said) for said in form.errors["file"]))
        return back
    given = form.cleaned_data["file"]
    try:
        attach(
            one.model,
            record_id,
            name=given.name,
            content=given.read(),
            actor=who.actor,
            at=who.at,
            tables=who.tables,
        )
    except WrongAttachment as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The file is kept with the record."))
    return back


@require_safe
def take(request: HttpRequest, key: str, record_id: str, number: str) -> HttpResponse:
    """The file itself, to be saved: no browser opens it in place."""
    who, one = caller(request), register_of(key)
    if not number.isascii() or not number.isdigit():
        raise Http404
    served = read_attachment(who.actor, one.model, record_id, int(number), who.tables, at=who.at)
    return HttpResponse(served.content, content_type=served.kind, headers=served.headers)


pages = (
    Page("records/<str:key>/<str:record_id>/files/", put, "attach"),
    Page("records/<str:key>/<str:record_id>/files/<str:number>/", take, "file"),
)
