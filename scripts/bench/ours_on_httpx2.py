"""gigstack_api as a peer of the bench, on httpx2."""

import httpx2

httpx2.alias_httpx()

from .ours import open_fetcher

__all__ = ["open_fetcher"]
