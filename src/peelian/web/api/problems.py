"""Every refusal of the API as one kind of body: what is wrong, where, and what would be right."""

import re
from difflib import get_close_matches

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from peelian import catalogue
from peelian.engines.measures.request import BadRequest
from peelian.engines.publishing.shown import NotReleasable
from peelian.web.api.bodies.shared import Problem

# The refusals that any question can meet, for the description of each address.
REFUSALS = {400: Problem, 404: Problem, 422: Problem}
GUARDED = {**REFUSALS, 403: Problem}
CSV = {"responses": {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}}

# Where a refusal turns from what is wrong to how it is mended.
MENDED = re.compile(r"(?<=\.) |[:;] ")


class Refused(Exception):
    """A question is refused, with its status and the parts of the sentence."""

    def __init__(self, status: int, *, what: str, where: str = "", right: str = "") -> None:
        super().__init__(what)
        self.status = status
        self.problem = Problem(what=what, where=where, right=right)


def check_parameters(request: HttpRequest, known: tuple[str, ...]) -> None:
    """Raise `Refused` for a parameter that the address does not take: it would do nothing."""
    for name in request.GET:
        if name not in known:
            close = get_close_matches(name, known, n=1)
            hint = f"Perhaps '{close[0]}'. " if close else ""
            listed = f"It takes: {', '.join(known)}." if known else "It takes no parameters."
            raise Refused(
                400, what=f"There is no parameter '{name}'.", where=name, right=f"{hint}{listed}"
            )


def in_two(text: str) -> tuple[str, str]:
    """What is wrong and what would be right, of a sentence or two that say both."""
    what, *rest = MENDED.split(text, maxsplit=1)
    right = rest[0] if rest else ""
    return f"{what.rstrip('.')}.", right[:1].upper() + right[1:]


def install(api: NinjaAPI) -> None:
    """Teach an API to say each refusal as a `Problem`."""

    def said(request: HttpRequest, status: int, problem: Problem) -> HttpResponse:
        return api.create_response(request, problem.model_dump(), status=status)

    @api.exception_handler(Refused)
    def refused(request: HttpRequest, error: Refused) -> HttpResponse:
        return said(request, error.status, error.problem)

    @api.exception_handler(BadRequest)
    def bad(request: HttpRequest, error: BadRequest) -> HttpResponse:
        what, right = in_two(str(error))
        return said(request, 400, Problem(what=what, where="", right=right))

    @api.exception_handler(catalogue.UnknownMeasure)
    def unknown(request: HttpRequest, error: catalogue.UnknownMeasure) -> HttpResponse:
        what, right = in_two(str(error.args[0]))
        return said(request, 404, Problem(what=what, where="key", right=right))

    @api.exception_handler(NotReleasable)
    def closed(request: HttpRequest, error: NotReleasable) -> HttpResponse:
        right = "Ask the force that holds the records; its own people see the figure signed in."
        return said(request, 403, Problem(what=str(error), where="", right=right))

    @api.exception_handler(ValidationError)
    def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        first = error.errors[0]
        where = ".".join(str(part) for part in first["loc"][1:])
        what, right = f"'{where}' is not as it should be.", first["msg"]
        if first["type"] == "missing":
            what, right = f"The question needs '{where}'.", f"Add {where}= and a value."
        return said(request, 422, Problem(what=what, where=where, right=right))

    @api.exception_handler(HttpError)
    def other(request: HttpRequest, error: HttpError) -> HttpResponse:
        return said(request, error.status_code, Problem(what=str(error), where="", right=""))
