"""Putting the outputs of a batch into a store that is no folder: S3 and whatever fsspec reaches.

The ledger is in the person's own state folder, which is held alone as long as a batch writes there.
"""

import contextlib
import hashlib
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Self

from shiryo import interrupts, limits
from shiryo.diagnostics import Failed, Span, diagnose
from shiryo.workspace import state
from shiryo.workspace.delivery import Halted, Made, failed, recorded
from shiryo.workspace.ledger import Entry, Ledger, Output
from shiryo.workspace.saving import place

_WHOLE = {"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "oss", "memory"}
"""Stores in which an object is there whole or not at all; elsewhere it is renamed."""
_PART = 1 << 20


def is_remote(folder: str) -> bool:
    """Tell whether ``folder`` names a store, such as ``s3://bucket/path``."""
    return "://" in folder


class Store:
    """A store that a batch writes into. Raises Failed where it is not to be had."""

    def __init__(self, url: str, *, force: bool) -> None:
        self._url, self._force = url.rstrip("/"), force
        self._stack = contextlib.ExitStack()

    def __enter__(self) -> Self:
        """Find the store, and open the ledger."""
        try:
            import fsspec
        except ImportError:
            raise Failed(diagnose("batch.no-library", Span(self._url), extra="s3")) from None
        with contextlib.ExitStack() as stack:
            with self._named():
                self._files, self._root = fsspec.core.url_to_fs(self._url)
                self._files.exists(self._root)
            protocols = self._files.protocol
            kinds = {protocols} if isinstance(protocols, str) else set(protocols)
            self._is_whole = bool(kinds & _WHOLE)
            folder = state.folder("batch") / state.name(self._url)
            stack.enter_context(place.held_alone(folder, limits.BATCH_LOCK_SECONDS))
            self.ledger = stack.enter_context(Ledger(folder))
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *error: object) -> None:
        """Let it go."""
        self._stack.__exit__(*error)  # type: ignore[arg-type]

    @contextlib.contextmanager
    def _named(self, name: str = "") -> Iterator[None]:
        """Turn what a store says into words. Raises Halted: it says so of all files."""
        try:
            yield
        except Failed:
            raise
        except Exception as error:  # each store has errors of its own
            path = f"{self._url}/{name}" if name else self._url
            reason = f"{type(error).__name__}: {error}"[:200]
            raise Halted(diagnose("batch.no-store", Span(path), path=path, reason=reason)) from None

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}"

    def _found(self, name: str) -> tuple[int, str] | None:
        """Return the size of what is there, and what the store knows it by; None for nothing."""
        try:
            info = self._files.info(self._path(name))
        except FileNotFoundError:
            return None
        marks = (info.get(key) for key in ("ETag", "etag", "md5Hash", "mtime", "created"))
        return int(info.get("size") or 0), str(next((m for m in marks if m), ""))

    def _digest(self, name: str) -> str:
        made = hashlib.sha256()
        with self._files.open(self._path(name), "rb") as file:
            while part := file.read(_PART):
                made.update(part)
        return made.hexdigest()

    def stands(self, entry: Entry) -> bool:
        """Tell whether all outputs are there as they were made."""
        with self._named():
            return bool(entry.outputs) and all(
                self._found(o.name) == (o.size, o.mark) for o in entry.outputs
            )

    def put(self, group: Sequence[Made]) -> list[Made]:
        """Put outputs in their places: each whole, or as it was. Return what came of each.

        Raises Halted where the store takes nothing any more.
        """
        done: list[tuple[Made, tuple[Output, ...]]] = []
        for made in group:
            entry = self.ledger.entry(made.name)
            before = entry.outputs if entry else ()
            with self._named(made.name):
                refused = None if made.failed else self._refused(made, before)
            if refused or made.failed:
                done.append((refused or made, before))
                continue
            outputs = tuple(self._output(n, data, before) for n, data in made.outputs.items())
            done.append((made, outputs))
        self._record(done)
        kept = [self._kept(made, outputs) for made, outputs in done]
        self._record(kept)
        return [made for made, _ in kept]

    def _refused(self, made: Made, before: Sequence[Output]) -> Made | None:
        """Return that a briefing fails, where something of a person's would be lost."""
        known = {o.name: o for o in before}
        problems = []
        for name, data in made.outputs.items():
            found, own = self._found(name), known.get(name)
            if self._force or found is None or (own and found == (own.size, own.mark)):
                continue
            digests = {*(own.digests if own else ()), hashlib.sha256(data).hexdigest()}
            if self._digest(name) not in digests:
                path = f"{self._url}/{name}"
                problems.append(diagnose("batch.edited-store", Span(path), path=path))
        return failed(made, tuple(problems)) if problems else None

    def _output(self, name: str, data: bytes, before: Sequence[Output]) -> Output:
        digest = hashlib.sha256(data).hexdigest()
        old = (o.digests[0] for o in before if o.name == name)
        return Output(name, tuple(dict.fromkeys((digest, *old))), len(data), "")

    def _kept(self, made: Made, outputs: tuple[Output, ...]) -> tuple[Made, tuple[Output, ...]]:
        """Put the outputs of one briefing, and return them as the store knows them."""
        if made.failed:
            return made, outputs
        with self._named(made.name):
            self._put(made.outputs)
            marked = []
            for output in outputs:
                found = self._found(output.name)
                marked.append(replace(output, mark=found[1] if found else ""))
        return made, tuple(marked)

    def _put(self, files: Mapping[str, bytes]) -> None:
        if self._is_whole:
            self._files.pipe({self._path(name): data for name, data in files.items()})
            return
        for name, data in files.items():
            path = self._path(name)
            folder, _, own = path.rpartition("/")
            self._files.makedirs(folder, exist_ok=True)
            ready = f"{folder}/.shiryo-{hashlib.sha256(own.encode()).hexdigest()[:16]}"
            self._files.pipe_file(ready, data)
            self._files.mv(ready, path)

    def _record(self, done: Iterable[tuple[Made, tuple[Output, ...]]]) -> None:
        self.ledger.record(recorded(made, outputs) for made, outputs in done)

    def write(self, name: str, lines: Iterable[str]) -> str:
        """Write a file about the batch itself, whole. Raises Failed."""
        digest = hashlib.sha256()
        with tempfile.NamedTemporaryFile() as file:
            for line in lines:
                data = line.encode("utf-8", "replace")
                digest.update(data)
                file.write(data)
            file.flush()
            with self._named(name):
                there = None if self._found(name) is None else self._digest(name)
            self.ledger.keep(name, digest.hexdigest(), there)
            with interrupts.held(), self._named(name):
                self._files.put_file(file.name, self._path(name))
        return f"{self._url}/{name}"

    def refuse_foreign(self, name: str) -> None:
        """Raise Failed where a file about the batch would take the place of somebody else's."""
        with self._named(name):
            there = self._found(name) is not None and not self._force
            if there and self._digest(name) not in self.ledger.own(name):
                path = f"{self._url}/{name}"
                raise Failed(diagnose("batch.edited-store", Span(path), path=path))


def shown(folder: str, name: str) -> str:
    """Return where a file in a folder, or a store, is."""
    return f"{folder.rstrip('/')}/{name}" if is_remote(folder) else str(Path(folder) / name)
