"""shiryo as a library: what the commands do, as functions. Import them from `shiryo` itself.

Nothing is printed, written or kept between calls, and calls may run in several threads. What is
wrong comes as `Diagnostic` values: beside the result where there is one, else in `Failed`.
"""

import datetime as dt
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, get_args

from shiryo import limits
from shiryo.article.model import Article
from shiryo.diagnostics import Diagnostics, Failed, diagnose
from shiryo.outline.model import DraftOptions, Outline, Style, Variant
from shiryo.workspace import files, reading

if TYPE_CHECKING:  # what one function needs is imported when it is called
    from shiryo.stages import Output, Outputs, Progress
    from shiryo.template.model import Template
    from shiryo.workspace.job import Job

StrPath = str | os.PathLike[str]
PerPage = Literal[1, 2, 3, 4, 6, 9]


def read(path: StrPath, data: bytes | None = None) -> tuple[Article, Diagnostics]:
    """Return the article in a file of text, Markdown, HTML, Word, PowerPoint or PDF.

    ``data``, where given, is what the file holds; it is then not opened, and ``path`` is only its
    name, whose ending says what it is. Beside the article comes what its reader was in doubt of.
    Raises Failed for a file that cannot be read.

    >>> import shiryo
    >>> article, doubts = shiryo.read("hours.md", "# 開館時間\\n\\n平日は20時まで開く。".encode())
    >>> article.title
    '開館時間'
    """
    name = os.fspath(path)
    if data is None:
        data = files.read_bytes(name, limits.ARTICLE_BYTES)
    return reading.read(data, name)


def figures(article: Article, data: bytes) -> dict[str, bytes]:
    """Return the pictures, PNG or JPEG, that stand in a Word or PowerPoint file itself.

    ``data`` are the bytes of the file that ``article`` was read from. Each picture is known by the
    `href` of its block. Whoever wants them in an outline writes them beside it, and tells `draft`
    where.
    """
    from shiryo.workspace import assets

    return assets.packed(article, data)


def draft(
    article: Article | StrPath,
    source: StrPath | None = None,
    *,
    slides: int = 0,
    minutes: int = 0,
    style: Style = "体言止め",
    pictures: Collection[str] = (),
    figures: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Outline, Diagnostics]:
    """Return the outline drafted from an article, and what a person should look at in it.

    ``article``: one that `read` returned, or the path of a file. ``source`` is its path as seen
    from the outline's folder, by default the one that it was read from. ``slides`` and ``minutes``
    (1 to 200, 0: as the article asks for) and ``style`` are those of ``shiryo outline``;
    ``pictures`` are the paths, from the outline's folder, of the article's pictures that the
    outline is to show, and ``figures`` those of what `figures` returns.
    `dump` makes YAML of the outline. Raises Failed for a file that cannot be read and an article
    with nothing to tell, ValueError for a number or a style that there is not.

    >>> import shiryo
    >>> text = "# 開館時間\\n## 平日\\n- 20時まで\\n- 窓口は17時まで\\n- 予約は電話\\n- 休みは月曜"
    >>> outline, doubts = shiryo.draft(shiryo.read("hours.md", text.encode())[0])
    >>> [section.title for section in outline.sections]
    ['平日']
    """
    from shiryo import drafting

    _among("style", [style], get_args(Style))
    _among("slides, minutes", [slides, minutes], range(limits.DRAFT_LENGTH + 1))
    options = DraftOptions(slides=slides, minutes=minutes, style=style)
    value, doubts = (article, ()) if isinstance(article, Article) else read(article)
    seen = value.file if source is None else Path(source).as_posix()
    made, found = drafting.draft(value, seen, options, pictures, figures)
    made._behind.article = value
    return made, tuple(dict.fromkeys((*doubts, *found)))


def load(
    path: StrPath,
    text: str | None = None,
    *,
    article: Article | None = None,
    roots: Sequence[StrPath] = (),
    whole: bool = True,
) -> "Job":
    """Return an outline with all that it names: its article, templates, pictures and data.

    ``text`` and ``article``, where given, take the place of the files, which are not opened;
    ``path`` still tells where the rest is. Read is what lies in the outline's folder, below one of
    ``roots``, or what ``shiryo outline`` had it drafted from. Not ``whole``, the article is read
    for its lines alone: faster, and enough to build all but the variant ``full``.
    Raises Failed with everything that is wrong, each with its line.

    >>> import shiryo
    >>> text = "{shiryo: 1, title: 開館時間, sections: [{id: a, title: 平日}]}"
    >>> shiryo.load("hours.yaml", text).outline.title
    '開館時間'
    """
    from shiryo.workspace.job import prepare

    return prepare(
        os.fspath(path), [os.fspath(r) for r in roots], text=text, article=article, whole=whole
    )


def check(outline: "Job | Outline | StrPath", *, each: bool = False) -> Diagnostics:
    """Return everything that is wrong or doubtful, in the order of the outline's lines.

    ``outline``: what `load` returned, the path of a file, or what `draft` returned, whose lines are
    then those of its `dump`: the article is the one that it was drafted from, and all else that it
    names is looked for in the current folder. Raises Failed where that cannot
    be loaded. Statements that a person has edited are counted or, with ``each``, told one by one.

    >>> import shiryo
    >>> text = "{shiryo: 1, title: 開館時間, sections: [{id: a, title: 平日, message: 夜も開く}]}"
    >>> [(d.code, str(d.span)) for d in shiryo.check(shiryo.load("hours.yaml", text))]
    [('outline.empty-section', 'hours.yaml:1')]
    """
    from shiryo import stages
    from shiryo.drafting.replay import edited
    from shiryo.outline import check as checks
    from shiryo.template import contrast

    job = _job(outline)
    loaded, article = job.loaded, job.article
    job = job.completed()
    found = (
        *job.diagnostics,
        *checks.check(loaded, article),
        *(edited.notes(loaded, article, each=each) if article else ()),
        *(d for made in job.templates.values() for d in contrast.check(made)),
        *stages.inspect(loaded, article=job.article, templates=job.templates, assets=job.assets),
    )
    return tuple(sorted(dict.fromkeys(found), key=lambda d: (d.span.line or 0) if d.span else 0))


def build(
    outline: "Job | Outline | StrPath",
    want: "Collection[Output]" = ("deck", "handout"),
    *,
    variants: Sequence[Variant] = (),
    per_page: PerPage | None = None,
    timestamp: dt.datetime | None = None,
    progress: "Progress | None" = None,
) -> "tuple[Outputs, Diagnostics]":
    """Return the files of an outline as bytes, and what could not be as it should.

    ``outline`` is as `check` takes it.
    ``want``: ``deck`` (.pptx), ``deck-pdf``, ``handout`` (.pdf), ``previews`` (.png), ``svg``.
    ``variants`` are those of the handout and ``per_page`` the slides on a page of ``slides``, by
    default as the outline says. ``timestamp`` is written into the files, by default the outline's
    date; the same input gives the same bytes. ``progress`` is told each step as it begins.
    Raises Failed, with everything that is known to be wrong, where anything is an error, and
    ValueError for what is none of the words or numbers named here.

    >>> import shiryo
    >>> text = "{shiryo: 1, title: 開館時間, sections: [{id: a, title: 平日, message: 夜も開く}]}"
    >>> outputs, doubts = shiryo.build(shiryo.load("hours.yaml", text))
    >>> outputs.pptx[:2], outputs.pdf[:5]
    (b'PK', b'%PDF-')
    """
    from shiryo import stages

    _among("want", want, get_args(stages.Output))
    _among("variants", variants, get_args(Variant))
    _among("per_page", [per_page], (None, *get_args(PerPage)))
    job = _job(outline).completed(variants)
    try:
        made, found = stages.build(
            _with_pages(job, variants, per_page).loaded,
            article=job.article,
            templates=job.templates,
            assets=job.assets,
            want=frozenset(want),
            variants=tuple(dict.fromkeys(variants)),
            timestamp=timestamp,
            progress=progress or (lambda _step: None),
        )
    except Failed as failure:
        raise Failed(*dict.fromkeys((*job.diagnostics, *failure.diagnostics))) from None
    return made, tuple(dict.fromkeys((*job.diagnostics, *found)))


def templates(beside: StrPath = ".") -> Mapping[str, Path]:
    """Return the templates that an outline in the folder ``beside`` may name: name → folder.

    >>> import shiryo
    >>> "briefing" in shiryo.templates()
    True
    """
    from shiryo.workspace import templates as finding

    return finding.known(Path(beside))


def find_template(name: str, beside: StrPath = ".") -> "Template":
    """Return a template by its name, or by the path of its folder. Raises Failed.

    >>> import shiryo
    >>> shiryo.find_template("briefing").theme.fonts.gothic[0]
    'Noto Sans JP'
    """
    from shiryo.workspace import reach
    from shiryo.workspace import templates as finding

    return finding.template(name, Path(beside), reach.of_person())


def _job(outline: "Job | Outline | StrPath") -> "Job":
    if isinstance(outline, Outline):
        from shiryo.outline.writing import dump

        return load("outline.yaml", dump(outline), article=outline._behind.article)
    return load(outline) if isinstance(outline, str | os.PathLike) else outline


def _among(name: str, given: Iterable[object], known: Collection[object]) -> None:
    for value in given:
        if value not in known:
            raise ValueError(f"{name}: {value!r} is none of {', '.join(map(str, known))}")


def _with_pages(job: "Job", variants: Sequence[Variant], per_page: PerPage | None) -> "Job":
    """Return the job with so many slides to a page. Raises Failed where no handout has slides."""
    if per_page is None:
        return job
    options = job.outline.handout
    if "slides" not in (variants or (options.variant,)):
        raise Failed(diagnose("handout.per-page", per_page=per_page))
    options = options.model_copy(update={"per_page": per_page})
    outline = job.outline.model_copy(update={"handout": options})
    return replace(job, loaded=replace(job.loaded, outline=outline))
