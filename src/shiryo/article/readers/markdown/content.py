"""What stands in Markdown: its nodes, one after the other, as pieces."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from markdown_it.tree import SyntaxTreeNode as Node

from shiryo import lazy_re as re
from shiryo.article import latex
from shiryo.article.marks import Marked, joined, moved, parted
from shiryo.article.model import Kind, Number
from shiryo.article.readers.html import html
from shiryo.article.readers.markdown import markup, pictures, spans
from shiryo.article.readers.markdown.continuation import breaks
from shiryo.article.runs import Left, celled, gridded
from shiryo.article.structure import lines, preformatted, torn, trees
from shiryo.article.structure import pieces as marked
from shiryo.article.structure.pieces import Piece, piece
from shiryo.article.structure.recognisers import items
from shiryo.article.structure.recognisers.quotes import ADDRESS
from shiryo.messages import wording

_ENDS = re.compile(r"(?:[。！？!?」』）)：:]|……)$")
_CITED = re.compile(r"(―|—|--|出典|引用元|参照|『|https?://)")
_BREAK = "\u2028"
"""Stands for a break of the author's while words are gathered."""
_DEEPEST = 5
"""The level of the deepest items, counted from 0."""


def walk(nodes: Iterable[Node], depth: int = 0) -> Iterator[Piece]:
    """Yield the pieces of nodes; ``depth`` is that of the list they stand in."""
    for node, *more in _together(nodes):
        first, last = place(node)
        match node.type:
            case "heading":
                yield from _heading(node)
            case "paragraph":
                yield from _paragraph(node)
            case "bullet_list" | "ordered_list":
                counts = node.type == "ordered_list"
                for n, item in enumerate(node.children, int(node.attrs.get("start", 1))):
                    number = Number(n, f"{n}.") if counts else None
                    yield from _item(item, depth, number)
            case "blockquote":
                yield from _quote([node, *more], depth)
            case "fence" | "code_block":
                yield from _code(node)
            case "math_block" | "math_block_label":
                yield piece(Kind.PARAGRAPH, latex.text(node.content), first=first, last=last)
            case "table":
                yield from _table(node)
            case "dl":
                yield from _definitions(node)
            case "html_block":
                yield from markup.pieces(node.content, first)


def _code(node: Node) -> Iterator[Piece]:
    """Give code; what is only set in may be text, what stands in a fence is none."""
    (first, last), text = place(node), node.content.rstrip("\n")
    if node.type == "code_block":
        yield from preformatted.pieces(text, first, last)
    else:
        drawn = trees.branches(text, first + 1)
        yield from drawn or [piece(Kind.CODE, text, first=first, last=last)]


def place(node: Node) -> tuple[int, int]:
    """Return the 1-based first and last line."""
    first, end = node.map or (0, 0)
    return first + 1, end


def _heading(node: Node) -> Iterator[Piece]:
    first, last = place(node)
    said, shown = spans.said(node), spans.pictures(node)
    text, left = spans.titled(said.text), said.left
    if shown and text == "".join(
        described or wording("read.picture-inline") for described, _ in shown
    ):
        text, left = shown[0][0], (Left("picture", shown[0][0] or shown[0][1]),)
    if text.strip():
        level = int(node.tag[1])
        yield replace(
            piece(Kind.HEADING, text, [said], first=first, last=last, level=level), left=left
        )
    else:
        left += (Left("empty-heading", wording("read.line", n=first)),)
        yield Piece("", first=first, last=last, left=left)


def _paragraph(node: Node) -> Iterator[Piece]:
    """Give a paragraph's lines as a piece each where sentences end there, else together.

    The pictures in its sentences stand after it.
    """
    first, last = place(node)
    (inline,) = node.children
    said = spans.words(inline)
    text, source = said.text.split("\n"), inline.content.split("\n")
    alone = pictures.alone(inline)
    if len(text) != last - first + 1:  # an inline that goes over lines, such as a link's title
        found = [marked.plain(replace(said, text=" ".join(text)), first=first, last=last)]
    else:
        marks = parted(said.marks, text)
        found = [*_lines([*map(Marked, text, marks)], source, alone, first)]
    yield replace(found[0], left=tuple(x for x in said.left if x.kind != "picture"))
    yield from found[1:]
    shown = [each for those in alone.values() for each in those]
    for each in spans.pictures(inline):
        if each in shown:
            shown.remove(each)
        else:
            yield pictures.one(*each, last)


def _lines(
    text: Sequence[Marked], source: Sequence[str], shown: pictures.Pictures, first: int
) -> Iterator[Piece]:
    start, cut = 0, torn.are_cut([each.text for each in text])
    for at, line in enumerate(text):
        after = text[at + 1].text if at + 1 < len(text) and at + 1 not in shown else ""
        if at in shown:
            yield from (pictures.one(*each, first + at) for each in shown[at])
            start = at + 1
        elif not after or spans.stands(line, after) or not _joined(line.text, after, cut):
            some = text[start : at + 1]
            said = Marked(spans.join([each.text for each in some]), joined(some))
            literal = spans.is_literal(source[start])
            found = piece(Kind.PARAGRAPH, said.text, [said]) if literal else marked.plain(said)
            yield replace(found, first=first + start, last=first + at)
            start = at + 1


def _joined(line: str, after: str, cut: bool) -> bool:
    """Tell whether a line break is only where the editor's window ended.

    A line that says all of a sentence, without its stop, breaks within it only where it is ``cut``.
    """
    if torn.runs_on(line, after) and not lines.mark(line):
        return True
    if not cut and torn.is_whole(line, after):
        return False
    alone = ADDRESS.fullmatch(line.strip()) is not None
    ends = _ENDS.search(line) or lines.mark(line) or lines.mark(after) or not after.strip()
    return len(line) >= 25 and not ends and not (alone and _ENDS.search(after))


def _item(node: Node, depth: int, number: Number | None) -> Iterator[Piece]:
    """Give an item with its own paragraphs, then what is nested in it."""
    own, inlines = _own(node)
    first = place(node)[0]
    last = place(node.children[own - 1])[1] if own else first
    whole = [pictures.beside(each, _BREAK) for each in inlines]
    said = [spans.on_one_line([replace(w, text=breaks(w.text, _BREAK))]) for w in whole]
    left = tuple(x for each in said for x in each.left)
    text = "\n".join(each.text.replace(_BREAK, "\n").strip() for each in said).strip()
    shown = _done(Marked(text, joined(said)))
    text = shown.text
    label, detail, words = items.of_marked(shown)
    if re.search(r"\w", text):
        if depth > _DEEPEST:
            left += (Left("depth", text),)
        found = piece(
            Kind.ITEM, words, first=first, last=last, level=min(depth, _DEEPEST), number=number,
            label=label, detail=detail, said=[shown],
        )  # fmt: skip
        yield replace(found, left=left)
    elif text or left:
        yield Piece("", first=first, last=last, left=(*left, Left("line", text)) if text else left)
    yield from pictures.pieces(inlines, first)
    yield from walk(node.children[own:], depth + 1)


def _own(node: Node) -> tuple[int, list[Node]]:
    """Return how many children of an item, a term or its meaning are its own words, and these."""
    held = takewhile(lambda child: child.type in ("paragraph", "inline"), node.children)
    own = [child if child.type == "inline" else child.children[0] for child in held]
    return len(own), own


def _done(said: Marked) -> Marked:
    """Return an item with the box of a list of tasks as a sign."""
    box = re.match(r"\[([ xX])\]\s+", said.text)
    if not box:
        return said
    text = f"{'☐' if box[1] == ' ' else '☑'} {said.text[box.end() :]}"
    return Marked(text, moved(said.marks, (said.text,), (text,)))


def _definitions(node: Node) -> Iterator[Piece]:
    """Give terms with what they mean: a sentence defines, less is an item."""
    terms, before = list[Marked](), ""
    for each in node.children:
        first, last = place(each)
        own, inlines = _own(each)
        said = spans.on_one_line([pictures.beside(inline) for inline in inlines])
        if each.type == "dt":
            terms = [*terms, Marked("、"), said] if before == "dt" else [said]
            yield Piece("", first=first, last=last, left=said.left)
        else:
            kind = Kind.DEFINITION if said.text.endswith("。") or len(said.text) > 30 else Kind.ITEM
            label = "".join(term.text for term in terms)
            whole = (*terms, said)
            words, label = (said.text, label) if said.text.strip() else (label, "")
            found = piece(kind, words, whole, first=first - 1, last=last, label=label)
            yield replace(found, left=said.left)
        yield from pictures.pieces(inlines, first)
        yield from walk(each.children[own:], 1)
        before = each.type


def _table(node: Node) -> Iterator[Piece]:
    first, last = place(node)
    rows = [each for each in node.walk() if each.type == "tr"]
    said = [[spans.words(each) for cell in row.children for each in cell.children] for row in rows]
    cells = tuple(tuple(celled(cell.text) for cell in row) for row in said)
    left = tuple(x for row in said for cell in row for x in cell.left)
    text = gridded(cells)
    whole = [cell for row in said for cell in row]
    yield replace(piece(Kind.TABLE, text, whole, first=first, last=last, cells=cells), left=left)


def _together(nodes: Iterable[Node]) -> Iterator[list[Node]]:
    """Yield each node; quotations right after one another that say no source are one."""
    made: list[Node] = []
    open_ = False
    for node in nodes:
        joins = node.type == "blockquote" and not _sets_in(node) and not _is_cited(_said([node])[1])
        if made and not (joins and open_):
            yield made
            made = []
        made.append(node)
        open_ = joins
    if made:
        yield made


def _sets_in(quote: Node) -> bool:
    """Tell whether a quotation holds nothing but a list, and only sets it in."""
    return all(each.type in ("bullet_list", "ordered_list") for each in quote.children)


def _said(quotes: Sequence[Node]) -> tuple[list[Node], list[tuple[str, int]]]:
    """Return the paragraphs of quotations, and their lines with their numbers."""
    holds = ("inline", "fence", "code_block", "html_block")
    inlines = [each for quote in quotes for each in quote.walk() if each.type in holds]
    return inlines, [found for each in inlines for found in _quoted(each)]


def _is_cited(text: Sequence[tuple[str, int]]) -> bool:
    return len(text) > 1 and _CITED.match(text[-1][0]) is not None


def _quote(quotes: Sequence[Node], depth: int) -> Iterator[Piece]:
    """Give a quotation, and its last line as the citation where it is one; a list as a list."""
    if _sets_in(quotes[0]):
        yield from walk(quotes[0].children, depth)
        return
    inlines, text = _said(quotes)
    cited = _is_cited(text)
    said = text[:-1] if cited else text
    inlines = [each for each in inlines if each.type == "inline"]
    shown = [pictures.beside(each) for each in inlines]
    left = tuple(x for each in shown for x in each.left)
    if said:
        words = "\n".join(part for part, _ in said)
        quote = piece(Kind.QUOTE, words, shown, first=place(quotes[0])[0], last=said[-1][1])
        yield replace(quote, left=left)
    elif left:
        yield Piece("", first=place(quotes[0])[0], last=place(quotes[-1])[1], left=left)
    if cited:
        words = re.sub(r"^(―|—|-)+\s*", "", text[-1][0])
        at, href = text[-1][1], _address(words)
        yield piece(Kind.CITATION, words, shown, first=at, last=at, href=href)
    yield from pictures.pieces(inlines, place(quotes[0])[0])


def _quoted(node: Node) -> list[tuple[str, int]]:
    """Return the lines of a paragraph of a quotation; prose that was broken by hand is joined."""
    first, last = place(node)
    if node.type == "html_block":
        return [(each.text, last) for each in html.fragment(node.content) if each.text]
    if node.type != "inline":
        return [(node.content.strip("\n"), last)]
    text = [line.strip() for line in pictures.beside(node).text.split("\n") if line.strip()]
    cited = text[-1:] if len(text) > 1 and _CITED.match(text[-1]) else []
    body = text[: len(text) - len(cited)]
    if len(body) > 1 and _ENDS.search(body[-1]) and not any(map(_ENDS.search, body[:-1])):
        return [(spans.join(body), last - len(cited)), *((line, last) for line in cited)]
    return [
        (line, first + n if len(text) == last - first + 1 else last) for n, line in enumerate(text)
    ]


def _address(text: str) -> str:
    found = ADDRESS.search(text)
    return found[0] if found else ""
