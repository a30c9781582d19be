"""What the API says of an address that it does not have: for programs, not for people."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path, reverse

from peelian.web.api.bodies.shared import Problem
from peelian.web.doors import audience


@audience("public")
def missing(request: HttpRequest, rest: str) -> HttpResponse:
    """A `Problem` that leads to the list of what there is."""
    problem = Problem(
        what="The API has no such address.",
        where="path",
        right=f"{reverse('api:api-root')} lists what there is; {reverse('api-guide')} explains it.",
    )
    return JsonResponse(problem.model_dump(), status=404)


urls: list[URLPattern] = [path("api/<path:rest>", missing, name="api-missing")]
