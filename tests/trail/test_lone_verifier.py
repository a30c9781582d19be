"""The verifier that a commissioner's office runs: one file that needs nothing of the product."""

import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from peelian.trail.delivery import NAME
from peelian.trail.examine import examine
from peelian.trail.keys import public_keys, public_pem
from peelian.trail.models import Entry
from trail.ground import LENGTH, lay_out, read_place, verify_trail, write_place

VERIFIER = Path(verify_trail.__file__)


@pytest.fixture
def ground(db, tmp_path, settings):
    return lay_out(tmp_path, settings)


def run(*words):
    """Isolated, so that neither the product nor any package can be found."""
    return subprocess.run(
        [sys.executable, "-I", "-S", str(VERIFIER), *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_imports_nothing_but_the_standard_library():
    """The one exception, the library for signatures, is one that it does without."""
    script = (
        "import sys, runpy; runpy.run_path(sys.argv[1]); "
        "print(sorted({m.split('.')[0] for m in sys.modules} - set(sys.stdlib_module_names)))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", script, str(VERIFIER)], capture_output=True, text=True
    )

    assert done.stdout.strip() == "['__main__']", done.stderr


def test_an_honest_export_holds(ground, tmp_path):
    done = run(
        "--export", ground.export(tmp_path), "--checkpoints", ground.away, "--key", ground.key_file
    )

    assert done.returncode == 0, done.stderr
    assert f"Entries: {LENGTH}. Checkpoints: 5. Read in" in done.stdout
    assert done.stdout.endswith("The trail holds.\n")


def test_a_cut_export_does_not(ground, tmp_path):
    Entry.objects.filter(sequence__gt=20).delete()

    done = run(
        "--export", ground.export(tmp_path), "--checkpoints", ground.away, "--key", ground.key_file
    )

    assert done.returncode == 1
    assert "Fault: The trail ends with entry 20; checkpoints sign up to entry 30.\n" in done.stdout


@pytest.mark.parametrize("missing", ["--export", "--checkpoints", "--key"])
def test_what_cannot_be_read_is_neither_sound_nor_unsound(ground, tmp_path, missing):
    given = {
        "--export": ground.export(tmp_path),
        "--checkpoints": ground.away,
        "--key": ground.key_file,
    } | {missing: tmp_path / "nowhere"}

    done = run(*[word for pair in given.items() for word in pair])

    assert done.returncode == 2
    assert "Could not be checked: " in done.stderr


def test_an_interrupted_line_is_forgiven_only_if_it_stands_whole_below(ground, tmp_path):
    honest = (ground.away / NAME).read_text()
    first, rest = honest.split("\n", 1)
    export = ground.export(tmp_path)

    (ground.away / NAME).write_text(f"{first}\n{rest[:30]}\n{rest}")
    assert ground.alone(export=export).found == 0
    assert ground.product().sound

    (ground.away / NAME).write_text(f"{first}\n{rest}{rest[:30]}\n")
    assert [kind for _, kind, _ in ground.alone(export=export).faults] == ["checkpoint altered"]
    assert [one.kind for one in ground.product().faults] == ["checkpoint altered"]


def test_a_copy_of_an_earlier_day_is_only_remarked_on(ground, tmp_path):
    write_place(ground.away, read_place(ground.away)[:3])

    assert ground.alone(export=ground.export(tmp_path)).found == 0
    assert "checkpoint 3" in ground.product().remarks[0]
    assert ground.product().sound


def test_a_key_that_nobody_vouched_for_is_told_once(ground, tmp_path):
    """Two copies that say the same are one claim, for both verifiers."""
    key_file = tmp_path / "other.pem"
    key_file.write_text(public_pem(Ed25519PrivateKey.generate().public_key()))

    product = examine(folders=[ground.away], keys=public_keys([key_file]))
    alone = verify_trail.examine(
        export=ground.export(tmp_path), folders=[ground.here, ground.away], key_files=[key_file]
    )

    assert [fault.kind for fault in product.faults] == ["checkpoint key"] * 5
    assert [kind for _, kind, _ in alone.faults] == ["checkpoint key"] * 5


def test_its_own_arithmetic_agrees_with_the_library():
    """RFC 8032 by hand against OpenSSL: right, for another message, and bent in one bit."""
    for number in range(8):
        key = Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32)
        public, message = key.public_key().public_bytes_raw(), b"m" * number
        signature = key.sign(message)
        bent = bytearray(signature)
        bent[number * 8] ^= 1

        assert verify_trail.signed_plainly(public, signature, message)
        assert not verify_trail.signed_plainly(public, signature, message + b"x")
        assert not verify_trail.signed_plainly(public, bytes(bent), message)


def test_the_first_example_of_the_rfc_holds():
    public = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
    signature = bytes.fromhex(
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    )

    assert verify_trail.signed_plainly(public, signature, b"")
