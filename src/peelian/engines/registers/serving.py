"""Files handed out: never shown in place, never sniffed, never kept by a browser."""

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True)
class Served:
    """A file to be handed out. `headers` go with it, whatever it is."""

    name: str
    kind: str
    content: bytes

    @property
    def headers(self) -> dict[str, str]:
        """What the answer must carry beside its content type, which is `kind`."""
        return {
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(self.name, safe='')}",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
            "Content-Security-Policy": "default-src 'none'; sandbox",
        }
