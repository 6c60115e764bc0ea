"""Listening on this machine alone, and telling where."""

import socket
import webbrowser
from collections.abc import Callable

import uvicorn

from shiryo import limits
from shiryo.diagnostics import Failed, diagnose
from shiryo.studio.app import app
from shiryo.studio.guard import Guard
from shiryo.studio.session import Session


def serve(session: Session, port: int, say: Callable[[str], None], *, opens: bool) -> None:
    """Serve a session until a signal ends the process; ``say`` is told the address.

    ``port`` 0: one that is free. Raises Failed where the port is taken.
    """
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(("127.0.0.1", port))
    except (OSError, OverflowError):
        raise Failed(diagnose("studio.port", port=port)) from None
    found = listening.getsockname()[1]
    guard = Guard(app(session), found)
    config = uvicorn.Config(
        guard,
        log_level="warning",
        lifespan="on",
        ws="websockets-sansio",
        ws_max_size=4 * limits.OUTLINE_BYTES,
        ws_per_message_deflate=False,
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    address = f"http://127.0.0.1:{found}/?token={guard.token}"

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            """Tell the address once it is listened on."""
            await super().startup(sockets)
            say(address)
            if opens:
                webbrowser.open(address)

    Server(config).run(sockets=[listening])
