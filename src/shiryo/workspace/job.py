"""What building, checking and listing fonts start from: an outline with all that it names, read."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from shiryo import limits
from shiryo.diagnostics import Diagnostics, Failed, Span, has_errors
from shiryo.workspace.files import STDIO, read_text
from shiryo.workspace.reach import Reach, of_outline


@dataclass(frozen=True)
class Job:
    """An outline with all that building needs."""

    loaded: Any
    article: Any
    templates: Mapping[str, Any]
    assets: Mapping[str, bytes | None]
    diagnostics: Diagnostics = field(default=())

    @property
    def inputs(self) -> dict[str, Any]:
        """The arguments that building and inspecting share."""
        return {"article": self.article, "templates": self.templates, "assets": self.assets}

    def files(self, path: str) -> list[Path]:
        """Return the files behind this job, whose outline is at ``path``: none is an output."""
        source = self.loaded.outline.source
        beside = Path() if path == STDIO else Path(path).parent
        named = (*self.assets, *((source.file,) if source else ()))
        own = () if path == STDIO else (Path(path),)
        return [*own, *(beside / name for name in named if name != STDIO)]


def prepare(
    path: str, roots: Sequence[str] = (), *, variants: Sequence[str] = (), whole: bool = False
) -> Job:
    """Read an outline and what it names, beside it or below ``roots``.

    Of the article its lines or, if ``whole``, its blocks; these and its pictures for a handout of
    the variant ``full``. Raises Failed with all that cannot be read.
    """
    from shiryo.outline import yaml
    from shiryo.workspace import assets

    reach = of_outline(path, roots)
    loaded, found = yaml.load(read_text(path), path)
    problems: list[Any] = list(found)
    article = None
    is_full = "full" in (*variants, loaded.outline.handout.variant)
    try:
        article = _article(loaded, reach, whole or is_full)
    except Failed as failure:
        problems += failure.diagnostics
    templates = {}
    for output, options in (("deck", loaded.outline.deck), ("handout", loaded.outline.handout)):
        try:
            templates[output] = _template(loaded, output, options.template, reach)
        except Failed as failure:
            problems += failure.diagnostics
    named, unread = assets.read(loaded, reach, article if is_full else None)
    problems += unread
    if has_errors(tuple(problems)):
        raise Failed(*dict.fromkeys(problems))
    return Job(loaded, article, templates, named, tuple(problems))


def _article(loaded: Any, reach: Reach, whole: bool) -> Any:
    source = loaded.outline.source
    if source is None or source.file == STDIO:
        return None
    span = Span(loaded.file, loaded.places.line(("source", "file")))
    data = reach.read(source.file, limits.ARTICLE_BYTES, span)
    if data is None:
        return None
    from shiryo.workspace import reading

    path = os.path.normpath(reach.folder / source.file)
    return reading.read(data, path)[0] if whole else reading.cite(data, path)


def _template(loaded: Any, output: str, name: str, reach: Reach) -> Any:
    from shiryo.workspace import templates as finding

    try:
        return finding.template(name, reach.folder, reach)
    except Failed as failure:
        span = Span(loaded.file, loaded.places.line((output, "template")))
        found = (d if d.span else replace(d, span=span) for d in failure.diagnostics)
        raise Failed(*found) from None
