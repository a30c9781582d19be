"""The published files as pandas reads them, without the loader, the store or the engine."""

import io
import zipfile
from functools import cache
from importlib.resources import files

import pandas as pd

SAMPLES = files("peelian.sources.police_uk") / "samples" / "police-uk-2021-03-to-2021-12.zip"
REFERENCE = files("peelian.sources.ons") / "reference"
ASB = "Anti-social behaviour"
# The only districts whose name in the list of neighbourhoods is not that of the lookup.
RENAMED = {
    "Bristol": "Bristol, City of",
    "Herefordshire": "Herefordshire, County of",
    "Kingston upon Hull": "Kingston upon Hull, City of",
    "The Vale of Glamorgan": "Vale of Glamorgan",
}


@cache
def street():
    """Every row of every street file, with its force and its place."""
    return _read("street").merge(places(), on="lsoa", how="left")


@cache
def outcomes():
    """Every row of every outcomes file, with its force and its place."""
    return _read("outcomes").merge(places(), on="lsoa", how="left")


@cache
def places():
    """Each neighbourhood: district, force that polices it, deprivation tenth, residents."""
    people = _csv("population-mid-2020-by-lsoa11-england-wales.csv.gz")
    tenths = _csv("imd-2019-by-lsoa11-england.csv.gz")[["lsoa11_code", "IMD_decile"]]
    links = _csv("lad16-csp16-pfa16.csv")[["LAD16NM", "PFA16NM"]]
    slugs = links.PFA16NM.str.lower().str.replace(" ", "-").rename("area_force")
    links = links.assign(area_force=slugs.str.replace("&", "and"))
    people["district"] = people.lsoa11_name.str[:-5]
    people["LAD16NM"] = people.district.replace(RENAMED)
    joined = people.merge(links, on="LAD16NM", how="left").merge(tenths, how="left")
    return pd.DataFrame(
        {
            "lsoa": joined.lsoa11_code,
            "district": joined.district,
            "area_force": joined.area_force,
            "deprivation_decile": joined.IMD_decile,
            "residents": joined.total_population.astype(int),
        }
    )


def _read(kind):
    found = []
    with zipfile.ZipFile(io.BytesIO(SAMPLES.read_bytes())) as archive:
        for name in archive.namelist():
            if not name.endswith(f"-{kind}.csv"):
                continue
            rows = pd.read_csv(archive.open(name), dtype=str, keep_default_na=False)
            force = name.rpartition("/")[2][len("2021-03-") : -len(f"-{kind}.csv")]
            found.append(rows.assign(force=force))
    rows = pd.concat(found, ignore_index=True).replace("", None)
    return rows.rename(
        columns={
            "Crime ID": "id",
            "Month": "month",
            "LSOA code": "lsoa",
            "Crime type": "type",
            "Outcome type": "outcome_type",
        }
    )


def _csv(name):
    path = REFERENCE / name
    with path.open("rb") as opened:
        return pd.read_csv(
            opened,
            dtype=str,
            compression="gzip" if name.endswith(".gz") else None,
            encoding="utf-8-sig",
        )
