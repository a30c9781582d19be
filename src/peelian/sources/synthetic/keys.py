"""Keys in hexadecimal, made a million a second: of rows, of crimes, of people and of addresses.

A key is a scrambled number, not a hash of content: nothing can be read back from it, because there
is nothing behind it.
"""

import hashlib

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from peelian.sources.synthetic.draws import SEPARATOR, Ints

Words = npt.NDArray[np.uint64]

DIGITS_IN_WORD = 16
# The two letters of every byte, as one number of two bytes.
LETTERS = np.frombuffer("".join(f"{byte:02x}" for byte in range(256)).encode(), dtype=np.uint16)


def keys(numbers: Ints, *names: object, digits: int = 32) -> pa.Array:
    """One key of so many digits (a multiple of 16) for each number, under these names."""
    words = np.empty((len(numbers), digits // DIGITS_IN_WORD), dtype=">u8")
    digest = hashlib.sha512(SEPARATOR.join(map(str, names)).encode()).digest()
    for place in range(words.shape[1]):
        salt = int.from_bytes(digest[8 * place : 8 * place + 8], "big")
        words[:, place] = _scrambled(numbers.astype(np.uint64) + np.uint64(salt))
    letters = LETTERS[words.view(np.uint8).reshape(-1)]
    ends = np.arange(0, (len(numbers) + 1) * digits, digits, dtype=np.int32)
    return pa.StringArray.from_buffers(len(numbers), pa.py_buffer(ends), pa.py_buffer(letters))


def _scrambled(words: Words) -> Words:
    """The mixing steps of SplitMix64: different numbers never come out the same."""
    words = words * np.uint64(0x9E3779B97F4A7C15)
    words = (words ^ (words >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    words = (words ^ (words >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return words ^ (words >> np.uint64(31))
