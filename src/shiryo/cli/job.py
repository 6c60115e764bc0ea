"""What building, checking and listing fonts start from: an outline with all that it names, read."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shiryo.diagnostics import Diagnostics, Failed, Span, diagnose, has_errors
from shiryo.files import STDIO, assets, read_bytes, read_text


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


def prepare(path: str, *, whole: bool = False) -> Job:
    """Read an outline and what it names, of the article its lines or, if ``whole``, its blocks.

    Raises Failed with all that cannot be read.
    """
    from shiryo.outline import yaml

    loaded, found = yaml.load(read_text(path), path)
    beside = Path() if path == STDIO else Path(path).parent
    problems: list[Any] = list(found)
    article = None
    try:
        whole = whole or loaded.outline.handout.variant == "full"
        article = _article(loaded, beside, whole)
    except Failed as failure:
        problems += failure.diagnostics
    templates = {}
    for output, options in (("deck", loaded.outline.deck), ("handout", loaded.outline.handout)):
        try:
            templates[output] = _template(loaded, output, options.template, beside)
        except Failed as failure:
            problems += failure.diagnostics
    if has_errors(tuple(problems)):
        raise Failed(*dict.fromkeys(problems))
    named = assets(loaded.outline, beside, article)
    return Job(loaded, article, templates, named, tuple(problems))


def _article(loaded: Any, beside: Path, whole: bool) -> Any:
    source = loaded.outline.source
    if source is None or source.file == STDIO or not (beside / source.file).is_file():
        return None
    from shiryo.cli import reading

    path = os.path.normpath(beside / source.file)
    data = read_bytes(path)
    return reading.read(data, path)[0] if whole else reading.cite(data, path)


def _template(loaded: Any, output: str, name: str, beside: Path) -> Any:
    from shiryo.cli import finding

    try:
        return finding.template(name, beside)
    except Failed as failure:
        line = loaded.places.line((output, "template"))
        raise Failed(
            *(
                diagnose(
                    "files.no-template", Span(loaded.file, line), **_template_values(name, beside)
                )
                if d.code == "files.no-template" and d.span is None
                else d
                for d in failure.diagnostics
            )
        ) from None


def _template_values(name: str, beside: Path) -> dict[str, str]:
    from shiryo.cli import finding

    return {"name": name, "known": "、".join(finding.known(beside))}
