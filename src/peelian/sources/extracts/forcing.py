"""Of which force each row is: all of one, by a column, or by the run of rows that it stands in."""

from collections.abc import Callable
from difflib import get_close_matches

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from peelian.sources.extracts.declared import ForceColumn
from peelian.sources.extracts.faults import Fault
from peelian.sources.extracts.segments import Segments
from peelian.spine.force import forces

# The slugs of the forces of rows, by their cleaned texts and their lines, with what is wrong.
ForceOf = Callable[[pa.Table, np.ndarray], tuple[pa.Array, Fault]]


def one_force(slug: str) -> ForceOf:
    """Every row is of this force."""

    def force_of(texts: pa.Table, _lines: np.ndarray) -> tuple[pa.Array, Fault]:
        size = len(texts)
        found = pa.repeat(pa.scalar(slug, pa.string()), size)
        return found, Fault(np.zeros(size, dtype=bool), "force", found, "", "")

    return force_of


def by_column(of: ForceColumn) -> ForceOf:
    """A column names it: by a word of the mapping, by its slug or by its own name."""
    known = {slug: slug for slug in forces()} | {
        force.name: slug for slug, force in forces().items()
    }
    known |= of.words

    def expected(word: str) -> str:
        near = get_close_matches(word, known, n=1)
        meant = f"perhaps '{near[0]}'" if near else "the name or the slug of a force"
        return f"{meant}; or name it in 'force.words' of the mapping"

    def force_of(texts: pa.Table, _lines: np.ndarray) -> tuple[pa.Array, Fault]:
        values = texts[of.heading].combine_chunks()
        encoded = values.dictionary_encode()
        slugs = pa.array([known.get(word) for word in encoded.dictionary.to_pylist()], pa.string())
        found = slugs.take(encoded.indices)
        return found, Fault(
            pc.is_null(found).to_numpy(zero_copy_only=False),
            column=of.heading,
            values=values,
            reason=lambda word: "no force is called so" if word else "blank: it names the force",
            expected=expected,
        )

    return force_of


def by_segment(segments: Segments) -> ForceOf:
    """The run of rows that a line stands in tells it."""
    slugs = pa.array([one.force or None for one in segments.runs], pa.string())
    names = pa.array([one.in_words for one in segments.runs], pa.string())
    why = {one.in_words: one for one in segments.runs}

    def force_of(_texts: pa.Table, lines: np.ndarray) -> tuple[pa.Array, Fault]:
        at = pa.array(np.searchsorted(segments.begins, lines, side="right") - 1)
        found = slugs.take(at)
        return found, Fault(
            pc.is_null(found).to_numpy(zero_copy_only=False),
            column="force",
            values=names.take(at),
            reason=lambda name: why[name].why,
            expected=lambda name: why[name].way_on,
        )

    return force_of
