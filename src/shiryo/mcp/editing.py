"""What an assistant changes in an outline: never over what somebody wrote meanwhile.

Whoever changes an outline says which text was read, by its digest. A change that makes the outline
wrong where it was not is refused with what would be wrong, and nothing is written.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from itertools import islice
from pathlib import Path

from shiryo import limits
from shiryo.diagnostics import Diagnostic, Failed, Severity, Span, diagnose
from shiryo.mcp.answers import Edited, Operation, problems
from shiryo.mcp.folder import Folder, is_outline
from shiryo.mcp.paths import settled
from shiryo.mcp.reading import form, heads_of
from shiryo.outline.editing import Source, Unfit, apply, operation
from shiryo.outline.remedies import mended
from shiryo.workspace import on_disk, saving
from shiryo.workspace.files import size
from shiryo.workspace.on_disk import OnDisk


def edit_outline(
    folder: Folder, outline: str, digest: str, operations: Sequence[Operation]
) -> Edited:
    """Do ``operations``, one after the other, or none. Raises Failed."""
    path, found = _read(folder, outline, digest)
    if len(operations) > limits.ASSISTANT_OPERATIONS:
        raise Failed(diagnose("mcp.many-operations", most=limits.ASSISTANT_OPERATIONS))
    try:
        Source.of(found.text)
    except Unfit:
        said = diagnose("mcp.no-yaml", Span(str(path)), path=outline)
        raise Failed(said, *form(found.text, str(path))) from None
    text = found.text
    for number, one in enumerate(operations, 1):
        text = _done(text, one, number)
    return _written(folder, path, found, text)


def _done(text: str, asked: Operation, number: int) -> str:
    said = asked.model_dump(exclude_unset=True)
    value = Source.of(text).value
    try:
        for key in said.keys() & {"path", "to"}:
            said[key] = list(settled(value, said[key]))
        change = operation(said)
    except (TypeError, ValueError):
        raise Failed(diagnose("mcp.bad-operation", number=number, op=asked.op)) from None
    try:
        return apply(text, [change])
    except Unfit:
        values = {"number": number, "op": asked.op, "path": str(asked.path)}
        raise Failed(diagnose("mcp.unfit", **values)) from None


def replace_text(folder: Folder, outline: str, digest: str, old: str, new: str) -> Edited:
    """Put ``new`` where ``old`` stands, which has to be one place. Raises Failed."""
    path, found = _read(folder, outline, digest)
    count = found.text.count(old) if old else 0
    if count != 1:
        raise Failed(diagnose("mcp.not-once", path=outline, count=count))
    return _written(folder, path, found, found.text.replace(old, new))


def mend_outline(folder: Folder, outline: str, digest: str, code: str, line: int) -> Edited:
    """Do the sure remedy of a problem that checking told. Raises Failed where there is none."""
    path, found = _read(folder, outline, digest)
    text = mended(found.text, code, line)
    if text is None:
        raise Failed(diagnose("mcp.no-remedy", path=outline, code=code, line=line))
    return _written(folder, path, found, text)


def _read(folder: Folder, outline: str, digest: str) -> tuple[Path, OnDisk]:
    path, found = folder.outline(outline)
    if found.digest != digest:
        raise Failed(diagnose("mcp.stale", path=outline))
    return path, found


def _written(folder: Folder, path: Path, found: OnDisk, text: str) -> Edited:
    """Write a text if it is no worse than what was found, and that is still there."""
    name, file = folder.name(path), str(path)
    if not is_outline(text):
        raise Failed(diagnose("mcp.no-outline", path=name))
    if len(text.encode()) > limits.OUTLINE_BYTES:
        raise Failed(diagnose("files.too-large", path=name, most=size(limits.OUTLINE_BYTES)))
    said = form(text, file)
    if new := list(_new_errors(form(found.text, file), said)):
        raise Failed(diagnose("mcp.breaks", count=len(new)), *new)
    written = found
    if text != found.text:
        try:
            written = on_disk.write(file, text, found, only=True)
        except saving.Changed:
            raise Failed(diagnose("mcp.stale", path=name)) from None
    shown = problems(said, folder, heads_of(text), file)
    return Edited(outline=name, digest=written.digest, diff=_diff(found.text, text), **dict(shown))


def _new_errors(before: Sequence[Diagnostic], after: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the errors that were not there before, wherever they stand now."""
    known = Counter(one.message for one in before)
    for one in after:
        if known[one.message]:
            known[one.message] -= 1
        elif one.severity is Severity.ERROR:
            yield one


def _diff(before: str, after: str) -> str:
    lines = unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=1)
    return "\n".join(islice(lines, 2, None))[: limits.ASSISTANT_CHARACTERS]
