"""Sentences of a paragraph, each with the lines that it stands on."""

from dataclasses import replace

from shiryo import lazy_re as re
from shiryo.article.marks import letters
from shiryo.article.model import Article, Block
from shiryo.japanese import sentences
from shiryo.values import dataclass

_SOURCE = re.compile(r"[ \u3000](?=(?:出典|出所|参考|参考リンク|参考資料|引用)[:：])")
"""Where a source follows its sentence on the same line."""

_REMARK = re.compile(r"[（(][^（）()\n。]{1,24}。[）)]")
_PART = re.compile(r"[とをがはにので](?!す)")
"""A particle behind words in bold."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article, as it is written."""

    text: str
    first: int
    last: int
    strong: bool = False
    """Whether most of it is in bold."""
    how: tuple[str, ...] = ()
    """What was done to it before all else (`topics`)."""
    head: int = 0
    """The line of the heading that had a part in that."""
    opens: bool = False
    """Whether its paragraph begins with it."""
    closes: bool = False
    """Whether its paragraph ends with it."""


def split(text: str) -> list[str]:
    """Split into sentences, and before a source; the stops stay.

    A short sentence in brackets belongs to the one before it: 無料です。（本館を除きます。）.
    """
    made = list[str]()
    for sentence in sentences.split(_SOURCE.sub("\n", text)):
        if made and _REMARK.fullmatch(sentence):
            made[-1] += sentence
        else:
            made.append(sentence)
    return made


def of(block: Block, article: Article) -> list[Sentence]:
    """Return the sentences of ``block``; each cites only its own lines where they can be told."""
    strong = _strong(block)
    texts = _joined(split(block.text), strong)
    owners = [] if block.first == block.last else _owners(block, article)
    found, at = list[Sentence](), 0
    for text in texts:
        end = at + len(_solid(text))
        part = owners[at:end] or [block.first, block.last]
        heavy = 2 * sum(strong[at:end]) > end - at if strong else False
        found.append(Sentence(text, part[0], part[-1], heavy, opens=not found))
        at = end
    return [*found[:-1], replace(found[-1], closes=True)] if found else []


def _joined(texts: list[str], strong: bytearray) -> list[str]:
    """Return sentences, two that bold letters go over as one where their end is its part.

    So is what somebody thinks or says (**早い。安い**と思える店).
    """
    made, at, solid = list[str](), 0, _solid("".join(texts)) if strong else ""
    for text in texts:
        end = strong.find(0, at) if made and strong and strong[at - 1] and strong[at] else -1
        if made and end > 0 and _PART.match(solid, end):
            made[-1] += text
        else:
            made.append(text)
        at += len(_solid(text))
    return made


def _strong(block: Block) -> bytearray:
    """Return for every character of ``block.text`` whether it is in bold; empty if none is."""
    marks = [mark for mark in block.marks if mark.strong]
    before = len(letters(block.label + block.detail))
    made = bytearray(len(letters(block.text))) if marks else bytearray()
    for mark in marks:
        start, end = max(0, mark.start - before), max(0, mark.end - before)
        made[start:end] = b"\1" * len(made[start:end])
    return made


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
