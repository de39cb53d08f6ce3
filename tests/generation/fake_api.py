"""A scripted API that records the requests it gets."""

from __future__ import annotations

import httpx

from gigstack_api import Gigstack, RetryPolicy

KEY = "key-that-must-stay-secret"


class FakeApi:
    """Answers every request the same way; `gig` is a client that calls it."""

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []
        self.answer = httpx.Response(200, json={"data": {}})
        self.gig = Gigstack(
            KEY,
            base_url="https://api.test/v2",
            retries=RetryPolicy.none(),
            http_client=httpx.AsyncClient(transport=httpx.MockTransport(self._answer)),
        )

    def answers(
        self,
        status: int,
        *,
        json: object = None,
        content: bytes = b"",
        media_type: str = "application/json",
    ) -> None:
        """Sets the answer to all later requests."""
        if json is None:
            self.answer = httpx.Response(
                status, content=content, headers={"Content-Type": media_type}
            )
        else:
            self.answer = httpx.Response(status, json=json)

    @property
    def asked(self) -> httpx.Request:
        """The last request."""
        return self.requests[-1]

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(
            self.answer.status_code, headers=self.answer.headers, content=self.answer.content
        )
