"""A sealed stream opens whole, with its key, or not at all (C-BAK-1)."""

from io import BytesIO

import pytest

from peelian.jobs.keeping.errors import NoKey, NotWhole
from peelian.jobs.keeping.keys import Key, key_from_file, key_from_passphrase, make_key_file
from peelian.jobs.keeping.sealed import CHUNK, HEAD_BYTES, TAG, SealedReader, SealedWriter

KEY = Key(bytes(32))
CONTENT = bytes(range(256)) * (3 * CHUNK // 256) + b"the end"


def sealed(content: bytes, key: Key = KEY) -> bytes:
    into = BytesIO()
    writer = SealedWriter(into, key)
    for start in range(0, len(content), 100_000):
        writer.write(content[start : start + 100_000])
    writer.finish()
    return into.getvalue()


def opened(file: bytes, key: Key = KEY) -> bytes:
    return SealedReader(BytesIO(file), key).read()


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_what_went_in_comes_out(size):
    assert opened(sealed(CONTENT[:size])) == CONTENT[:size]


def test_nothing_of_the_content_can_be_read_in_the_file():
    assert b"the end" not in sealed(CONTENT)


def chunks_of(file: bytes) -> list[bytes]:
    body = file[HEAD_BYTES:]
    return [body[at : at + CHUNK + TAG] for at in range(0, len(body), CHUNK + TAG)]


def without_its_last_chunk(file):
    return file[:HEAD_BYTES] + b"".join(chunks_of(file)[:-1])


def with_two_chunks_changed_over(file):
    one, two, *rest = chunks_of(file)
    return file[:HEAD_BYTES] + b"".join([two, one, *rest])


def with_a_chunk_twice(file):
    one, *rest = chunks_of(file)
    return file[:HEAD_BYTES] + b"".join([one, one, *rest])


def with_one_bit_other(file):
    return file[:-5] + bytes([file[-5] ^ 1]) + file[-4:]


def with_another_head(file):
    return file[: HEAD_BYTES - 1] + bytes([file[HEAD_BYTES - 1] ^ 1]) + file[HEAD_BYTES:]


@pytest.mark.parametrize(
    "harm",
    [
        without_its_last_chunk,
        with_two_chunks_changed_over,
        with_a_chunk_twice,
        with_one_bit_other,
        with_another_head,
        lambda file: file[:-1],
        lambda file: file + b"more",
        lambda file: file[:20],
        lambda file: b"",
        lambda file: b"PK" + file,
    ],
)
def test_a_cut_or_altered_file_does_not_open(harm):
    with pytest.raises(NotWhole):
        opened(harm(sealed(CONTENT)))


def test_another_key_does_not_open_it():
    with pytest.raises(NotWhole, match="another key"):
        opened(sealed(b"content"), Key(bytes(31) + b"1"))


def test_a_passphrase_opens_what_it_sealed_and_no_key_file_does():
    words = key_from_passphrase("five words that stand apart")
    file = sealed(b"content", words)

    assert opened(file, words) == b"content"
    with pytest.raises(NotWhole, match="sealed with a passphrase, and a key file was given"):
        opened(file)


def test_a_short_passphrase_is_refused():
    with pytest.raises(NoKey, match="at least 20"):
        key_from_passphrase("hunter2")


def test_a_key_file_is_made_once_and_closed_to_others(tmp_path):
    path = tmp_path / "key"
    make_key_file(path)

    assert len(key_from_file(path).secret) == 32
    with pytest.raises(NoKey, match="never overwritten"):
        make_key_file(path)
    path.chmod(0o640)
    with pytest.raises(NoKey, match="chmod 600"):
        key_from_file(path)
    path.write_text("not a key")
    with pytest.raises(NoKey, match="64 hexadecimal digits"):
        key_from_file(path)


def test_a_key_does_not_show_itself():
    assert "secret" not in repr(Key(b"secret" * 6))
