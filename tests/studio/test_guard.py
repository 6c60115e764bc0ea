"""Nobody asks the studio but a page of its own, in a browser that was told the token."""

import base64
import contextlib
import os
import re
import socket
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

import pytest
from browsing import Running, briefing, studio

from shiryo import limits


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("guarded")
    briefing(folder)
    (folder / "secret.txt").write_text("機密")
    (folder / "outlines" / "link.txt").symlink_to(folder / "secret.txt")
    with studio(folder, "outlines/kokusan-ai.yaml", "--root", ".") as found:
        yield found


class Asking:
    """Asks with any headers."""

    def __init__(self, running: Running) -> None:
        self.port = running.port
        token = running.address.partition("?")[2]
        came = self.ask("GET", f"/?{token}", cookie="")
        self.cookie = (came.getheader("Set-Cookie") or "").partition(";")[0]
        self.set = came.getheader("Set-Cookie") or ""
        self.status = came.status

    def ask(
        self, method: str, path: str, body: Any = None, *, cookie: str | None = None, **more: str
    ) -> HTTPResponse:
        link = HTTPConnection("127.0.0.1", self.port, timeout=10)
        link.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        cookie = self.cookie if cookie is None else cookie
        given = {"Host": f"127.0.0.1:{self.port}", "Cookie": cookie, **more}
        if body is not None and "Content-Length" not in given and "Transfer-Encoding" not in given:
            given["Content-Length"] = str(len(body))
        for name, value in given.items():
            if value:
                link.putheader(name.replace("_", "-"), value)
        link.endheaders(body)
        return link.getresponse()

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@pytest.fixture(scope="module")
def asking(running: Running) -> Asking:
    return Asking(running)


def test_the_token_is_exchanged_for_a_cookie_that_no_script_reads(asking: Asking) -> None:
    assert asking.status == 303
    assert re.fullmatch(r"shiryo-\d+=\S+; Path=/; HttpOnly; SameSite=Strict", asking.set)
    page = asking.ask("GET", "/")
    assert page.status == 200
    assert "default-src 'self'" in (page.getheader("Content-Security-Policy") or "")
    assert "unsafe" not in (page.getheader("Content-Security-Policy") or "")


@pytest.mark.parametrize("path", ["/", "/socket", "/static/app.js", "/take/outline.yaml", "/words"])
def test_without_it_nothing_is_told(asking: Asking, path: str) -> None:
    for cookie in ("", "shiryo=1", f"shiryo-{asking.port}=wrong"):
        came = asking.ask("GET", path, cookie=cookie)
        assert came.status in {403, 404 if path == "/socket" else 403}
        assert "token=" in came.read().decode() or path == "/socket"


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example"],
)
def test_a_name_that_only_leads_here_is_refused(asking: Asking, host: str) -> None:
    came = asking.ask("GET", "/", Host=host)
    assert came.status == 403
    assert "127.0.0.1" in came.read().decode()


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1", ""])
def test_another_page_can_change_nothing(asking: Asking, origin: str) -> None:
    for path in ("/article", "/picture"):
        came = asking.ask("POST", path, b"x", Origin=origin, X_File_Name="a.txt")
        assert came.status == 403
        assert "ほかのページ" in came.read().decode()


def socket_status(asking: Asking, **headers: str) -> int:
    given = {
        "Host": f"127.0.0.1:{asking.port}", "Upgrade": "websocket", "Connection": "Upgrade",
        "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(),
        "Sec-WebSocket-Version": "13", "Origin": asking.origin, "Cookie": asking.cookie, **headers,
    }  # fmt: skip
    lines = "".join(f"{name}: {value}\r\n" for name, value in given.items() if value)
    with socket.create_connection(("127.0.0.1", asking.port), 10) as link:
        link.sendall(f"GET /socket HTTP/1.1\r\n{lines}\r\n".encode())
        return int(link.recv(64).split()[1])


def test_a_socket_needs_all_three(asking: Asking) -> None:
    assert socket_status(asking) == 101
    for headers in (
        {"Origin": ""}, {"Origin": "http://evil.example"}, {"Host": "evil.example"}, {"Cookie": ""},
    ):  # fmt: skip
        assert socket_status(asking, **headers) == 403


def test_a_body_that_is_too_long_is_refused_before_it_is_read(asking: Asking) -> None:
    more = {"Origin": asking.origin, "X-File-Name": "a.txt", "Content-Length": "100000000"}
    came = asking.ask("POST", "/article", b"x", **more)
    assert came.status == 413
    assert "60 MB" in came.read().decode()


def test_a_body_of_no_told_length_is_refused_where_it_grows_too_long(asking: Asking) -> None:
    def parts() -> Iterator[bytes]:
        part = b"x" * 1_000_000
        for _ in range(limits.UPLOAD_BYTES // len(part) + 5):
            yield b"%x\r\n%s\r\n" % (len(part), part)

    more = {"Origin": asking.origin, "X-File-Name": "a.txt", "Transfer-Encoding": "chunked"}
    with contextlib.suppress(ConnectionError):  # it may hang up while we go on
        assert asking.ask("POST", "/article", parts(), **more).status == 413


@pytest.mark.parametrize(
    "name", ["../secret.txt", "/etc/passwd", "a%00b.txt", "..", ".bashrc", "a\\b.txt", ""]
)
def test_a_name_cannot_leave_the_folder(asking: Asking, name: str) -> None:
    for path in ("/article", "/picture"):
        came = asking.ask(
            "POST", path, b"x", Origin=asking.origin, X_File_Name=name.replace("/", "%2F")
        )
        assert came.status == 422
        assert "ファイル名" in came.read().decode()


def test_what_is_there_is_neither_followed_nor_overwritten(asking: Asking) -> None:
    said = "# 題\n\n本文はここにある。二つめの文も続く。\n".encode()
    came = asking.ask("POST", "/article", said, Origin=asking.origin, X_File_Name="link.txt")
    assert came.status == 200
    assert b"link-2.txt" in came.read()


@pytest.mark.parametrize(
    "path",
    ["/static/..%2fapp.py", "/static/../app.py", "/%2e%2e/secret.txt", "/seeds/kokusan-ai.txt",
     "/static/index.html", "/take/..%2fsecret.txt"],
)  # fmt: skip
def test_no_path_leads_to_a_file_of_the_disk(asking: Asking, path: str) -> None:
    came = asking.ask("GET", path)
    assert came.status == 404
    assert "機密" not in came.read().decode()


def test_an_outline_shows_nothing_from_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"\x89PNG secret")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.yaml").write_text(
        "shiryo: 1\ntitle: 題\nsections:\n- id: a\n  title: 節\n"
        "  blocks: [{image: {file: ../secret.png}}]\n"
    )
    with studio(tmp_path / "in", "a.yaml") as running:
        came = Asking(running).ask("GET", "/take/deck.pdf")
        assert came.status == 422
        assert "secret.png" in came.read().decode()
