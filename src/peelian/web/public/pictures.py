"""Charts as pictures, for browsers that run no scripts."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, re_path
from django.utils.translation import gettext as _

from peelian.web.components.kept_pictures import picture
from peelian.web.components.pictures import KEY_LETTERS
from peelian.web.doors import audience

YEAR = 365 * 24 * 3600


@audience("public")
def chart_picture(request: HttpRequest, key: str, width: str) -> HttpResponse:
    """A chart of a page that was shown, as SVG. Its address changes with its contents."""
    svg = picture(key, int(width))
    if svg is None:
        raise Http404(_("There is no such picture. Open the page that shows it again."))
    return HttpResponse(
        svg,
        content_type="image/svg+xml",
        headers={
            "Cache-Control": f"public, max-age={YEAR}, immutable",
            # Opened by itself it is a document, and one that may do nothing.
            "Content-Security-Policy": "default-src 'none'; sandbox",
        },
    )


urls: list[URLPattern] = [
    re_path(
        rf"^pictures/(?P<key>[0-9a-f]{{{KEY_LETTERS}}})-(?P<width>[1-9][0-9]{{2}})\.svg$",
        chart_picture,
        name="picture",
    )
]
