"""Check the trail of this installation against every copy of its checkpoints."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.conf import settings

from peelian.trail.evidence import Source, gather, place_source
from peelian.trail.models import Checkpoint
from peelian.trail.reading import checkpoints_kept, entry_lines
from peelian.trail.verify import VerifyResult, verify_lines


def examine(*, folders: Sequence[Path], keys: Mapping[str, Ed25519PublicKey]) -> VerifyResult:
    """Read the whole trail once, and its checkpoints in the table, the places and these folders.

    `folders` are copies that others kept. Checkpoints are read before entries, so that a trail that
    is being written to is not found wanting.
    """
    delivered = Checkpoint.objects.exclude(delivered_at=None).exists()
    places = [folder for folder in settings.CHECKPOINT_PLACES if folder not in folders]
    sources = (
        Source("The table of checkpoints", checkpoints_kept, complete=True),
        *(place_source(folder, expected=delivered) for folder in places),
        *(place_source(folder) for folder in folders),
    )
    return verify_lines(entry_lines(), gather(sources, keys))
