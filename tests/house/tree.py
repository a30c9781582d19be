"""The project's own files, for tests about the house."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "peelian"

# Written by others and committed as they came: bundles of scripts, styles and the axe checker.
VENDORED = ("src/peelian/web/static/", "tests/web/vendor/")


@cache
def project_files() -> tuple[Path, ...]:
    """Every file that is, or with the next commit would be, part of the project."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    paths = (ROOT / name for name in sorted(listed.split("\0")) if name)
    return tuple(path for path in paths if path.exists())


def own_files() -> tuple[Path, ...]:
    """The project's files without those that others wrote."""
    return tuple(path for path in project_files() if not short(path).startswith(VENDORED))


def text_files() -> tuple[tuple[Path, str], ...]:
    """The project's own files that are text, with their text."""
    found = []
    for path in own_files():
        try:
            found.append((path, path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return tuple(found)


def python_files() -> tuple[Path, ...]:
    """Every Python module, tests and scripts included, migrations left out: tools write those."""
    return tuple(
        path for path in own_files() if path.suffix == ".py" and path.parent.name != "migrations"
    )


def short(path: Path) -> str:
    """The path as people say it: from the root of the project."""
    return path.relative_to(ROOT).as_posix()
