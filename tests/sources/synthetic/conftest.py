"""Invented rows for the tests of this room, made once: one force in full, eight of them small."""

import shutil
from datetime import UTC, datetime

import duckdb
import pytest

from peelian.areas.stop_and_search.models import StopSearch
from peelian.records.load.run import load
from peelian.records.store import catalogue as held
from peelian.sources import adapters
from peelian.sources.police_uk.source import POLICE_UK
from peelian.sources.synthetic.kinds import KINDS
from peelian.sources.synthetic.synthesise import Wanted, synthesise, whole_years
from records.street_files import CRIME, MARCH, Desk, csv_text

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
SEED = 1829


class Home:
    """A copy of a store with the reference tables, into which forces are invented."""

    def __init__(self, reference, root):
        self.root = root
        shutil.copytree(reference, root)

    def synthesise(self, forces, months, seed=SEED, **wanted):
        asked = Wanted(forces=forces, months=months, seed=seed, **wanted)
        return synthesise(root=self.root, wanted=asked, by="service:tests", at=AT)

    @property
    def snapshot(self):
        return held.current(self.root)

    def paths(self, kind, force="*", month="*"):
        return str(self.root / "files" / kind / force / f"{month}-*.parquet")

    def ask(self, query, kind, force="*", month="*"):
        """The rows of a query in which `rows` stands for the parts named."""
        with duckdb.connect() as engine:
            engine.execute("SET TimeZone='Europe/London'")
            engine.read_parquet(self.paths(kind, force, month)).create_view("rows")
            return engine.execute(query).fetchall()

    def one(self, query, kind, force="*", month="*"):
        ((found,),) = self.ask(query, kind, force, month)
        return found


@pytest.fixture(scope="session")
def reference(tmp_path_factory):
    """A store with the reference tables alone."""
    root = tmp_path_factory.mktemp("reference") / "store"
    source, paths = adapters.REFERENCE
    load(root=root, files=source.find(paths, force=None), by="service:tests", at=AT)
    return root


@pytest.fixture(scope="session")
def staffordshire(reference, tmp_path_factory):
    """Staffordshire in the year to March 2024, which the figures are of."""
    home = Home(reference, tmp_path_factory.mktemp("staffordshire") / "store")
    home.synthesise(1, whole_years(1))
    return home


@pytest.fixture(scope="session")
def searches(reference, tmp_path_factory):
    """Staffordshire's searches from February 2022 to January 2024, two years of which one grew."""
    home = Home(reference, tmp_path_factory.mktemp("searches") / "store")
    kinds = tuple(kind for kind in KINDS if kind.model is StopSearch)
    home.synthesise(1, whole_years(2, "2022-02"), kinds=kinds)
    return home


@pytest.fixture(scope="session")
def eight(reference, tmp_path_factory):
    """Eight forces, a twentieth of their rows, over two months of which some hand one in."""
    home = Home(reference, tmp_path_factory.mktemp("eight") / "store")
    home.synthesise(8, ("2023-05", "2023-06"), scale=0.05)
    return home


@pytest.fixture
def home(reference, tmp_path):
    return Home(reference, tmp_path / "store")


@pytest.fixture
def desk_of(tmp_path):
    """Loads a street file of Staffordshire, March 2021, into a home."""
    return lambda home: _load_street(home, tmp_path, csv_text(CRIME), MARCH)


@pytest.fixture(scope="session")
def eight_and_a_file(eight, tmp_path_factory):
    """The eight invented forces with a real street file of a force that is none of them."""
    folder = tmp_path_factory.mktemp("mixed")
    home = Home(eight.root, folder / "home")
    _load_street(home, folder, csv_text(CRIME | {"Month": "2023-05"}), "2023-05-kent-street.csv")
    return home


def _load_street(home, folder, text, name):
    desk = Desk(folder)
    desk.file(text, name)
    files = POLICE_UK.find([desk.folder], force=None)
    load(root=home.root, files=files, by="service:tests", at=AT)
