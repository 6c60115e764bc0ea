"""The routes: the page and what it is made of, its socket, what goes up and what comes down."""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib.resources import files as resources
from typing import Any
from urllib.parse import quote, unquote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from shiryo.diagnostics import Failed
from shiryo.outline.schema import schema
from shiryo.studio import asking, files, guard, words
from shiryo.studio.builder import problem
from shiryo.studio.document import Update
from shiryo.studio.guard import HEADERS, TooLong, policy
from shiryo.studio.session import Session

_STATIC = {"app.js": "text/javascript", "app.css": "text/css", "icon.svg": "image/svg+xml"}


def app(session: Session) -> Starlette:
    """Return the application of a session; who may ask is the matter of `guard`."""

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        session.start()
        yield
        await session.stop()

    def static(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in _STATIC:
            return Response(status_code=404, headers=HEADERS)
        data = resources(__package__).joinpath("static", name).read_bytes()
        return Response(data, media_type=_STATIC[name], headers=HEADERS)

    async def take(request: Request) -> Response:
        kind, variant = request.path_params["kind"], request.query_params.get("variant", "")
        if kind not in files.KINDS:
            return Response(status_code=404, headers=HEADERS)
        try:
            name, data, media = await asyncio.to_thread(files.taken, session, kind, variant)
        except Failed as failure:
            return _failed(failure)
        except ValueError:
            return Response(status_code=400, headers=HEADERS)
        named = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
        return Response(data, media_type=media, headers=HEADERS | named)

    async def put_article(request: Request) -> Response:
        async def do(name: str, data: bytes) -> dict[str, Any]:
            text, said = await asyncio.to_thread(files.put_article, session, name, data)
            session.builder.stale()
            made = await asking.answer(session, {"what": "become", "text": text})
            return made | {"problems": [problem(found) for found in said]}

        return await _upload(request, do)

    async def put_picture(request: Request) -> Response:
        async def do(name: str, data: bytes) -> dict[str, Any]:
            path = await asyncio.to_thread(files.put_picture, session, name, data)
            session.refresh()
            return {"path": path}

        return await _upload(request, do)

    routes = [
        Route("/", page),
        Route("/words", said),
        Route("/schema", lambda _request: JSONResponse(schema(), headers=HEADERS)),
        Route("/static/{name}", static),
        Route("/take/{kind}", take),
        Route("/article", put_article, methods=["POST"]),
        Route("/picture", put_picture, methods=["POST"]),
        WebSocketRoute("/socket", lambda socket: talk(socket, session)),
    ]
    return Starlette(routes=routes, lifespan=lifespan)


def page(_request: Request) -> Response:
    """Return the page; its nonce lets the editor's own style in."""
    nonce = secrets.token_urlsafe(16)
    html = resources(__package__).joinpath("static", "index.html").read_text("utf-8")
    return HTMLResponse(
        html.replace("{{nonce}}", nonce),
        headers=HEADERS | {"Content-Security-Policy": policy(nonce)},
    )


def said(request: Request) -> Response:
    """Return the words of the page in the language asked for."""
    return JSONResponse(words.of(request.query_params.get("lang", "ja")), headers=HEADERS)


async def talk(socket: WebSocket, session: Session) -> None:
    """Take what a tab does and answer what it asks, until it is closed."""
    await socket.accept()
    await session.join(socket.send_text)
    try:
        while True:
            message = json.loads(await socket.receive_text())
            if message["do"] == "push":
                updates = [Update(str(u["clientID"]), u["changes"]) for u in message["updates"]]
                if not await session.push(int(message["version"]), updates):
                    await _catch_up(socket, session, int(message["version"]))
            elif message["do"] == "ask":
                made = await asking.answer(session, message)
                await socket.send_text(json.dumps({"re": message["id"], **made}))
    except (ValueError, KeyError, TypeError):
        await socket.close(1007)
    except (WebSocketDisconnect, RuntimeError):
        pass
    finally:
        session.leave(socket.send_text)


async def _catch_up(socket: WebSocket, session: Session, version: int) -> None:
    """Tell a tab what it missed; all of it where that is no longer known."""
    missed = session.document.since(version)
    if missed is None:
        await socket.send_text(json.dumps(session.hello(missed=True)))
    else:
        told = {"updates": [update.said for update in missed], "version": version}
        await socket.send_text(json.dumps(told))


async def _upload(
    request: Request, do: Callable[[str, bytes], Awaitable[dict[str, Any]]]
) -> Response:
    """Read a body, whose bounds are kept while it comes, and do something with it."""
    name = unquote(request.headers.get("x-file-name", ""))
    try:
        files.checked(name)
        return JSONResponse(await do(name, await request.body()), headers=HEADERS)
    except Failed as failure:
        return _failed(failure)
    except TooLong:
        return PlainTextResponse(guard.said("too-long"), 413, headers=HEADERS)


def _failed(failure: Failed) -> Response:
    problems = [problem(found) for found in failure.diagnostics]
    return JSONResponse({"problems": problems}, 422, headers=HEADERS)
