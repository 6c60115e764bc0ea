"""The pictures and the data that an outline, or its article, names."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from shiryo import limits
from shiryo.addresses import beside
from shiryo.article.model import Article, Kind
from shiryo.compose.pictures import TooLarge, picture
from shiryo.diagnostics import Diagnostic, Diagnostics, Failed, Path, Span, diagnose
from shiryo.outline.model import ChartBlock, ImageBlock, Outline, Section
from shiryo.workspace import reading
from shiryo.workspace.files import size
from shiryo.workspace.reach import Reach

if TYPE_CHECKING:
    from shiryo.compose.words import Words
    from shiryo.outline.yaml import Loaded

_FOLDER = "-figures"
"""What the folder of the pictures of an article is called, after its outline."""
Assets = dict[str, bytes | None]
"""Path as written → bytes, None where there is none."""


def read(loaded: "Loaded", reach: Reach) -> tuple[Assets, Diagnostics]:
    """Return what the outline names; what is out of reach or cannot be read is an error there.

    What variables name is for `varied`.
    """
    found: Assets = {}
    problems: list[Diagnostic] = []
    for name, path, most in _all(loaded.outline):
        if not has_variables(name):
            span = Span(loaded.file, loaded.places.line(path))
            problems += _take(found, reach, name, most, span)
    return found, tuple(problems)


def varied(
    loaded: "Loaded", reach: Reach, words: "Words", there: Mapping[str, bytes | None]
) -> tuple[Assets, dict[str, str], Diagnostics]:
    """Return what is ``there`` with that whose paths have variables, and their paths filled.

    A variable may hold the data itself: what it fills is then no path, but lines of CSV.
    """
    found, paths = dict(there), dict[str, str]()
    problems: list[Diagnostic] = []
    for name, where, most in _all(loaded.outline):
        if not has_variables(name):
            continue
        span = Span(loaded.file, loaded.places.line(where))
        path, problem = words.fill(name)
        if problem:
            problems.append(diagnose(problem[0], span, **problem[1]))
        elif "\n" in path and where[-1] == "data":
            found[name] = path.encode()
        else:
            paths[name], taken = path, Assets(there)
            refused = _take(taken, reach, path, most, span)
            found[name] = taken[path]
            if found[name] is None and not refused:
                refused = (diagnose("files.missing", span, path=path),)
            problems += refused
    return found, paths, tuple(problems)


def are_varied(outline: Outline) -> bool:
    """Tell whether variables name any of what an outline shows."""
    return any(has_variables(name) for name, *_ in _all(outline))


def has_variables(name: str) -> bool:
    """Tell whether a path is told by variables."""
    return "{{" in name or "{%" in name


def pictures(
    loaded: "Loaded", reach: Reach, article: Article, there: Mapping[str, bytes | None]
) -> tuple[Assets, Diagnostics]:
    """Return what is ``there`` with the pictures of ``article``; those left out have a warning."""
    found = dict(there)
    problems: list[Diagnostic] = []
    for name, span in _pictures(loaded.outline, article):
        if problem := _take(found, reach, name, limits.PICTURE_BYTES, span):
            what = problem[0]
            problems.append(
                diagnose("files.left-picture", span, reason=what.message, remedy=what.hint)
            )
    return found, tuple(problems)


def shown(article: Article, source: str, reach: Reach) -> frozenset[str]:
    """Return the paths of the pictures of ``article`` that an outline of that reach can show.

    ``source``: the article's path from the outline.
    """
    found: Assets = {}
    paths = (beside(source, block.href) for block in article.blocks if block.kind is Kind.IMAGE)
    for path in filter(None, paths):
        _take(found, reach, path, limits.PICTURE_BYTES, Span(source))
    return frozenset(path for path, data in found.items() if data and _is_picture(data))


def packed(article: Article, data: bytes) -> dict[str, bytes]:
    """Return the pictures that stand in ``data``, the file of ``article``, and can be shown.

    By their `Block.href`, in the order of the article.
    """
    found = reading.packed(data, article.file, article)
    return {href: shown for href, shown in found.items() if _is_picture(shown)}


def named(found: Mapping[str, bytes], stem: str) -> tuple[dict[str, str], dict[str, bytes]]:
    """Return the file beside the outline ``stem`` for each picture, and what is in each file.

    The names are ours: the article's own might be anything.
    """
    paths, files, known = dict[str, str](), dict[str, bytes](), dict[bytes, str]()
    for href, data in found.items():
        kind = "png" if data.startswith(b"\x89PNG") else "jpg"
        name = known.setdefault(data, f"{stem}{_FOLDER}/{len(known) + 1:02}.{kind}")
        paths[href], files[name] = name, data
    return paths, files


def kept(figures: Mapping[str, bytes], outline: Outline) -> dict[str, bytes]:
    """Return those of ``figures``, by their paths, that an outline shows."""
    shown = {name for name, *_ in _named(outline.sections, ())}
    return {name: data for name, data in figures.items() if name in shown}


def _is_picture(data: bytes) -> bool:
    try:
        return picture(data) is not None
    except TooLarge:
        return False


def _take(found: Assets, reach: Reach, name: str, most: int, span: Span) -> Diagnostics:
    """Read ``name`` into ``found``; return why that cannot be."""
    if found.get(name) is not None:
        return ()
    found[name] = None
    left = limits.ASSETS_BYTES - sum(len(data) for data in found.values() if data)
    try:
        found[name] = reach.read(name, min(most, left), span)
    except Failed as failure:
        if left < most and failure.diagnostics[0].code == "files.too-large":
            return (diagnose("files.too-much", span, path=name, most=size(limits.ASSETS_BYTES)),)
        return failure.diagnostics
    return ()


def _all(outline: Outline) -> Iterator[tuple[str, Path, int]]:
    yield from _logo(outline)
    yield from _named(outline.sections, ("sections",))


def _logo(outline: Outline) -> Iterator[tuple[str, Path, int]]:
    if outline.logo:
        yield outline.logo.file, ("logo", "file"), limits.PICTURE_BYTES


def _named(sections: tuple[Section, ...], path: Path) -> Iterator[tuple[str, Path, int]]:
    """Yield the path of each picture and file of data, where it stands, and its bound in bytes."""
    for n, section in enumerate(sections):
        for m, block in enumerate(section.blocks):
            where = (*path, n, "blocks", m)
            if isinstance(block, ImageBlock):
                yield block.image.file, (*where, "image", "file"), limits.PICTURE_BYTES
            elif isinstance(block, ChartBlock) and block.chart.has_file:
                yield block.chart.data, (*where, "chart", "data"), limits.DATA_BYTES
        yield from _named(section.sections, (*path, n, "sections"))


def _pictures(outline: Outline, article: Article) -> Iterator[tuple[str, Span]]:
    if outline.source is None:
        return
    for block in article.blocks:
        if block.kind is Kind.IMAGE and (name := beside(outline.source.file, block.href)):
            yield name, article.span(block.first, block.last)
