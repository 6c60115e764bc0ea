"""What the draft could not settle: losses, broken sentences, facts in speech bubbles."""

from collections.abc import Collection, Iterator

from shiryo import lazy_re as re
from shiryo.article.marks import Mark, letters
from shiryo.article.model import PACKED, Article, Block, Doubt, Kind
from shiryo.diagnostics import diagnose
from shiryo.facts.facts import facts
from shiryo.inline import escape
from shiryo.messages import wording
from shiryo.outline.model import Review, line_ref

_LEFT_OUT = (Kind.IMAGE, Kind.NOTE)
_POINTS_TO = re.compile(r"公式|サイト|HP|ホームページ|URL|発表|公開|掲載|締め?切|申し?込")


def tells_fact(block: Block) -> bool:
    """Tell whether a speech bubble says something that a reader may need."""
    return (block.kind is Kind.DIALOGUE and not block.label) and bool(
        _POINTS_TO.search(block.text)
        or any(
            f.kind != "name" and re.search(r"\d", f.value) and not f.value.isdecimal()
            for f in facts(block.text)
        )
    )


def broken(article: Article) -> frozenset[int]:
    """Return the lines whose sentences lost a part of themselves.

    After a whole sentence that promises the list (次の通りです。) another whole one follows.
    """
    lost = [doubt for doubt in article.doubts if doubt.kind == "lost-list"]
    if not lost:
        return frozenset()
    whole = {b.first for b in article.blocks if b.text.endswith("。")}
    return frozenset(
        line
        for doubt in lost
        for line in range(doubt.first, doubt.first + 1 if doubt.first in whole else doubt.last + 1)
    )


def _doubted(doubt: Doubt) -> Review:
    said = diagnose(f"article.{doubt.kind}", text=doubt.text).message
    return Review(at=line_ref(doubt.first, doubt.last), kind=doubt.kind, text=said)


def _unread(article: Article, placed: Collection[tuple[int, Mark]]) -> Iterator[Doubt]:
    """Yield the readings that the draft lacks, those of a block together."""
    for block in (block for block in article.blocks if block.marks):
        whole = letters("".join(block.strings))
        lost = (m for m in block.marks if m.reading and (block.first, m) not in placed)
        said = "、".join(f"{whole[m.start : m.end]}（{m.reading}）" for m in lost)
        if said:
            yield Doubt("ruby", block.first, block.last, said)


def reviews(
    article: Article,
    placed: Collection[tuple[int, Mark]] = (),
) -> Iterator[Review]:
    """Yield what a person should look at, in the order of the article.

    ``placed`` are the notes and readings that the draft has, with the first lines of the blocks
    that they stand in. What the draft leaves out is no part of it: see `unused`.
    """
    found = [(doubt.first, _doubted(doubt)) for doubt in article.doubts]
    found += [(d.first, _doubted(d)) for d in _unread(article, placed)]
    told = {letters(mark.note.text) for _, mark in placed if mark.note}
    lost = broken(article)
    for block in article.blocks:
        at = line_ref(block.first, block.last)
        if tells_fact(block):
            text = wording("drafted.review.dialogue-fact", text=block.text)
            found.append((block.first, Review(at=at, kind="dialogue-fact", text=text)))
        elif block.kind is Kind.PARAGRAPH and block.first in lost:
            text = wording("drafted.review.broken-sentence", text=block.text)
            found.append((block.first, Review(at=at, kind="broken-sentence", text=text)))
        elif block.kind is Kind.NOTE and letters(block.text) in told:
            continue
        elif block.kind in _LEFT_OUT:
            name, said = (
                wording(f"drafted.review.{block.kind}"),
                (block.text or block.href.removeprefix(PACKED))[:40],
            )
            text = wording("drafted.review.not-taken", name=name, said=said)
            found.append((block.first, Review(at=at, kind=block.kind.value, text=text)))
    for line, review in sorted(found, key=lambda pair: pair[0]):
        page = f"（p.{article.page(line)}）" if article.page(line) else ""
        yield review.model_copy(update={"text": escape(review.text) + page})
