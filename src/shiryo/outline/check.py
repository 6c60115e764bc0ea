"""What is doubtful in an outline of the right form: against article, theme, and itself."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import get_args

from pydantic import BaseModel

from shiryo import inline, limits
from shiryo.article import numbers
from shiryo.article.model import Article, Kind
from shiryo.diagnostics import Diagnostic, Diagnostics, Path, Severity, Span, diagnose
from shiryo.facts import losses
from shiryo.facts.comparison import granted
from shiryo.facts.facts import unsupported
from shiryo.outline import model, statements
from shiryo.outline.citing import Allowance
from shiryo.outline.yaml import Loaded

_LEVELS = 3
"""Of a list, which a slide tells apart."""
_FEW, _NAMED = 5, 20
"""How many statements without lines are named one by one, and by how many lines if more."""
_NO_MARKS = {"file", "url", "data", "sha256", "how", "template", "kind"}
"""Fields that hold no inline text."""

_LOSSES = get_args(losses.Kind)
_CODES = {
    kind: f"lost-{kind}" if kind in _LOSSES else f"unsupported-{kind}"
    for kind in ("number", "date", "name", "negation", "modality", "voice", "bound", *_LOSSES)
} | {"owner": "other-owner"}
"""What a diagnostic is called, by the kind of what a statement has wrong or leaves out."""
_USED = {
    "columns": ("summary", "full"),
    "contents": ("summary", "full"),
    "glossary": ("summary", "onepage"),
    "sources": ("summary", "onepage", "full"),
    "per_page": ("slides",),
}
"""Options of the handout that only some variants know."""


def check(loaded: Loaded, article: Article | None) -> Diagnostics:
    """Return what a person should look at, in the order of the file.

    ``article`` is the source that the outline names, or None where there is none to compare with.
    """
    found = [
        *_source(loaded, article),
        *_references(loaded, article),
        *_facts(loaded, article),
        *_sections(loaded),
        *_marks(loaded.outline, (), loaded),
        *_blocks(loaded),
        *_reviews(loaded),
        *_options(loaded),
    ]
    unique = dict.fromkeys(_grouped(found))
    return tuple(sorted(unique, key=lambda d: d.span.line or 0 if d.span else 0))


def _grouped(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Say once where many statements cite nothing, so that what is grave is not buried."""
    all_ = tuple(found)
    uncited = [d for d in all_ if d.code == "outline.uncited"]
    if len(uncited) <= _FEW:
        yield from all_
        return
    yield from (d for d in all_ if d.code != "outline.uncited")
    numbers = [str(d.span.line) for d in uncited if d.span]
    lines = "、".join(numbers[:_NAMED]) + (" …" if len(numbers) > _NAMED else "")
    yield diagnose("outline.uncited-many", uncited[0].span, count=len(uncited), lines=lines)


def strict(diagnostics: Diagnostics) -> bool:
    """Tell whether any of them is more than a note."""
    return any(d.severity is not Severity.NOTE for d in diagnostics)


def _span(loaded: Loaded, path: Path) -> Span:
    return Span(loaded.file, loaded.places.line(path))


def _source(loaded: Loaded, article: Article | None) -> Iterator[Diagnostic]:
    source = loaded.outline.source
    if source is None:
        return
    if article is None:
        yield diagnose("outline.no-source", _span(loaded, ("source", "file")), file=source.file)
    elif source.sha256 and source.sha256 != article.sha256:
        yield diagnose("outline.stale", _span(loaded, ("source", "sha256")), file=source.file)


def _options(loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield what is said of the handout and has no part in its variant."""
    options = loaded.outline.handout
    for name, variants in _USED.items():
        info = model.HandoutOptions.model_fields[name]
        is_said = getattr(options, name) != info.default
        if is_said and options.variant not in variants:
            key = info.alias or name
            values = {"key": key, "variant": options.variant, "variants": "・".join(variants)}
            yield diagnose("outline.unused-option", _span(loaded, ("handout", key)), **values)


def _references(loaded: Loaded, article: Article | None) -> Iterator[Diagnostic]:
    for path, ref in _refs(loaded.outline, ()):
        first, last = model.line_range(ref)
        if first > last:
            yield diagnose("outline.reversed-reference", _span(loaded, path), ref=ref)
        elif article and last > len(article.lines):
            yield diagnose("outline.beyond", _span(loaded, path), ref=ref, lines=len(article.lines))


def _refs(node: BaseModel, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(node, model.Review) and node.at:
        yield (*path, "at"), node.at
    for name, info in type(node).model_fields.items():
        value = getattr(node, name)
        at = (*path, info.alias or name)
        for n, item in enumerate(value if isinstance(value, tuple) else ()):
            if name == "from_":
                yield (*at, n), item
            elif isinstance(item, BaseModel):
                yield from _refs(item, (*at, n))
        if isinstance(value, BaseModel):
            yield from _refs(value, at)


def _facts(loaded: Loaded, article: Article | None) -> Iterator[Diagnostic]:
    if article is None:
        return
    lines = cited(article)
    found = list(statements.statements(loaded.outline))
    slides, allowance, wide = _slides(found), Allowance(article), list[statements.Statement]()
    for said in found:
        span = _span(loaded, said.path)
        if not said.refs:
            yield diagnose("outline.uncited", span, text=statements.short(said.text))
            continue
        ranges = [model.line_range(ref) for ref in said.refs]
        if not all(first <= last <= len(article.lines) for first, last in ranges):
            continue  # said already
        if not allowance.covers(ranges):
            wide.append(said)
            continue
        text = "\n".join(lines(first, last) for first, last in ranges)
        own, wrong = _counted(said, article, ranges)
        told = [(_CODES[f.kind], f.text) for f in unsupported(own, text, said.beside)]
        told += [("unsupported-number", count) for count in wrong]
        others = (other for other in slides[_slide(said)] if other != said.text)
        if main := granted(said.text, text, others):
            told.append(("half-granted", main))
        for code, fact in told:
            short, refs = statements.short(fact), "、".join(said.refs)
            yield diagnose(f"outline.{code}", span, fact=short, refs=refs)
    for said in wide[:1]:
        short, refs = statements.short(said.text), "、".join(said.refs[:_FEW])
        values = {"text": short, "refs": refs, "most": limits.CITED_CHARACTERS}
        span = _span(loaded, said.path)
        yield diagnose("outline.wide-references", span, count=f"{len(wide):,}", **values)


def _slides(found: Iterable[statements.Statement]) -> dict[Path, list[str]]:
    """Return what is said together: in a section, without those below it, or in the summary."""
    slides: dict[Path, list[str]] = {}
    for said in found:
        slides.setdefault(_slide(said), []).extend((said.text, *said.texts))
    return slides


def _slide(said: statements.Statement) -> Path:
    if said.path[0] != "sections":
        return ()
    return said.path[: said.path.index("blocks")] if "blocks" in said.path else said.path


def _counted(
    said: statements.Statement, article: Article, ranges: Sequence[model.LineRange]
) -> tuple[str, Sequence[str]]:
    """Return what a statement says but how many items it cites, and that where it is wrong."""
    if model.TALLY not in said.how:
        return said.text, ()
    *own, count = said.texts
    items = [b.first for b in article.blocks if b.kind is Kind.ITEM]
    found = sum(first <= line <= last for first, last in ranges for line in items)
    return "\n".join(own), [count] if count != str(found) else []


def cited(article: Article) -> Callable[[int, int], str]:
    """Return what gives lines as they stand in the article, and as they are read without marks."""
    held = {n: b for b in article.blocks for n in range(b.first, b.last + 1)}

    @cache
    def said(first: int, last: int) -> str:
        lines = article.cited(first, last)
        blocks = {id(b): b for n in range(first, last + 1) if (b := held.get(n))}
        whole = (
            b for b in blocks.values() if b.marks or b.title or first <= b.first <= b.last <= last
        )
        spelt = ((*b.strings, b.title, *numbers.spelt(b, below=False).strings) for b in whole)
        read = dict.fromkeys(chain.from_iterable(spelt))
        written = set(lines.splitlines())
        return "\n".join((lines, *(text for text in read if text not in written)))

    return said


def _sections(loaded: Loaded) -> Iterator[Diagnostic]:
    seen: dict[tuple[str, str], int] = {}
    for path, section in statements.sections(loaded.outline.sections):
        span = _span(loaded, (*path, "title"))
        outs = (section.only,) if section.only else get_args(model.Output)
        shown = [(out, section.title) for out in outs]
        if first := next((seen[each] for each in shown if each in seen), 0):
            yield diagnose("outline.same-title", span, title=section.title, first=first)
        for each in shown:
            seen.setdefault(each, span.line or 0)
        if not (section.blocks or section.sections):
            yield diagnose("outline.empty-section", span, title=section.title)
        for n, block in enumerate(section.blocks):
            if isinstance(block, model.BulletsBlock) and block.only != "handout":
                yield from _too_deep(loaded, block.bullets, (*path, "blocks", n, "bullets"), 1)


def _marks(node: BaseModel, path: Path, loaded: Loaded) -> Iterator[Diagnostic]:
    """Yield the inline marks that are not closed, wherever they stand."""
    for name, info in type(node).model_fields.items():
        at = (*path, info.alias or name)
        value = getattr(node, name)
        for n, part in enumerate(value if isinstance(value, tuple) else (value,)):
            below = (*at, n) if isinstance(value, tuple) else at
            if isinstance(part, BaseModel):
                yield from _marks(part, below, loaded)
            elif isinstance(part, str) and name not in _NO_MARKS:
                for mark in dict.fromkeys(inline.unclosed(statements.without_variables(part))):
                    yield diagnose(
                        "outline.open-mark",
                        _span(loaded, below),
                        mark=mark,
                        text=statements.short(part),
                    )


def _too_deep(
    loaded: Loaded, items: tuple[model.Item, ...], path: Path, level: int
) -> Iterator[Diagnostic]:
    for n, item in enumerate(items):
        if level > _LEVELS:
            yield diagnose("outline.deep-bullets", _span(loaded, (*path, n)))
            return
        yield from _too_deep(loaded, item.items, (*path, n, "items"), level + 1)


def _blocks(loaded: Loaded) -> Iterator[Diagnostic]:
    for path, section in statements.sections(loaded.outline.sections):
        for n, block in enumerate(section.blocks):
            at = (*path, "blocks", n)
            if isinstance(block, model.ImageBlock) and not block.image.alt:
                yield diagnose("outline.no-alt", _span(loaded, at), file=block.image.file)
            if (
                isinstance(block, model.TableBlock)
                and len(block.table.columns) > limits.SLIDE_COLUMNS
            ):
                count = len(block.table.columns)
                span = _span(loaded, (*at, "table"))
                yield diagnose("outline.wide-table", span, columns=count, most=limits.SLIDE_COLUMNS)


def _reviews(loaded: Loaded) -> Iterator[Diagnostic]:
    for n, review in enumerate(loaded.outline.review):
        code = "outline.review-at" if review.at else "outline.review"
        yield diagnose(code, _span(loaded, ("review", n)), at=review.at, text=review.text)
