"""A sealed stream: AES-256-GCM in chunks whose order and end are authenticated (C-BAK-1, T14).

The file is a head and then chunks. Head: 16 bytes of magic, 1 byte for the kind of key (0 file,
1 passphrase), 16 bytes of salt, 7 bytes of nonce. A chunk is up to 1 MiB of content, encrypted,
with a tag of 16 bytes. Its nonce is the 7 bytes, the number of the chunk (4 bytes, big-endian) and
1 for the last chunk or 0: so a chunk that was moved, left out or doubled, and a file that was cut
between two chunks, do not open. The head is authenticated with every chunk. The construction is
STREAM (Hoang, Reyhanitabar, Rogaway and Vizár 2015).
"""

import os
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from peelian.jobs.keeping.errors import NotWhole
from peelian.jobs.keeping.keys import SALT_BYTES, Key

MAGIC = b"PEELIAN-BACKUP-1"
CHUNK = 1 << 20
TAG = 16
NONCE_BYTES = 7
HEAD_BYTES = len(MAGIC) + 1 + SALT_BYTES + NONCE_BYTES


class SealedWriter:
    """Seals what is written to it. Without `finish` the file does not open: it has no end."""

    def __init__(self, into: BinaryIO, key: Key) -> None:
        salt, self._nonce = os.urandom(SALT_BYTES), os.urandom(NONCE_BYTES)
        self._head = MAGIC + bytes([key.passphrase]) + salt + self._nonce
        self._cipher = AESGCM(key.for_file(salt))
        self._into = into
        self._held = bytearray()
        self._number = 0
        into.write(self._head)

    def write(self, content: bytes) -> int:
        """Take content; whole chunks go out at once, so that memory stays small."""
        self._held += content
        # The last chunk must carry its mark, so one stays behind until more is known.
        while len(self._held) > CHUNK:
            self._seal(bytes(self._held[:CHUNK]), last=False)
            del self._held[:CHUNK]
        return len(content)

    def finish(self) -> None:
        """Write the chunk that says that this is all."""
        self._seal(bytes(self._held), last=True)
        self._held.clear()

    def _seal(self, content: bytes, *, last: bool) -> None:
        nonce = _nonce(self._nonce, self._number, last=last)
        self._into.write(self._cipher.encrypt(nonce, content, self._head))
        self._number += 1


class SealedReader:
    """Opens what `SealedWriter` sealed; raises `NotWhole` at the first byte that is not so.

    Whoever has read what they wanted calls `drain`: only then is the end known to be the end.
    """

    def __init__(self, source: BinaryIO, key: Key) -> None:
        self._head = source.read(HEAD_BYTES)
        if len(self._head) < HEAD_BYTES or not self._head.startswith(MAGIC):
            raise NotWhole("This is not a backup that Peelian made, or its beginning is missing.")
        if self._head[len(MAGIC)] != key.passphrase:
            kinds = ("a key file", "a passphrase")
            raise NotWhole(
                f"This backup was sealed with {kinds[self._head[len(MAGIC)] % 2]}, and "
                f"{kinds[key.passphrase]} was given."
            )
        salt = self._head[len(MAGIC) + 1 :][:SALT_BYTES]
        self._nonce = self._head[-NONCE_BYTES:]
        self._cipher = AESGCM(key.for_file(salt))
        self._source = source
        self._next = source.read(CHUNK + TAG)
        self._held = bytearray()
        self._number = 0
        self._ended = False

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes of content, fewer only at the end; all of it if negative."""
        while not self._ended and (size < 0 or len(self._held) < size):
            self._open_one()
        taken = bytes(self._held) if size < 0 else bytes(self._held[:size])
        del self._held[: len(taken)]
        return taken

    def drain(self) -> None:
        """Read to the end, so that a file that was cut or lengthened is noticed."""
        while self.read(CHUNK):
            pass

    def _open_one(self) -> None:
        chunk, self._next = self._next, self._source.read(CHUNK + TAG)
        last = not self._next
        nonce = _nonce(self._nonce, self._number, last=last)
        try:
            self._held += self._cipher.decrypt(nonce, chunk, self._head)
        except InvalidTag:
            raise NotWhole(
                "The backup does not open: it was cut, altered or sealed with another key "
                f"(found in part {self._number + 1}, of 1 MiB each)."
            ) from None
        self._number += 1
        self._ended = last


def _nonce(prefix: bytes, number: int, *, last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([last])
