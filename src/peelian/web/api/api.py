"""The public, read-only API."""

from ninja import NinjaAPI

from peelian.web.api import cells, comparisons, figures, listings, problems, procedures

api = NinjaAPI(
    title="Peelian",
    version="1",
    description="Figures of policing that can be opened, repeated and argued with. Read only.",
    urls_namespace="api",
    docs_url=None,
)
problems.install(api)
ROUTERS = (
    listings.router,
    cells.router,
    comparisons.router,
    figures.router,
    procedures.router,
)
for made in ROUTERS:
    api.add_router("", made)
