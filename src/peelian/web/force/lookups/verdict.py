"""The form by which a reviewer says what an alert was."""

from django import forms
from django.utils.translation import gettext_lazy

from peelian.engines.oversight.evidence import TITLES, Signal
from peelian.engines.oversight.feedback import FINDINGS, Finding
from peelian.engines.oversight.models import LONGEST_WORDS, Alert


class VerdictForm(forms.Form):
    """A finding of the short list, why, and which signals were not so."""

    finding = forms.ChoiceField(
        label=gettext_lazy("What was it?"),
        choices=[(finding.value, says) for finding, says in FINDINGS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what it was.")},
    )
    wrong = forms.MultipleChoiceField(
        label=gettext_lazy("Which signals were wrong?"),
        help_text=gettext_lazy("Only with the finding 'Wrong signal'."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    words = forms.CharField(
        label=gettext_lazy("Why"),
        help_text=gettext_lazy("In a few words: who was asked, or what was looked at."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST_WORDS,
        error_messages={"required": gettext_lazy("Say in a few words why.")},
    )

    def __init__(self, data: object, alert: Alert) -> None:
        super().__init__(data, auto_id="verdict-%s")  # type: ignore[arg-type]  # a QueryDict or None
        named = self.fields["wrong"]
        assert isinstance(named, forms.MultipleChoiceField)
        named.choices = [
            (str(signal), TITLES[signal]) for signal in Signal if signal in alert.signals
        ]

    def finding_chosen(self) -> Finding:
        """The finding, once the form is valid."""
        return Finding(self.cleaned_data["finding"])

    def signals_wrong(self) -> frozenset[Signal]:
        """The signals named, once the form is valid."""
        return frozenset(Signal(one) for one in self.cleaned_data["wrong"])
