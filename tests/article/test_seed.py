from pathlib import Path

import pytest

from shiryo.article import read
from shiryo.article.model import Article, Block, Kind

SEED = Path(__file__).parents[2] / "seeds" / "kokusan-ai.txt"


@pytest.fixture(scope="module")
def article() -> Article:
    return read(SEED.read_bytes(), "kokusan-ai.txt")[0]


def firsts(article: Article, kind: Kind) -> list[int]:
    return [b.first for b in article.blocks if b.kind is kind]


def at(article: Article, line: int) -> Block:
    return next(b for b in article.blocks if b.first <= line <= b.last)


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        (Kind.HEADING, [8, 16, 36, 45, 56, 67]),
        (Kind.DIALOGUE, [4, 13, 24, 33, 39, 41, 52, 65, 71]),
        (Kind.LEAD_IN, [6, 7, 14, 18, 42, 43, 48, 49, 58]),
        (Kind.ITEM, [20, 21, 22, 59, 60, 61, 62, 63]),
        (Kind.DEFINITION, [25]),
        (Kind.CAPTION, [35]),
        (Kind.QUOTE, [54]),
        (Kind.CITATION, [55]),
        (Kind.PROMOTION, [72, 73, 74, 75, 76]),
        (Kind.PARAGRAPH, [1, 2, 5, 10, 11, 15, 31, 44, 47, 50, 53, 66, 68, 69]),
    ],
)
def test_lines_of_each_kind(article: Article, kind: Kind, lines: list[int]) -> None:
    assert firsts(article, kind) == lines


def test_doubts(article: Article) -> None:
    doubts = {(d.kind, d.first, d.last) for d in article.doubts}
    lost = {("lost-list", n, n + 1) for n in (6, 14, 42, 48)}
    assert doubts == {("title", 2, 2), ("lost-figure", 35, 35)} | lost


def test_definition_is_healed_around_its_items(article: Article) -> None:
    block = at(article, 29)
    assert (block.first, block.last, block.label) == (25, 30, "計算資源")
    assert block.parts == (
        "演算を受け持つ装置の処理能力",
        "データをしまっておく記憶装置",
        "装置どうしを結ぶネットワーク",
    )
    assert "欠かせない演算を受け持つ装置の処理能力、データ" in block.text
    assert "などの土台のこと。生成AIを" in block.text


def test_items_have_label_and_detail(article: Article) -> None:
    labels = [(b.label, b.detail) for b in article.blocks if b.kind is Kind.ITEM]
    assert labels[:3] == [("学習データの提供", ""), ("資金の支援", ""), ("計算資源の確保", "")]
    assert labels[3] == ("ChatGPT", "OpenAI/米")
    assert labels[7] == ("ERNIE", "百度/中")


def test_date_title_and_address(article: Article) -> None:
    assert article.date == "2025-09-18"
    assert article.title == "日本政府が、日本語に強い大規模な「国産AI」の開発支援に本腰"
    assert at(article, 55).href == "https://ja.wikipedia.org"
