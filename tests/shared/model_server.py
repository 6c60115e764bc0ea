"""A server that speaks OpenAI's chat completions, and misbehaves on demand."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = tuple[int, dict[str, str], Iterator[bytes]]
Behaviour = Callable[[dict[str, Any]], Reply]
"""From what was asked to status, headers and the body, which may trickle."""


class ModelServer:
    """What it was asked, and where it listens."""

    def __init__(self, behave: Behaviour) -> None:
        self.behave = behave
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.url = ""


@contextmanager
def serve(behave: Behaviour) -> Iterator[ModelServer]:
    state = ModelServer(behave)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
            state.paths.append(self.path)
            state.requests.append(asked)
            state.headers.append({k.lower(): v for k, v in self.headers.items()})
            status, headers, body = state.behave(asked)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                for part in body:
                    self.wfile.write(part)
                    self.wfile.flush()
            except OSError:
                pass  # the client has had enough

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield state
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def task(asked: dict[str, Any]) -> dict[str, Any]:
    """What a request asks to be worded."""
    found = json.loads(asked["messages"][1]["content"])
    assert isinstance(found, dict)
    return found


def completion(content: str | None, **message: Any) -> Reply:
    choice = {"index": 0, "finish_reason": "stop"}
    body = {"choices": [choice | {"message": {"role": "assistant", "content": content} | message}]}
    return 200, {"content-type": "application/json"}, iter([json.dumps(body).encode()])


def answering(answer: Callable[[dict[str, Any]], Any]) -> Behaviour:
    """A model that answers each task with a value, as JSON."""
    return lambda asked: completion(json.dumps(answer(task(asked)), ensure_ascii=False))


def silent(asked: dict[str, Any]) -> dict[str, Any]:
    """Return an answer that says nothing new."""
    return {"message": asked["draft"]["message"], "lines": [], "points": [], "form": "bullets"}
