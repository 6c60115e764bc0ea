"""Sentences of a paragraph, each with the lines that it stands on."""

import re
from dataclasses import dataclass

from shiryo.article.model import Article, Block
from shiryo.japanese import sentences

_SOURCE = re.compile(r"[ \u3000](?=(?:出典|出所|参考|参考リンク|参考資料|引用)[:：])")
"""Where a source follows its sentence on the same line."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article, as it is written."""

    text: str
    first: int
    last: int


def split(text: str) -> list[str]:
    """Split into sentences, and before a source; the stops stay."""
    return sentences.split(_SOURCE.sub("\n", text))


def of(block: Block, article: Article) -> list[Sentence]:
    """Return the sentences of ``block``; each cites only its own lines where they can be told."""
    texts = split(block.text)
    if block.first == block.last:
        return [Sentence(text, block.first, block.last) for text in texts]
    owners = _owners(block, article)
    found, at = [], 0
    for text in texts:
        size = len(_solid(text))
        part = owners[at : at + size] or [block.first, block.last]
        found.append(Sentence(text, part[0], part[-1]))
        at += size
    return found


def _owners(block: Block, article: Article) -> list[int]:
    """Return the line of every character of ``block.text``; empty if they do not match."""
    solid, owners = "", []
    for number in range(block.first, block.last + 1):
        line = _solid(article.lines[number - 1])
        solid += line
        owners += [number] * len(line)
    return owners if solid == _solid(block.text) else []


def _solid(text: str) -> str:
    return re.sub(r"\s", "", text)
