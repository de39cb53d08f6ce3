"""What the stories of the surface share: a client that repeats without waiting, and what was
sent.
"""

from __future__ import annotations

import json
from typing import Any, cast

import httpx
import respx

from gigstack_api import Gigstack, RetryPolicy

API = "https://api.gigstack.io/v2"
KEY = "secret-key-of-a-team"
AT_ONCE = RetryPolicy(base_s=0, settle_s=0)


def gigstack(**options: Any) -> Gigstack:
    """A client whose connections respx plays; they are the test's own, so that nobody has to close
    them.
    """
    options.setdefault("retries", AT_ONCE)
    options.setdefault("http_client", httpx.AsyncClient())
    return Gigstack(KEY, **options)


def requests(router: respx.MockRouter | respx.Route) -> list[httpx.Request]:
    """The requests that arrived, in their order."""
    return [cast("httpx.Request", call.request) for call in cast("Any", router).calls]


def sent(router: respx.MockRouter) -> Any:
    """The JSON body of the last request."""
    return json.loads(requests(router)[-1].content)
