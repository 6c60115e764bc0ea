"""Text and file: saved when it is asked for, never over what somebody else wrote."""

import asyncio
import errno
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from shiryo.diagnostics import Failed
from shiryo.studio.asking import answer
from shiryo.studio.document import Update
from shiryo.studio.session import Session

TEXT = "shiryo: 1\ntitle: 夜間開館\nsections:\n  - {id: a, title: 平日, message: 20時まで}\n"


@pytest.fixture
def outline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    path = tmp_path / "a.yaml"
    path.write_bytes(TEXT.encode())
    return path


def run(outline: Path, do: Callable[[Session, list[Any]], Awaitable[None]]) -> None:
    """Run ``do`` with a session and what it tells; nothing goes on beside."""

    async def whole() -> None:
        session, told = Session(str(outline)), list[Any]()

        async def hear(said: str) -> None:
            told.append(json.loads(said))

        await session.join(hear)
        try:
            await do(session, told)
        finally:
            session.journal.close()

    asyncio.run(whole())


def done(text: str, changes: Any) -> str:
    """Return a text with what an answer says done to it, as a tab does it."""
    return str(text[: changes["from"]] + changes["insert"] + text[changes["to"] :])


async def type_(session: Session, said: str) -> None:
    """Type at the end."""
    count, version = len(session.text), session.document.version
    parts = said.split("\n")
    assert await session.push(version, [Update("tab", [count, [0, *parts]])])


def test_saving_keeps_ends_of_lines_and_the_mark(outline: Path) -> None:
    outline.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())

    async def do(session: Session, _told: list[Any]) -> None:
        assert session.text == TEXT
        await type_(session, "label: 資料\n")
        await session.save()

    run(outline, do)
    wanted = (TEXT + "label: 資料\n").replace("\n", "\r\n").encode()
    assert outline.read_bytes() == b"\xef\xbb\xbf" + wanted


def test_a_clean_page_follows_the_disk(outline: Path) -> None:
    async def do(session: Session, told: list[Any]) -> None:
        outline.write_text(TEXT.replace("夜間", "休日"))
        await session._disk_changed()
        assert "休日開館" in session.text
        assert not session.conflict
        assert any("updates" in message for message in told)

    run(outline, do)


def test_a_page_with_changes_of_its_own_waits_for_a_person(outline: Path) -> None:
    async def do(session: Session, _told: list[Any]) -> None:
        await type_(session, "label: 資料\n")
        outline.write_text(TEXT.replace("夜間", "休日"))
        made = await answer(session, {"what": "save"})
        assert made["state"]["conflict"] == "changed"
        assert "休日" in outline.read_text()
        assert (await answer(session, {"what": "other"}))["text"] == outline.read_text()
        await answer(session, {"what": "save", "force": True})
        assert outline.read_text() == TEXT + "label: 資料\n"
        assert not session.state["dirty"]

    run(outline, do)


def test_reloading_takes_the_file_and_tells_it_as_a_change(outline: Path) -> None:
    async def do(session: Session, told: list[Any]) -> None:
        await type_(session, "label: 資料\n")
        outline.write_text(TEXT.replace("夜間", "休日"))
        await session._disk_changed()
        assert session.conflict == "changed"
        changes = (await answer(session, {"what": "reload"}))["changes"]
        assert not session.conflict
        await session.replace(done(session.text, changes))
        assert session.text == outline.read_text()
        assert told[-1]["state"]["dirty"] is False

    run(outline, do)


def test_a_file_that_is_gone_is_written_when_a_person_says_so(outline: Path) -> None:
    async def do(session: Session, _told: list[Any]) -> None:
        outline.unlink()
        await session._disk_changed()
        assert session.conflict == "gone"
        await answer(session, {"what": "save", "force": True})
        assert outline.read_text() == TEXT

    run(outline, do)


def test_a_disk_that_is_full_loses_neither_file_nor_text(
    outline: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    async def do(session: Session, _told: list[Any]) -> None:
        await type_(session, "label: 資料\n")
        with monkeypatch.context() as patch:
            patch.setattr("os.fsync", full)
            made = await answer(session, {"what": "save"})
        assert made["refused"] == "failed"
        assert outline.read_text() == TEXT
        assert session.state["dirty"]
        await session.save()
        assert outline.read_text().endswith("label: 資料\n")

    run(outline, do)


def test_what_an_earlier_session_left_is_offered(outline: Path) -> None:
    async def types(session: Session, _told: list[Any]) -> None:
        await type_(session, "label: 途中\n")

    async def finds(session: Session, told: list[Any]) -> None:
        assert told[0]["hello"]["state"]["left"] == 1
        assert session.text == TEXT
        changes = (await answer(session, {"what": "left"}))["changes"]
        assert done(session.text, changes) == TEXT + "label: 途中\n"
        await answer(session, {"what": "other"})

    async def again(session: Session, _told: list[Any]) -> None:
        assert session.left
        await answer(session, {"what": "drop_left"})

    async def never(session: Session, _told: list[Any]) -> None:
        assert not session.left

    for do in (types, finds, again, never):
        run(outline, do)


def test_two_tabs_are_told_of_each_other(outline: Path) -> None:
    async def do(session: Session, told: list[Any]) -> None:
        other: list[Any] = []

        async def hear(said: str) -> None:
            other.append(json.loads(said))

        await session.join(hear)
        await type_(session, "label: 資料\n")
        assert [m["updates"] for m in told if "updates" in m] == [
            m["updates"] for m in other if "updates" in m
        ]

    run(outline, do)


@pytest.mark.parametrize(
    "asked",
    [
        {"what": "nothing"}, {}, {"what": "edit"}, {"what": "edit", "ops": [{"op": "put"}]},
        {"what": "complete", "at": 10**6}, {"what": "at", "at": "x"},
        {"what": "where", "path": "a"},
        {"what": "redraft", "slides": 3}, {"what": "become"},
    ],
)  # fmt: skip
def test_what_is_asked_badly_is_refused(outline: Path, asked: dict[str, Any]) -> None:
    async def do(session: Session, _told: list[Any]) -> None:
        assert "refused" in await answer(session, asked)
        assert session.text == TEXT

    run(outline, do)


def test_a_problem_with_one_remedy_is_mended(outline: Path) -> None:
    outline.write_text(TEXT.replace("message", "mesage"))

    async def do(session: Session, _told: list[Any]) -> None:
        asked = {"what": "remedy", "code": "outline.unknown-key-near", "line": 4}
        changes = (await answer(session, asked))["changes"]
        assert changes["insert"] == "s"

    run(outline, do)


def test_an_outline_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_bytes("題".encode("cp932"))
    with pytest.raises(Failed):
        Session(str(tmp_path / "b.yaml"))


def test_a_tab_that_breaks_off_stops_nothing(outline: Path) -> None:
    async def do(session: Session, told: list[Any]) -> None:
        async def broken(_said: str) -> None:
            raise LookupError("gone")

        session._tabs.add(broken)
        await type_(session, "label: 資料\n")
        assert broken not in session._tabs
        assert any("updates" in message for message in told)

    run(outline, do)
