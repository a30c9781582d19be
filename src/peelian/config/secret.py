"""The key with which sessions and links are signed, made once for each installation."""

import os
import secrets
from pathlib import Path


def secret_key(folder: Path) -> str:
    """The key from PEELIAN_SECRET_KEY, or from the file `secret-key`, made on first use.

    The file is written with owner-only rights and put in place in one step, so that two processes
    that start together end with the same key.
    """
    given = os.environ.get("PEELIAN_SECRET_KEY")
    if given:
        return given
    path = folder / "secret-key"
    if not path.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = folder / f".secret-key-{secrets.token_hex(8)}"
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(64), encoding="ascii")
        try:
            os.link(draft, path)  # fails where another process was first: its key then stands
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text(encoding="ascii")
