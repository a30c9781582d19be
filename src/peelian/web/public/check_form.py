"""The form that takes a report to check: a file, or its text."""

from typing import Any, Final

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.engines.publishing.checker.reading.limits import FILE_BYTES, PAGES

ENDINGS: Final = (".txt", ".md", ".html", ".htm", ".pdf", ".docx")
# More than five hundred pages of text.
PASTED: Final = 1_000_000
PASTED_NAME: Final = "pasted.txt"


def _most_bytes() -> int:
    """Of a report; less where an installation lets nobody send as much."""
    return min(FILE_BYTES, settings.ATTACHMENT_BYTES)


class ReportForm(forms.Form):
    """One of two: a file, or text. What a file is, its content says (C-UPL-1)."""

    file = forms.FileField(
        label=gettext_lazy("Choose a file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS)}),
        error_messages={"empty": gettext_lazy("The file is empty. Choose another.")},
    )
    text = forms.CharField(
        label=gettext_lazy("Or paste its text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off"}),
    )

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, auto_id="report-%s")
        self.fields["file"].help_text = _(
            "Text, Markdown, HTML, PDF or Word (.docx), up to {megabytes} MB and {pages} pages"
        ).format(megabytes=_most_bytes() // 1_000_000, pages=PAGES)
        self.fields["text"].help_text = _("A part of a report will do, such as one paragraph.")

    def clean_file(self) -> "UploadedFile[bytes] | None":
        """The file, if it is no larger than one may be."""
        given: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if given is not None and (given.size or 0) > _most_bytes():
            raise forms.ValidationError(
                _(
                    "The file is larger than {megabytes} MB. Choose a smaller one: split it, or "
                    "take out its pictures."
                ).format(megabytes=_most_bytes() // 1_000_000)
            )
        return given

    def clean_text(self) -> str:
        """The text, if it is no longer than one may be."""
        text: str = self.cleaned_data["text"]
        if len(text) > PASTED:
            raise forms.ValidationError(
                _("The text is longer than {most} signs. Save it as a file instead.").format(
                    most=f"{PASTED:,}"
                )
            )
        return text

    def clean(self) -> None:
        """Exactly one of the two."""
        if self.errors:
            return
        if self.cleaned_data["file"] and self.cleaned_data["text"]:
            self.add_error(
                "text", _("Give a file or a text, not both. Choose the file again if you mean it.")
            )
        elif not self.cleaned_data["file"] and not self.cleaned_data["text"]:
            self.add_error("file", _("Choose a file, or paste the text of a report."))

    @property
    def given(self) -> tuple[str, bytes]:
        """The name and the content of what was handed in, once the form is valid."""
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file is None:
            text: str = self.cleaned_data["text"]
            return PASTED_NAME, text.encode("utf-8", "replace")
        return file.name or "", file.read()

    def refuse(self, sentence: str) -> None:
        """What a reader or the check says of it, beside the field from which it came.

        No browser keeps the choice of a file, so that it has to be made again.
        """
        if self.cleaned_data["file"] is None:
            self.add_error("text", sentence)
        else:
            again = _("{sentence} Then choose the file again.")
            self.add_error("file", again.format(sentence=sentence))
