"""What every answer asks of browsers, beside the content policy and Django's own headers.

C-WEB-1. Pages use no camera, place or payment, and say so. What they answer is for this site alone
to embed: another site that names one of our addresses in an image or a script gets nothing, even
where its reader is signed in here. The API is read from other sites by its own header.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

NEVER = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
)
PERMISSIONS = ", ".join(f"{feature}=()" for feature in NEVER)

Handler = Callable[[HttpRequest], HttpResponse]


def asks_of_browsers(following: Handler) -> Handler:
    """Middleware: a permissions policy and a resource policy on each answer."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = following(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return handle
