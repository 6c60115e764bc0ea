"""The article's blocks as a tree of sections, after its headings."""

from collections.abc import Iterator
from dataclasses import field

from shiryo import lazy_re as re
from shiryo.article.model import Article, Block, Kind
from shiryo.values import dataclass

_CONCLUSION = re.compile(
    r"(?:[0-9０-９一二三四五六七八九十]+[.．、)）\s]*)?(?:まとめ|総括|結論|結び|むすび|おわりに|終わりに|最後に|さいごに)"
    r"(?:[:：と].*)?"
)


@dataclass(slots=True)
class Part:
    """A heading with what stands under it."""

    title: str
    level: int
    line: int
    """Of the heading; 0 for what stands before the first one."""
    blocks: list[Block] = field(default_factory=list)
    parts: "list[Part]" = field(default_factory=list)

    @property
    def is_conclusion(self) -> bool:
        """Tell whether the heading says that this sums up the article."""
        return _CONCLUSION.fullmatch(self.title.strip()) is not None

    @property
    def first(self) -> int:
        """The line at which it begins."""
        return self.line or (self.blocks[0].first if self.blocks else 0)

    @property
    def last(self) -> int:
        """The last line of all that stands under it."""
        ends = (block.last for part in self.walk() for block in part.blocks[-1:])
        return max((self.line, *(part.line for part in self.walk()), *ends))

    def walk(self) -> "Iterator[Part]":
        """Yield the part and all parts below it, in order."""
        yield self
        for part in self.parts:
            yield from part.walk()


def grow(article: Article, introduction: str = "") -> list[Part]:
    """Return the parts at the top; the article's own title, if it is a heading, is none of them.

    What stands before the first heading is under one called ``introduction``.
    """
    opening = Part(introduction, 0, 0)
    root = Part("", 0, 0)
    path = [root]
    for block in article.blocks:
        if block.kind is not Kind.HEADING:
            (path[-1] if len(path) > 1 else opening).blocks.append(block)
        elif not _is_title(block, article):
            part = Part(block.title, block.level, block.first)
            if _goes_on(path[-1], part):
                continue
            while len(path) > 1 and path[-1].level >= part.level:
                path.pop()
            path[-1].parts.append(part)
            path.append(part)
    return ([opening] if opening.blocks else []) + root.parts


def _goes_on(before: Part, part: Part) -> bool:
    """Tell whether a heading is that of the part right before it again, which goes on then."""
    return (before.title, before.level) == (part.title, part.level) and not before.parts


def _is_title(heading: Block, article: Article) -> bool:
    first = next(b for b in article.blocks if b.kind is Kind.HEADING)
    whole = f"{article.title}{article.head.subtitle}"
    return heading is first and _words(heading.text) in (_words(article.title), _words(whole))


def _words(text: str) -> str:
    return re.sub(r"[\W_ー]+", "", text)
