"""An endpoint that speaks OpenAI's chat completions over HTTP, as many servers of models do."""

import asyncio
import json
import time
from dataclasses import dataclass, field
from typing import Any

import httpx

from shiryo.assist import NoAnswer, Unusable
from shiryo.messages import wording

_MOST_BYTES = 1_000_000
_TRIES = 3
_BUSY = (408, 409, 425, 429, 500, 502, 503, 504)
_WAIT = 1.0
"""Seconds before the second try; twice as long before the third."""
_LONGEST_WAIT = 10.0
_CONNECT = 10.0


@dataclass(frozen=True)
class Endpoint:
    """Where a model is asked, and how long it may take."""

    url: str
    """Up to but without ``/chat/completions``."""
    model: str
    key: str = field(default="", repr=False)
    timeout: float = 60.0
    """Seconds for one answer, however it trickles in."""

    def __post_init__(self) -> None:
        """Refuse a URL that can never be asked."""
        try:
            parts = httpx.URL(self.url)
        except (httpx.InvalidURL, ValueError) as error:
            raise Unusable("assist.bad-url", url=self.url, reason=str(error)) from None
        if parts.scheme not in ("http", "https") or not parts.host:
            reason = wording("causes.assist.no-address")
            raise Unusable("assist.bad-url", url=self.url, reason=reason)

    def __call__(self, instructions: str, task: str) -> str:
        """Return the model's answer. Raises NoAnswer and Unusable."""
        wanted: dict[str, Any] = {
            "model": self.model,
            "messages": [
                {"role": "system", "content": instructions},
                {"role": "user", "content": task},
            ],
            "temperature": 0,
            "seed": 0,
            "response_format": {"type": "json_object"},
        }
        status, body, wait = self._post(wanted)
        for attempt in range(1, _TRIES):
            if status in (400, 422) and "response_format" in wanted:
                del wanted["response_format"]  # not every server knows it
            elif status in _BUSY:
                time.sleep(min(wait or _WAIT * attempt, _LONGEST_WAIT))
            else:
                break
            status, body, wait = self._post(wanted)
        return _content(self._checked(status, body))

    def _post(self, wanted: dict[str, Any]) -> tuple[int, bytes, float]:
        """Return status, body and how many seconds the server wants us to wait."""
        try:
            return asyncio.run(self._sent(wanted))
        except TimeoutError:
            raise NoAnswer(wording("causes.assist.slow", seconds=f"{self.timeout:g}")) from None
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            reason = str(error) or wording("causes.assist.silent")
            raise Unusable("assist.unreachable", url=self.url, reason=reason) from None
        except httpx.HTTPError as error:
            raise NoAnswer(wording("causes.assist.cut", error=error)) from None

    async def _sent(self, wanted: dict[str, Any]) -> tuple[int, bytes, float]:
        """Send and receive, all within `timeout`, however slowly bytes trickle in."""
        address = f"{self.url.rstrip('/')}/chat/completions"
        headers = {"authorization": f"Bearer {self.key}"} if self.key else {}
        limits = httpx.Timeout(None, connect=_CONNECT)
        async with (
            asyncio.timeout(self.timeout),
            httpx.AsyncClient(timeout=limits) as client,
            client.stream("POST", address, json=wanted, headers=headers) as response,
        ):
            if response.is_redirect:
                to = response.headers.get("location", "")
                raise Unusable("assist.redirected", url=self.url, to=to)
            body = b""
            async for chunk in response.aiter_bytes():
                body += chunk
                if len(body) > _MOST_BYTES:
                    raise NoAnswer(wording("causes.assist.long-answer"))
            wait = response.headers.get("retry-after", "")
            return response.status_code, body, float(wait) if wait.isdecimal() else 0.0

    def _checked(self, status: int, body: bytes) -> bytes:
        if status in (401, 403):
            raise Unusable("assist.bad-key", url=self.url, status=status)
        if status == 404:
            raise Unusable("assist.not-found", url=self.url, model=self.model)
        if status != 200:
            told = body.decode("utf-8", "replace").strip()[:120]
            raise NoAnswer(f"HTTP {status} {told}".rstrip())
        return body


def _content(body: bytes) -> str:
    """Return the message of the first choice."""
    try:
        choice = json.loads(body)["choices"][0]
        message = choice["message"]
        said, refusal = message.get("content"), message.get("refusal")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise NoAnswer(wording("causes.assist.no-api")) from None
    if refusal:
        raise NoAnswer(wording("causes.assist.refused", told=str(refusal)[:60]))
    if choice.get("finish_reason") in ("length", "content_filter"):
        raise NoAnswer(wording("causes.assist.ended", reason=choice["finish_reason"]))
    if not isinstance(said, str):
        raise NoAnswer(wording("causes.assist.no-words"))
    return said
