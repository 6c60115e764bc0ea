"""What the tools take and give, with a schema for clients that know structured output."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from shiryo import limits
from shiryo.diagnostics import Diagnostic, Path, Severity
from shiryo.mcp.folder import Folder
from shiryo.messages import wording
from shiryo.outline.remedies import MENDED


def _said(name: str) -> Any:
    return Field(description=wording(f"mcp.{name}"))


Digest = Annotated[str, _said("answers.digest")]
PathParts = list[str | int]
"""A path of an outline as JSON."""


def _plain(schema: dict[str, Any]) -> None:
    """Take the docstring, which is for us, out of a schema."""
    schema.pop("description", None)


class Answer(BaseModel):
    """What its schema does not describe speaks for itself."""

    model_config = ConfigDict(json_schema_extra=_plain)


class Operation(Answer, extra="forbid"):
    """A change of an outline: see `shiryo.outline.editing.operations`."""

    op: Annotated[Literal["put", "insert", "remove", "duplicate", "move"], _said("arguments.op")]
    path: Annotated[PathParts, _said("arguments.op-path")]
    value: Annotated[Any, _said("arguments.op-value")] = None
    index: Annotated[int | None, _said("arguments.op-index")] = None
    to: Annotated[PathParts | None, _said("arguments.op-to")] = None


class Problem(Answer):
    """What is wrong, and what to do about it."""

    code: str
    severity: Severity
    message: str
    hint: str
    file: str = ""
    line: int | None = None
    path: Annotated[PathParts, _said("answers.path")] = []
    mends: Annotated[bool, _said("answers.mends")] = False

    @classmethod
    def of(
        cls, found: Diagnostic, folder: Folder, heads: Mapping[int, Path], outline: str
    ) -> "Problem":
        """Return a diagnostic; ``heads`` tell what begins on a line of the file ``outline``."""
        span = found.span
        is_here = span is not None and span.file == outline
        return cls(
            code=found.code,
            severity=found.severity,
            message=found.message,
            hint=hint(found),
            file=folder.name(span.file) if span else "",
            line=span.line if span else None,
            path=list(heads.get(span.line or 0, ())) if span and is_here else [],
            mends=is_here and found.code in MENDED,
        )


_HINTS = {
    "files.edited": "mcp.hints.edited",
    "files.edited-unreadable": "mcp.hints.edited",
    "files.other-outline": "mcp.hints.edited",
    "files.exists": "mcp.hints.exists",
    "files.out-of-reach": "mcp.hints.out-of-reach",
}
"""Problems whose usual remedy is an option of the command line."""


def hint(found: Diagnostic) -> str:
    """Return what an assistant can do about a problem."""
    return wording(_HINTS[found.code]) if found.code in _HINTS else found.hint


class Problems(Answer):
    """What was found, of very much the gravest."""

    problems: list[Problem] = []
    left: int = 0
    """How many more there are."""


def problems(
    found: Iterable[Diagnostic],
    folder: Folder,
    heads: Mapping[int, Path] | None = None,
    outline: str = "",
) -> Problems:
    """Return diagnostics as an answer has them."""
    said = [Problem.of(one, folder, heads or {}, outline) for one in dict.fromkeys(found)]
    shown = sorted(said, key=lambda one: list(Severity).index(one.severity))[: limits.DIAGNOSTICS]
    kept = set(map(id, shown))
    return Problems(problems=[one for one in said if id(one) in kept], left=len(said) - len(shown))


class FoundFile(Answer):
    """A file of the folder."""

    path: str
    kind: Literal["article", "outline", "output", "other"]
    bytes: int


class Files(Answer):
    """What is in the folder."""

    files: list[FoundFile]
    cut: Annotated[bool, _said("answers.cut")] = False


class ArticleLines(Problems):
    """Lines of an article."""

    article: str
    title: str
    lines: int
    """How many there are."""
    text: str
    """Each with its number."""
    cut: Annotated[bool, _said("answers.cut")] = False


class Head(Answer):
    """A section, and what stands in it."""

    path: PathParts
    id: str
    title: str
    blocks: list[str]


class OutlineText(Problems):
    """An outline, or a part of it, as it is written."""

    outline: str
    digest: Digest
    part: PathParts
    line: int
    """Where the text begins."""
    text: str
    sections: list[Head] = []
    cut: Annotated[bool, _said("answers.cut")] = False


class Drafted(Problems):
    """An outline that was drafted."""

    outline: str
    digest: Digest
    sections: list[Head]
    files: list[str]
    """What was written."""


class Edited(Problems):
    """An outline that was changed."""

    outline: str
    digest: Digest
    diff: Annotated[str, _said("answers.diff")]


class Checked(Problems):
    """What is wrong with an outline."""

    outline: str
    digest: Digest
    errors: int
    warnings: int
    notes: int


class Built(Problems):
    """What was written."""

    outline: str
    files: list[str]
    slides: Annotated[list[str], _said("answers.slides")]


class Picture(Answer):
    """Which page a picture shows."""

    outline: str
    of: Literal["deck", "handout"]
    number: int
    count: int
    title: str
    slides: Annotated[list[str], _said("answers.slides")]


class Kinds(Answer):
    """What an outline is made of, or the schema of a kind of it."""

    kind: str
    kinds: dict[str, str]
    json_schema: dict[str, Any]
