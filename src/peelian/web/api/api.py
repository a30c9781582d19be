"""The public, read-only API."""

from ninja import NinjaAPI

from peelian.web.api import cells, comparisons, figures, listings, problems

api = NinjaAPI(
    title="Peelian",
    version="1",
    description="Figures of policing that can be opened, repeated and argued with. Read only.",
    urls_namespace="api",
    docs_url=None,
)
problems.install(api)
for made in (listings.router, cells.router, comparisons.router, figures.router):
    api.add_router("", made)
