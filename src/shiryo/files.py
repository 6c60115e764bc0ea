"""Reading and writing files, with problems as diagnostics. Only this module and the CLI do it."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from shiryo.article.model import Article, Kind
from shiryo.diagnostics import Diagnostic, Failed, Span, diagnose
from shiryo.outline.model import ChartBlock, ImageBlock, Outline

STDIO = "-"
"""The path that means standard input or output."""


def read_bytes(path: str) -> bytes:
    """Return the bytes of a file, of standard input for ``-``.

    Raises Failed where it is missing, a folder, or cannot be read.
    """
    if path == STDIO:
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise Failed(_not_read(path, error)) from None


def read_text(path: str) -> str:
    """Return the text of a UTF-8 file. Raises Failed."""
    data = read_bytes(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Failed(diagnose("files.not-utf8", Span(path, line))) from None


def _not_read(path: str, error: Exception) -> Diagnostic:
    codes: dict[type[Exception], str] = {
        FileNotFoundError: "files.missing",
        NotADirectoryError: "files.missing",
        IsADirectoryError: "files.folder",
    }
    code = codes.get(type(error), "files.unreadable")
    return diagnose(code, Span(path), path=path, reason=_reason(error))


def _reason(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "許可がありません"
    if isinstance(error, NotADirectoryError | FileExistsError):
        return "途中にある名前がフォルダではありません"
    return getattr(error, "strerror", None) or str(error)


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; folders are made. Raises Failed."""
    write_all({path: data})


def write_all(outputs: Mapping[Path, bytes]) -> None:
    """Write several files: first all of them under temporary names, then all get their names.

    So a full disk or a folder that cannot be written leaves the old files as they were, and no
    temporary file stays. Raises Failed.
    """
    with contextlib.ExitStack() as cleanup:
        ready: list[tuple[str, Path]] = []
        for path, data in outputs.items():
            try:
                if path.is_dir():
                    raise IsADirectoryError(0, "同じ名前のフォルダがあります")
                _make_folder(path.parent, cleanup.callback)
                descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".shiryo-")
                cleanup.callback(Path(name).unlink, missing_ok=True)
                with os.fdopen(descriptor, "wb") as file:
                    file.write(data)
                Path(name).chmod(0o666 & ~_umask())
            except (OSError, ValueError) as error:
                raise Failed(_not_written(path, error)) from None
            ready.append((name, path))
        for name, path in ready:
            try:
                os.replace(name, path)  # noqa: PTH105
            except (OSError, ValueError) as error:
                raise Failed(_not_written(path, error)) from None


def _make_folder(folder: Path, later: Callable[[Callable[[Path], None], Path], object]) -> None:
    """Make ``folder``; those that were made and are still empty at the end are removed."""
    missing = [p for p in (folder, *folder.parents) if not p.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for made in reversed(missing):
        later(_remove_if_empty, made)


def _remove_if_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _not_written(path: Path, error: Exception) -> Diagnostic:
    return diagnose("files.not-writable", Span(str(path)), path=path, reason=_reason(error))


def assets(
    outline: Outline, folder: Path, article: Article | None = None
) -> dict[str, bytes | None]:
    """Return the files that ``outline`` names: path as written → bytes, None where there is none.

    Relative paths start at ``folder``, where the outline is. Of an ``article`` with blocks, its
    pictures too, by their paths from there.
    """
    found: dict[str, bytes | None] = {}
    for name in (*asset_names(outline), *_pictures(outline, article)):
        try:
            found[name] = (folder / name).read_bytes()
        except (OSError, ValueError):
            found[name] = None
    return found


def _pictures(outline: Outline, article: Article | None) -> Iterator[str]:
    from shiryo.compose.material import beside

    if outline.source and article:
        hrefs = (block.href for block in article.blocks if block.kind is Kind.IMAGE)
        yield from filter(None, (beside(outline.source.file, href) for href in hrefs))


def asset_names(outline: Outline) -> Iterator[str]:
    """Yield the paths of the pictures and of the data of charts, as written."""
    for _, section in outline.walk():
        for block in section.blocks:
            if isinstance(block, ImageBlock):
                yield block.image.file
            elif isinstance(block, ChartBlock) and block.chart.data:
                yield block.chart.data
