"""Markdown (CommonMark with tables, front matter) → `Article`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode as Node
from mdit_py_plugins.deflist import deflist_plugin

from shiryo.article.model import Article, Kind, Link, Number
from shiryo.article.readers.markdown import dialects, emphasis, footnotes, nesting
from shiryo.article.structure import lines, title
from shiryo.article.structure import pieces as marked
from shiryo.article.structure.pieces import Piece, piece
from shiryo.article.structure.recognisers import items

_FRONT = re.compile(
    r"\A(?:---[ \t]*\n(?P<body>.*?)\n(?:---|\.\.\.)|\+\+\+[ \t]*\n(?P<toml>.*?)\n\+\+\+)"
    r"[ \t]*(?:\n|\Z)",
    re.S,
)
_FIELD = re.compile(
    r"^(title|date|url|canonical_url|published_?at|created_at|updated_at)\s*+[:=]\s*+(\S(?:.*\S)?)",
    re.M | re.I,
)
_DATES = ("date", "published_at", "publishedat", "created_at", "updated_at")
_ENDS = re.compile(r"[。！？!?」』）)：:]$")
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<[^>]+(?:>|(\Z))", re.S)
"""A comment or a tag; what is no tag because it never ends is group 1."""


def read(text: str, file: str) -> Article:
    """Read Markdown; the blocks keep the lines of the source."""
    source = lines.split(text)
    whole = "\n".join(source)
    front = _FRONT.match(whole)
    body = (front["body"] or front["toml"] or "") if front else ""
    fields = {name.lower(): value.strip("\"'") for name, value in _FIELD.findall(body)}
    skipped = front[0].rstrip("\n").count("\n") + 1 if front else 0
    parser = MarkdownIt("commonmark", {"maxNesting": nesting.LEVELS})
    parser.enable(["table", "strikethrough"]).use(nesting.plugin).use(emphasis.plugin).use(
        deflist_plugin
    )
    plain = dialects.plain(["" for _ in range(skipped)] + list(source[skipped:]))
    left, notes = footnotes.take(plain.lines)
    tree = _tree(parser, "\n".join(nesting.flat(left)))
    pieces = list(_walk(tree.children))
    pieces += [_note(_tree(parser, words), first, last) for first, last, words in notes]
    pieces += [marked.note(words, first=n, last=n) for n, words in plain.notes]
    pieces += [piece(Kind.CITATION, at, href=at, first=n, last=n) for n, at in plain.sources]
    if front:
        pieces.insert(0, _front(fields, body, skipped))
    found = marked.structure(_whole(pieces, source))
    stamp = next((fields[name] for name in _DATES if name in fields), "")
    date = title.find_date(stamp) or found.date
    url = fields.get("canonical_url") or fields.get("url", "")
    links = tuple(_links(tree))
    return Article(file, "", found.title, source, found.blocks, found.doubts, date, url, links)


def _tree(parser: MarkdownIt, text: str) -> Node:
    return Node(nesting.without_emphasis(parser.parse(text)))


def _links(tree: Node) -> Iterator[Link]:
    """Give the links to other sites in the text, each with its line."""
    for inline in tree.walk():
        if inline.type != "inline":
            continue
        line = _place(inline)[0]
        for each in inline.walk():
            line += each.type in ("softbreak", "hardbreak")
            href = str(each.attrs["href"]) if each.type == "link" else ""
            if re.match(r"https?://", href):
                yield Link(_words(each).replace("\n", ""), href, line)


def _front(fields: dict[str, str], body: str, last: int) -> Piece:
    """Front matter is the title where it has one, and of no use to a reader where not."""
    name = fields.get("title", "")
    if name:
        return piece(Kind.HEADING, name, first=1, last=last, level=1)
    return piece(Kind.PROMOTION, body, first=1, last=last)


def _note(node: Node, first: int, last: int) -> Piece:
    links = (str(each.attrs["href"]) for each in node.walk() if each.type == "link")
    words = "".join(_spaced(_words(node).split("\n")))
    return marked.note(words, next(links, ""), first=first, last=last)


def _walk(nodes: Iterable[Node], depth: int = 0) -> Iterator[Piece]:
    for node in nodes:
        first, last = _place(node)
        match node.type:
            case "heading":
                level = int(node.tag[1])
                yield piece(Kind.HEADING, _words(node), first=first, last=last, level=level)
            case "paragraph":
                yield from _paragraph(node)
            case "bullet_list" | "ordered_list":
                counts = node.type == "ordered_list"
                for n, item in enumerate(node.children, int(node.attrs.get("start", 1))):
                    number = Number(n, f"{n}.") if counts else None
                    yield from _item(item, depth, number)
            case "blockquote":
                yield from _quote(node)
            case "fence" | "code_block":
                yield piece(Kind.CODE, node.content.rstrip("\n"), first=first, last=last)
            case "table":
                cells = _cells(node)
                text = "\n".join(" ".join(row) for row in cells)
                yield piece(Kind.TABLE, text, first=first, last=last, cells=cells)
            case "dl":
                yield from _definitions(node)
            case "html_block":
                yield from _markup(node.content, first, last)


def _place(node: Node) -> tuple[int, int]:
    """Return the 1-based first and last line."""
    first, end = node.map or (0, 0)
    return first + 1, end


def _paragraph(node: Node) -> Iterator[Piece]:
    """Give a paragraph's lines as a piece each where sentences end there, else together."""
    first, last = _place(node)
    text, pictures = _words(node).split("\n"), _pictures(node)
    if len(text) != last - first + 1:  # an inline that goes over lines, such as a link's title
        yield Piece(" ".join(text), first=first, last=last)
        return
    start = 0
    for at, line in enumerate(text):
        picture = None if line.strip() else pictures.get(at)
        if picture:
            here, source = first + at, str(picture.attrs["src"])
            yield piece(Kind.IMAGE, picture.content, first=here, last=here, href=source)
            start = at + 1
        elif at + 1 == len(text) or not _joined(line, text[at + 1]):
            words = "".join(_spaced(text[start : at + 1]))
            yield Piece(words, first=first + start, last=first + at)
            start = at + 1


def _pictures(node: Node) -> dict[int, Node]:
    """Return the first image on each line of a paragraph that has one."""
    found: dict[int, Node] = {}
    line = 0
    for each in node.walk():
        line += each.type in ("softbreak", "hardbreak")
        if each.type == "image":
            found.setdefault(line, each)
    return found


def _joined(line: str, after: str) -> bool:
    """Tell whether a line break is only where the editor's window ended."""
    ends = _ENDS.search(line) or lines.mark(line) or lines.mark(after) or not after.strip()
    return len(line) >= 25 and not ends


def _spaced(text: Sequence[str]) -> Iterator[str]:
    for before, line in zip(("", *text), text, strict=False):
        yield " " * (bool(before) and before[-1].isascii() and line[:1].isascii()) + line


def _item(node: Node, depth: int, number: Number | None) -> Iterator[Piece]:
    """Give an item with its own paragraphs, then what is nested in it."""
    own = list(takewhile(lambda child: child.type == "paragraph", node.children))
    text = "".join(_words(child).replace("\n", "") for child in own)
    label, detail, words = items.parts(text)
    if own:
        yield piece(
            Kind.ITEM, words, first=_place(node)[0], last=_place(own[-1])[1], level=min(depth, 3),
            number=number, label=label, detail=detail,
        )  # fmt: skip
    yield from _walk(node.children[len(own) :], depth + 1)


def _definitions(node: Node) -> Iterator[Piece]:
    """Give terms with what they mean: a sentence defines, less is an item."""
    term = ""
    for each in node.children:
        first, last = _place(each)
        words = "".join(_words(each).split("\n"))
        if each.type == "dt":
            term = words
            yield Piece("", first=first, last=last)
        else:
            kind = Kind.DEFINITION if words.endswith("。") or len(words) > 30 else Kind.ITEM
            yield piece(kind, words, first=first - 1, last=last, label=term)


def _quote(node: Node) -> Iterator[Piece]:
    """Give a quotation, and its last line as the citation where it is one."""
    text = [(part, place) for child in node.children for part, place in _quoted(child)]
    cited = len(text) > 1 and re.match(r"(―|—|--|出典|引用元|参照|『|https?://)", text[-1][0])
    said = text[:-1] if cited else text
    if said:
        words = "\n".join(part for part, _ in said)
        yield piece(Kind.QUOTE, words, first=_place(node)[0], last=said[-1][1])
    if cited:
        words = re.sub(r"^(―|—|-)+\s*", "", text[-1][0])
        yield piece(Kind.CITATION, words, first=text[-1][1], last=text[-1][1], href=_address(words))


def _quoted(node: Node) -> list[tuple[str, int]]:
    first, last = _place(node)
    text = [line for line in _words(node).split("\n") if line.strip()]
    return [
        (line, first + n if len(text) == last - first + 1 else last) for n, line in enumerate(text)
    ]


def _cells(node: Node) -> tuple[tuple[str, ...], ...]:
    rows = [each for each in node.walk() if each.type == "tr"]
    return tuple(tuple(_words(cell).replace("\n", " ") for cell in row.children) for row in rows)


def _words(node: Node) -> str:
    """Return the text under ``node`` without marks; images stay out."""
    if node.type == "text":
        return footnotes.REFERENCE.sub("", node.content)
    if node.type in ("code_inline", "fence", "code_block"):
        return node.content
    if node.type in ("softbreak", "hardbreak"):
        return "\n"
    if node.type == "html_inline":
        return "\n" if re.match(r"<br", node.content, re.I) else ""
    if node.type == "image":
        return ""
    words, reading = "", False
    for child in node.children:
        if child.type == "html_inline" and (tag := re.match(r"<(/?)(rt|rp)\b", child.content)):
            reading = not tag[1]  # of ruby (HTML §4.5.12)
        elif not reading:
            words += _words(child)
    return words


def _markup(content: str, first: int, last: int) -> Iterator[Piece]:
    last = first + content.rstrip("\n").count("\n")
    text = " ".join(_TAG.sub(lambda tag: " " if tag[1] is None else tag[0], content).split())
    if text and not re.match(r"\s*<(script|style|iframe)", content):
        yield Piece(text, None, None, first, last)


def _whole(pieces: list[Piece], source: Sequence[str]) -> list[Piece]:
    """Add the lines that no piece has (rules, comments, link targets) as of no use."""
    pieces = [each for each in pieces if each.text.strip()]
    held = {n for each in pieces for n in range(each.first, each.last + 1)}
    left = [n for n, line in enumerate(source, 1) if line.strip() and n not in held]
    extra = [piece(Kind.PROMOTION, source[n - 1].strip(), first=n, last=n) for n in left]
    trimmed = [_trimmed(each, source) for each in pieces]
    return sorted([*trimmed, *extra], key=lambda each: each.first)


def _trimmed(each: Piece, source: Sequence[str]) -> Piece:
    last = each.last
    while last > each.first and not source[last - 1].strip():
        last -= 1
    return replace(each, last=last)


def _address(text: str) -> str:
    found = re.search(r"https?://[!-~]+", text)
    return found[0] if found else ""
