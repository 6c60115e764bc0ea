"""An endpoint that speaks OpenAI's chat completions over HTTP, as many servers of models do."""

import asyncio
import json
import time
from dataclasses import field
from typing import Any

import httpx

from shiryo import limits
from shiryo.assist.answer import SCHEMA
from shiryo.assist.asking import NoAnswer, Unusable
from shiryo.messages import wording
from shiryo.values import dataclass

_TRIES = 3
_BUSY = (408, 409, 425, 429, 500, 502, 503, 504)
_WAIT = 1.0
"""Seconds before the second try; twice as long before the third."""
_LONGEST_WAIT = 10.0
_CONNECT = 10.0


_FORMATS: tuple[dict[str, Any], ...] = (
    {"type": "json_schema", "json_schema": {"name": "section", "strict": True, "schema": SCHEMA}},
    {"type": "json_object"},
    {},
)
"""How servers are asked to hold a model to JSON, what not all know first."""
_SETTINGS: dict[str, Any] = {"temperature": 0, "seed": 0, "max_tokens": limits.ASSIST_TOKENS}
"""What most servers know; the last of them is asked without."""


@dataclass
class Endpoint:
    """Where a model is asked, and how long it may take."""

    url: str
    """Up to but without ``/chat/completions``."""
    model: str
    key: str = field(default="", repr=False)
    timeout: float = 300.0
    """Seconds for one answer, however it trickles in."""
    _known: int = field(default=0, repr=False)
    """How much of `_bodies` the server refused."""

    def __post_init__(self) -> None:
        """Refuse a URL that can never be asked."""
        try:
            parts = httpx.URL(self.url)
        except (httpx.InvalidURL, ValueError) as error:
            raise Unusable("assist.bad-url", url=self.url, reason=str(error)) from None
        if parts.scheme not in ("http", "https") or not parts.host:
            reason = wording("causes.assist.no-address")
            raise Unusable("assist.bad-url", url=self.url, reason=reason)

    def bodies(self, instructions: str, task: str) -> list[dict[str, Any]]:
        """Return what is sent, and in what simpler ways if a server refuses that."""
        said = [
            {"role": "system", "content": instructions},
            {"role": "user", "content": task},
        ]
        asked: dict[str, Any] = {"model": self.model, "messages": said}
        formatted = [
            {**asked, **_SETTINGS, **({"response_format": each} if each else {})}
            for each in _FORMATS
        ]
        return [*formatted, asked]

    def __call__(self, instructions: str, task: str) -> str:
        """Return the model's answer. Raises NoAnswer and Unusable."""
        bodies = self.bodies(instructions, task)
        status, body = self._insisted(bodies[self._known])
        while status in (400, 422) and self._known + 1 < len(bodies):
            self._known += 1
            status, body = self._insisted(bodies[self._known])
        return _content(self._checked(status, body))

    def _insisted(self, wanted: dict[str, Any]) -> tuple[int, bytes]:
        """Return status and body; a busy server is asked again."""
        status, body, wait = self._post(wanted)
        for attempt in range(1, _TRIES):
            if status not in _BUSY:
                break
            time.sleep(min(wait or _WAIT * attempt, _LONGEST_WAIT))
            status, body, wait = self._post(wanted)
        return status, body

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
        deadline = httpx.Timeout(None, connect=_CONNECT)
        async with (
            asyncio.timeout(self.timeout),
            httpx.AsyncClient(timeout=deadline) as client,
            client.stream("POST", address, json=wanted, headers=headers) as response,
        ):
            if response.is_redirect:
                to = response.headers.get("location", "")
                raise Unusable("assist.redirected", url=self.url, to=to)
            body = b""
            async for chunk in response.aiter_bytes():
                body += chunk
                if len(body) > limits.ANSWER_BYTES:
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
