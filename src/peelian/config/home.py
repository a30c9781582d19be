"""The one folder that holds all data of an installation."""

import os
from pathlib import Path


def home() -> Path:
    """The folder named by PEELIAN_HOME, or `./var`: database, store, keys and logs live there."""
    return Path(os.environ.get("PEELIAN_HOME", "var")).resolve()
