"""A file that is read and not kept: it stays in the memory of the request, up to a cap (C-UPL-1).

Django writes what is larger than 2.5 MB to the disk before a view is asked. A page that promises to
keep nothing marks its view with `takes_a_file`, and the middleware of limits sees to it before the
form is read.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any, TypeVar

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest, HttpResponse

View = TypeVar("View", bound=Callable[..., HttpResponse])
MARK = "takes_a_file_of"


def takes_a_file(most: int) -> Callable[[View], View]:
    """Marks a view to which files come in memory alone, of ``most`` bytes together."""

    def mark(view: View) -> View:
        setattr(view, MARK, most)
        return view

    return mark


def in_memory_alone(request: HttpRequest, view: Callable[..., Any]) -> None:
    """Before the form is read: for a marked view, files are taken in by `InMemoryAlone`."""
    most = getattr(view, MARK, None)
    if most is not None:
        request.upload_handlers = [InMemoryAlone(most)]


class InMemoryAlone(FileUploadHandler):
    """Holds files in memory. Of one that goes beyond the cap it holds nothing but the size.

    The rest is still read from the line and thrown away, or the browser could not be answered; the
    limit for every request bounds how much that is.
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._room = most
        self._held = BytesIO()

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin with an empty buffer."""
        super().new_file(*args, **kwargs)
        self._held = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Hold a piece where there is room; without room, let go of what was held."""
        self._room -= len(raw_data)
        if self._room >= 0:
            self._held.write(raw_data)
        else:
            self._held = BytesIO()

    def file_complete(self, file_size: int) -> "UploadedFile[bytes]":
        """The file with its true size; empty where there was no room for it."""
        self._held.seek(0)
        return InMemoryUploadedFile(
            self._held,
            self.field_name,
            self.file_name,
            self.content_type,
            file_size,
            self.charset,
            self.content_type_extra,
        )
