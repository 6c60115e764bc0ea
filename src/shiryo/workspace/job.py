"""What building, checking and listing fonts start from: an outline with all that it names, read."""

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from shiryo import limits
from shiryo.article.model import Article
from shiryo.diagnostics import Diagnostics, Failed, Span, has_errors
from shiryo.outline import yaml
from shiryo.outline.model import Outline
from shiryo.template.model import Template
from shiryo.values import dataclass
from shiryo.workspace import assets, reading
from shiryo.workspace import templates as finding
from shiryo.workspace.files import STDIO, read_text
from shiryo.workspace.reach import Reach, of_outline


@dataclass(frozen=True)
class Job:
    """An outline with all that building needs."""

    loaded: yaml.Loaded
    article: Article | None
    """That which the outline names; None where there is none."""
    templates: Mapping[str, Template]
    """One for ``deck`` and one for ``handout``."""
    assets: Mapping[str, bytes | None]
    """Pictures and data: path as the outline writes it → bytes, None where there is none."""
    reach: Reach
    diagnostics: Diagnostics = ()
    """What reading found; no errors."""
    is_whole: bool = False
    """Whether the article has its blocks, else its lines alone."""
    is_pictured: bool = False
    """Whether ``assets`` has the pictures of the article."""
    paths: Mapping[str, str] = field(default_factory=dict)
    """Those of ``assets`` that variables tell: path as the outline writes it → path."""

    @property
    def outline(self) -> Outline:
        """The outline itself."""
        return self.loaded.outline

    @property
    def inputs(self) -> list[Path]:
        """The files behind this job: none of them may be an output."""
        source, path = self.outline.source, self.loaded.file
        given = (self.outline.deck.template, self.outline.handout.template)
        office = (name for name in given if finding.is_office(name))
        shown = (self.paths.get(name, name) for name in self.assets)
        named = (*shown, *((source.file,) if source else ()), *office)
        own = () if path == STDIO else (Path(path),)
        return [*own, *(self.reach.folder / name for name in named if name != STDIO)]

    def varied(self, values: Mapping[str, str | int | float]) -> "Job":
        """Return the job with ``values`` among its variables, and what they name. Raises Failed."""
        from shiryo.compose.words import Words

        outline = self.outline
        if values:
            variables = {**outline.variables, **values}
            outline = outline.model_copy(update={"variables": variables})
        loaded = replace(self.loaded, outline=outline)
        words = Words(self.templates["deck"], outline)
        found, paths, problems = assets.varied(loaded, self.reach, words, self.assets)
        if has_errors(problems):
            raise Failed(*dict.fromkeys((*self.diagnostics, *problems)))
        return replace(self, loaded=loaded, assets=found, paths=paths)

    def completed(self, variants: Collection[str] = ()) -> "Job":
        """Return the job with what handouts of ``variants``, or of its own, need besides.

        For ``full`` that are the blocks of the article and its pictures. Raises Failed.
        """
        if self.is_pictured or "full" not in (variants or (self.outline.handout.variant,)):
            return self
        article = self.article if self.is_whole else _article(self.loaded, self.reach, whole=True)
        if article is None:
            return self
        found, problems = assets.pictures(self.loaded, self.reach, article, self.assets)
        said = (*self.diagnostics, *problems)
        return replace(
            self, article=article, assets=found, diagnostics=said, is_whole=True, is_pictured=True
        )


def prepare(
    path: str,
    roots: Sequence[str] = (),
    *,
    text: str | None = None,
    article: Article | None = None,
    whole: bool = False,
    is_form: bool = False,
) -> Job:
    """Read an outline and what it names, beside it or below ``roots``.

    ``text`` and ``article`` take the place of the files, which are then not opened. Of the article
    its lines are read or, if ``whole`` or where its handout is to have all of it, its blocks.
    ``is_form``: what variables name is not read, since `Job.varied` is to tell them.
    Raises Failed with all that cannot be read.
    """
    reach = of_outline(path, roots)
    loaded, found = yaml.load(read_text(path) if text is None else text, path)
    problems = list(found)
    is_whole = whole or article is not None or loaded.outline.handout.variant == "full"
    if article is None:
        try:
            article = _article(loaded, reach, is_whole)
        except Failed as failure:
            problems += failure.diagnostics
    templates = {}
    for output, options in (("deck", loaded.outline.deck), ("handout", loaded.outline.handout)):
        try:
            templates[output] = _template(loaded, output, options.template, reach)
        except Failed as failure:
            problems += failure.diagnostics
    named, unread = assets.read(loaded, reach)
    problems += unread
    if has_errors(tuple(problems)):
        raise Failed(*dict.fromkeys(problems))
    job = Job(loaded, article, templates, named, reach, tuple(problems), is_whole)
    return job if is_form or not assets.are_varied(loaded.outline) else job.varied({})


def _article(loaded: yaml.Loaded, reach: Reach, whole: bool) -> Article | None:
    source = loaded.outline.source
    if source is None or source.file == STDIO:
        return None
    span = Span(loaded.file, loaded.places.line(("source", "file")))
    data = reach.read(source.file, limits.ARTICLE_BYTES, span)
    if data is None:
        return None
    path = os.path.normpath(reach.folder / source.file)
    return reading.read(data, path)[0] if whole else reading.cite(data, path)


def _template(loaded: yaml.Loaded, output: str, name: str, reach: Reach) -> Template:
    try:
        return finding.template(name, reach.folder, reach)
    except Failed as failure:
        span = Span(loaded.file, loaded.places.line((output, "template")))
        found = (d if d.span else replace(d, span=span) for d in failure.diagnostics)
        raise Failed(*found) from None
