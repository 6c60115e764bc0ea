"""Who may ask: a browser on this machine that was told the token, and a page of ours.

Asked in turn: that the request came to the address we listen on (``Host``: another name that leads
here, by DNS rebinding, is refused), that a page of ours made it (``Origin``; it has to be there
where something changes, and on WebSockets), and that the browser has the cookie that the token of
the printed address was once exchanged for. Bodies are refused by their length before they are read.
"""

import hmac
import secrets
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any, TypeAlias
from urllib.parse import parse_qs

from shiryo import limits
from shiryo.messages import wording

Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send: TypeAlias = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

_SAFE = {"GET", "HEAD"}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
"""What every answer says."""


def policy(nonce: str) -> str:
    """Return the content security policy: nothing from elsewhere, no style but our own."""
    return (
        f"default-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; "
        "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


class TooLong(Exception):
    """A body that is longer than may be."""


class Guard:
    """Lets through what may be asked."""

    def __init__(self, app: App, port: int) -> None:
        self._app = app
        self.token, self._key = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        self._cookie = f"shiryo-{port}"  # all ports of a host share its cookies
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        headers = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in scope["headers"]}
        reason = self._refusal(scope, headers)
        given = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("token", [""])[0]
        is_page = scope["type"] == "http" and scope["path"] == "/" and scope["method"] == "GET"
        if not reason and is_page and _same(given, self.token):
            await _respond(send, 303, "", {"Location": "/", "Set-Cookie": self._set_cookie()})
        elif reason or not self._knows(headers):
            await self._refuse(scope, receive, send, reason or "token")
        elif scope["type"] == "http" and _length(headers) > limits.UPLOAD_BYTES:
            await _respond(send, 413, said("too-long"))
        else:
            await self._bounded(scope, receive, send)

    async def _bounded(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on; its body ends where it grows too long, whatever was announced."""
        taken = 0

        async def measured() -> MutableMapping[str, Any]:
            nonlocal taken
            message = await receive()
            if message["type"] == "http.request":
                taken += len(message.get("body", b""))
                if taken > limits.UPLOAD_BYTES:
                    raise TooLong
            return message

        await self._app(scope, measured, send)

    def _refusal(self, scope: Scope, headers: Mapping[str, str]) -> str:
        if headers.get("host") not in self._hosts:
            return "host"
        origin = headers.get("origin")
        needed = scope["type"] == "websocket" or scope["method"] not in _SAFE
        if origin is None:
            return "origin" if needed else ""
        return "" if origin == f"http://{headers['host']}" else "origin"

    def _knows(self, headers: Mapping[str, str]) -> bool:
        try:
            cookies = SimpleCookie(headers.get("cookie", ""))
        except CookieError:
            return False
        found = cookies.get(self._cookie)
        return found is not None and _same(found.value, self._key)

    def _set_cookie(self) -> str:
        return f"{self._cookie}={self._key}; Path=/; HttpOnly; SameSite=Strict"

    async def _refuse(self, scope: Scope, receive: Receive, send: Send, reason: str) -> None:
        if scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        await _respond(send, 403, said(reason))


def said(reason: str) -> str:
    """Return why a request is refused, in both languages: nobody is known who would choose."""
    most = f"{limits.UPLOAD_BYTES / 1_000_000:g} MB"
    both = (wording(f"studio.refused.{reason}.{language}", most=most) for language in ("ja", "en"))
    return "\n\n".join(both) + "\n"


def _same(given: str, known: str) -> bool:
    return hmac.compare_digest(given.encode(), known.encode())


def _length(headers: Mapping[str, str]) -> int:
    said = headers.get("content-length", "0")
    return int(said) if said.isdecimal() else 0


async def _respond(
    send: Send, status: int, text: str, more: Mapping[str, str] | None = None
) -> None:
    told = {
        **HEADERS,
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Security-Policy": "default-src 'none'",
        "Connection": "close" if status == 413 else "keep-alive",
        **(more or {}),
    }
    headers = [(key.encode(), value.encode("latin-1")) for key, value in told.items()]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": text.encode()})
