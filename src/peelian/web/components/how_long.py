"""About how long questions take, for whoever is asked and whoever asks."""

from math import ceil

from django.utils.translation import ngettext

from peelian.engines.procedures.questions import Version

# Peelian's guess of how long a question takes, in seconds: one that is chosen, one that is written.
CHOSEN, WRITTEN = 12, 45


def minutes(version: Version) -> str:
    """About how long the questions of a version take, in words."""
    seconds = sum(WRITTEN if one.kind == "words" else CHOSEN for one in version.questions)
    number = ceil(seconds / 60)
    return ngettext("About {n} minute", "About {n} minutes", number).format(n=number)
