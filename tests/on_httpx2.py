"""A pytest plugin: the tests run on httpx2, the successor of httpx, instead of httpx. `make
test-httpx2` loads it.
"""

from __future__ import annotations

import httpx2

httpx2.alias_httpx()
