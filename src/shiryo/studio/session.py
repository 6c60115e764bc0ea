"""One outline while it is edited: its text, its file, its journal, and the tabs that show it."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from threading import Thread

from shiryo.diagnostics import Failed, Span, diagnose
from shiryo.outline.editing import Source, Splice
from shiryo.studio.builder import Builder, Message, problem
from shiryo.studio.document import Document, Update
from shiryo.workspace import on_disk, saving
from shiryo.workspace.journal import Journal, Left
from shiryo.workspace.watching import Watch

Send = Callable[[str], Awaitable[None]]
_PAUSES = {"deck": 0.12, "handout": 0.3}
"""Seconds without typing after which handout and checks are made; they cannot be broken off."""
_QUIET = 0.3
"""Seconds without typing after which the journal is put onto the disk itself."""


class Session:
    """What all tabs of a studio share; used by one loop."""

    def __init__(self, path: str, roots: Iterable[str] = (), text: str | None = None) -> None:
        """Begin with the file at ``path`` or, not saved yet, with ``text``. Raises Failed."""
        self.path, self.roots = path, tuple(roots)
        self.journal = Journal(path)
        self.disk = on_disk.read(path)
        self.document = Document(self.disk.text)
        self.journal.begin(self.disk.digest)
        self.left: list[Left] = self._worth(self.journal.left())
        self._watch = Watch(Path(path))
        self._watch.begin()
        self.builder = Builder(path, self.roots, self._watch.reads)
        self.conflict = ""
        """Why saving waits for a person: ``changed`` or ``gone`` on the disk, or nothing."""
        self._tabs: set[Send] = set()
        self._wake, self._typed = asyncio.Event(), asyncio.Event()
        self._parts: dict[str, Message] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self._source: tuple[str, Source] | None = None
        if text is not None:
            self._replace(text)

    def start(self) -> None:
        """Build, keep the journal and look at the disk from now on."""
        loop = asyncio.get_running_loop()
        self._tasks = [loop.create_task(f()) for f in (self._build, self._sync)]
        Thread(target=self._look, args=[loop], daemon=True).start()
        self._wake.set()

    async def stop(self) -> None:
        """End what `start` began; what is not saved stays in the journal."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self.journal.sync()
        if self.text == self.disk.text:
            self.journal.forget()
        self.journal.close()

    @property
    def text(self) -> str:
        """What the outline says now."""
        return self.document.text

    @property
    def source(self) -> Source:
        """The text, read. Raises Unfit where it is no YAML."""
        if self._source is None or self._source[0] != self.text:
            self._source = self.text, Source.of(self.text)
        return self._source[1]

    @property
    def state(self) -> Message:
        """How text and file stand to each other."""
        trouble = self.journal.problem
        return {
            "file": Path(self.path).name,
            "dirty": self.text != self.disk.text,
            "there": bool(self.disk.digest),
            "conflict": self.conflict,
            "left": len(self.left),
            "trouble": problem(trouble) if trouble else None,
        }

    # Tabs

    async def join(self, send: Send) -> None:
        """Tell a tab all that there is, and then all that happens."""
        await send(json.dumps(self.hello()))
        for message in list(self._parts.values()):
            pages = self.builder.pages.get(message["of"])
            whole = message if pages is None else {**message, "pages": dict(pages)}
            await send(json.dumps({"part": whole, "version": self.document.version}))
        self._tabs.add(send)

    def hello(self, *, missed: bool = False) -> Message:
        """Return what a tab begins with, or begins again with that ``missed`` too much."""
        version, state = self.document.version, self.state
        return {"hello": {"text": self.text, "version": version, "state": state, "missed": missed}}

    def leave(self, send: Send) -> None:
        """Tell a tab no more."""
        self._tabs.discard(send)

    async def tell(self, message: Message) -> None:
        """Tell all tabs."""
        said = json.dumps(message)
        for send in list(self._tabs):
            try:
                await send(said)
            except Exception:  # however a tab goes, the others are told
                self.leave(send)

    async def tell_state(self) -> None:
        """Tell all tabs how text and file stand to each other."""
        await self.tell({"state": self.state})

    # The text

    async def push(self, version: int, updates: list[Update]) -> bool:
        """Do what a tab did and tell the others; False where the tab is behind.

        Raises ValueError for what is no change of the text, or makes too much of it.
        """
        before = self.state
        splices = self.document.push(version, updates)
        if splices is None:
            return False
        if not updates:
            return True
        self.journal.append(splices, self.text)
        await self._tell_changes(version)
        if self.state != before:
            await self.tell_state()
        return True

    async def replace(self, text: str) -> None:
        """Let the text be another, and tell all tabs."""
        version = self.document.version
        if self._replace(text):
            await self._tell_changes(version)
        await self.tell_state()

    def _replace(self, text: str) -> Splice | None:
        splice = self.document.replace(text)
        if splice:
            self.journal.append([splice], self.text)
            self._changed()
        return splice

    async def _tell_changes(self, version: int) -> None:
        self._changed()
        updates = [update.said for update in self.document.since(version) or ()]
        await self.tell({"updates": updates, "version": version})

    def _changed(self) -> None:
        self._wake.set()
        self._typed.set()

    # The file

    async def save(self, *, force: bool = False) -> None:
        """Write the file, if it is as it was read or by ``force``. Raises Failed."""
        text = self.text
        write = partial(on_disk.write, self.path, text, self.disk, only=not force)
        try:
            self.disk = await asyncio.to_thread(write)
        except saving.Changed:
            await self._disk_changed()
            return
        self.conflict = ""
        if self.text == text:
            self.journal.begin(self.disk.digest)
        self.journal.forget(self.left)
        self.left = []
        await self.tell_state()

    async def reload(self) -> str:
        """Take the file as it is now for what is saved; return its text, which a tab takes up."""
        self.disk = await asyncio.to_thread(on_disk.read, self.path)
        self.conflict = ""
        await self.tell_state()
        return self.disk.text

    async def drop_left(self) -> None:
        """Let go of what was typed before and not saved."""
        left, self.left = self.left, []
        self.journal.forget(left)
        await self.tell_state()

    def refresh(self) -> None:
        """Build again, with everything that the outline names read anew."""
        self.builder.stale()
        self._wake.set()

    def _worth(self, left: list[Left]) -> list[Left]:
        """Return what differs from the file; drop the rest."""
        same = [one for one in left if one.text == self.disk.text]
        self.journal.forget(same)
        return [one for one in left if one not in same]

    async def _disk_changed(self) -> None:
        try:
            now = await asyncio.to_thread(on_disk.read, self.path)
        except Failed:
            return  # it is being written
        if now.digest == self.disk.digest:
            return
        if not now.digest:
            self.conflict = "gone"
        elif self.text in {self.disk.text, now.text}:
            self.disk = now
            self.conflict = ""
            await self.replace(now.text)
            return
        else:
            self.conflict = "changed"
        await self.tell_state()

    # What goes on beside

    async def _build(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            text, version = self.text, self.document.version
            parts = self._parts_of(text)
            while (part := await asyncio.to_thread(next, parts, None)) is not None:
                kept = {**part, "pages": {}} if "pages" in part else part
                self._parts[part["of"]] = kept
                await self.tell({"part": part, "version": version})
                if self._wake.is_set() or await self._typing(_PAUSES.get(part["of"], 0)):
                    break

    async def _typing(self, seconds: float) -> bool:
        """Tell whether there is newer text within so long: what comes next is for who pauses."""
        if not seconds:
            return False
        try:
            await asyncio.wait_for(self._wake.wait(), seconds)
        except TimeoutError:
            return False
        return True

    def _parts_of(self, text: str) -> Iterator[Message]:
        """Yield what comes of a text; a fault of ours is told, and the next text is tried."""
        try:
            yield from self.builder.round(text)
        except Exception as error:
            fault = diagnose("studio.fault", Span(self.path), error=repr(error))
            yield {"of": "outline", "problems": [problem(fault)], "good": False}

    async def _sync(self) -> None:
        while True:
            await self._typed.wait()
            self._typed.clear()
            await asyncio.sleep(_QUIET)
            if not self._typed.is_set():
                before = self.journal.problem
                await asyncio.to_thread(self.journal.sync)
                if self.journal.problem != before:
                    await self.tell_state()

    def _look(self, loop: asyncio.AbstractEventLoop) -> None:
        """Tell the loop of each change on the disk; in a thread of its own, which waits."""
        while True:
            changed = self._watch.wait()
            self._watch.begin()
            try:
                loop.call_soon_threadsafe(self._seen, changed)
            except RuntimeError:  # the loop is closed
                return

    def _seen(self, changed: list[Path]) -> None:
        if Path(self.path) in changed:
            self._tasks.append(asyncio.get_running_loop().create_task(self._disk_changed()))
        if set(changed) - {Path(self.path)}:
            self.refresh()
