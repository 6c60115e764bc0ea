"""What the draft could not settle: losses, broken sentences, facts in speech bubbles."""

import re
from collections.abc import Iterator

from shiryo.article.model import Article, Block, Doubt, Kind
from shiryo.diagnostics import diagnose
from shiryo.drafting.wording.escape import escape
from shiryo.facts.facts import facts
from shiryo.outline.model import Review, line_ref

_POINTS_TO = re.compile(r"公式|サイト|HP|ホームページ|URL|発表|公開|掲載|締め?切|申し?込")


def tells_fact(block: Block) -> bool:
    """Tell whether a speech bubble says something that a reader may need."""
    return block.kind is Kind.DIALOGUE and bool(
        _POINTS_TO.search(block.text)
        or any(
            f.kind != "name" and re.search(r"\d", f.value) and not f.value.isdecimal()
            for f in facts(block.text)
        )
    )


def broken(article: Article) -> frozenset[int]:
    """Return the lines whose sentences lost a part of themselves."""
    return frozenset(
        line
        for doubt in article.doubts
        if doubt.kind == "lost-list"
        for line in range(doubt.first, doubt.last + 1)
    )


def _doubted(doubt: Doubt) -> Review:
    said = diagnose(f"article.{doubt.kind}", text=doubt.text).message
    return Review(at=line_ref(doubt.first, doubt.last), kind=doubt.kind, text=said)


def reviews(article: Article) -> Iterator[Review]:
    """Yield what a person should look at, in the order of the article."""
    found = [(doubt.first, _doubted(doubt)) for doubt in article.doubts]
    lost = broken(article)
    for block in article.blocks:
        at = line_ref(block.first, block.last)
        if tells_fact(block):
            text = f"吹き出しだけが伝える事実の可能性がある:「{block.text}」"
            found.append((block.first, Review(at=at, kind="dialogue-fact", text=text)))
        elif block.kind is Kind.PARAGRAPH and block.first in lost:
            text = f"一覧が失われて文が欠けているため、資料に入れていない:「{block.text}」"
            found.append((block.first, Review(at=at, kind="broken-sentence", text=text)))
        elif block.kind in (Kind.IMAGE, Kind.CODE):
            name = "図" if block.kind is Kind.IMAGE else "プログラムの例"
            text = f"{name}は下書きに入れていない: {(block.text or block.href)[:40]}"
            found.append((block.first, Review(at=at, kind=block.kind.value, text=text)))
    for line, review in sorted(found, key=lambda pair: pair[0]):
        page = f"（p.{article.page(line)}）" if article.page(line) else ""
        yield review.model_copy(update={"text": escape(review.text) + page})
