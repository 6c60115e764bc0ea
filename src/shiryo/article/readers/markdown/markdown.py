"""Markdown (CommonMark with tables, front matter) → `Article`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode as Node
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.article.marks import letters
from shiryo.article.model import Article, Block, Kind, Link
from shiryo.article.readers.markdown import (
    continuation,
    dialects,
    emphasis,
    footnotes,
    front,
    nesting,
    pictures,
    spans,
    tail,
)
from shiryo.article.readers.markdown.content import place, walk
from shiryo.article.runs import Left, Words
from shiryo.article.structure import lines, title
from shiryo.article.structure import pieces as marked
from shiryo.article.structure.counted_heads import headed
from shiryo.article.structure.credits import credited
from shiryo.article.structure.pieces import Piece, piece
from shiryo.article.structure.spliced import spliced
from shiryo.diagnostics import Failed, Span, diagnose

_REFERENCE = re.compile(r"\s{0,3}(?:\*?\[[^\[\]]{1,200}\]:\s|[>|:\s-]*$)")
"""Where a link leads, what a shortening means, a rule: no line of text."""
_SLUG = re.compile(r"(?=[^-_]+[-_])[A-Za-z0-9._-]{4,}")
"""The name of a folder, such as README files of a repository begin with."""
_BAR = re.compile(r"(?<!\\)\|")
"""What parts the cells of a table."""


def read(text: str, file: str) -> Article:
    """Read Markdown; the blocks keep the lines of the source."""
    source = lines.split(text)
    head = front.read("\n".join(source))
    parser = _parser()
    plain = dialects.plain(["" for _ in range(head.last)] + list(source[head.last :]))
    left, notes = footnotes.take(footnotes.linked(plain.lines))
    notes += plain.notes
    if len(notes) > limits.ARTICLE_NOTES:
        raise Failed(diagnose("article.many-notes", Span(file), most=limits.ARTICLE_NOTES))
    said = {note.name: spans.said(_tree(parser, note.text, {})) for note in notes}
    tree = _tree(parser, "\n".join(nesting.flat(left)), said)
    shown = [*pictures.captioned(walk(tree.children), source)]
    own = any(each.block and _is_top(each.block) for each in shown)
    name = head.fields.get("title", "") or ("" if own else head.name)
    rule = max((place(node)[0] for node in tree.children if node.type == "hr"), default=0)
    pieces = [*_front(head, name), *_once(_titled(shown), name)]
    closing = tail.lines(pieces, rule)
    pieces += [_note(said[note.name], note) for note in notes]
    pieces += [piece(Kind.CITATION, at, href=at, first=n, last=n) for n, at in plain.sources]
    pieces += [Piece("", first=n, last=n, left=(one,)) for n, one in plain.left]
    found = marked.structure(spliced(credited(_whole(pieces, source, left))))
    links = tuple(islice(_links(tree), limits.LINKS))
    date = title.find_date(head.date) or found.date
    cover = replace(found.head, subtitle=head.fields.get("subtitle", "") or found.head.subtitle)
    return Article(
        file, "", found.title, source, headed(found.blocks), found.doubts, date, cover, head.url,
        links,
        boxed=frozenset(plain.boxed), closing=closing,
    )  # fmt: skip


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": nesting.LEVELS})
    parser.enable(["table", "strikethrough"]).use(nesting.plugin).use(emphasis.plugin)
    parser.use(continuation.plugin).use(deflist_plugin)
    parser.use(dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True)
    return parser


def _tree(parser: MarkdownIt, text: str, notes: Mapping[str, Words]) -> Node:
    tokens = nesting.without_emphasis(parser.parse(text))
    footnotes.called(tokens, notes)
    return Node(tokens)


def _links(tree: Node) -> Iterator[Link]:
    """Give the links to other sites in the text, each with its line."""
    for inline in tree.walk():
        if inline.type != "inline":
            continue
        line = place(inline)[0]
        for each in inline.walk():
            line += each.type in ("softbreak", "hardbreak")
            href = str(each.attrs["href"]) if each.type == "link" else ""
            if re.match(r"https?://", href):
                yield Link(spans.words(each).text.replace("\n", ""), href, line)


def _front(head: front.Front, name: str) -> Iterator[Piece]:
    """Front matter is the title where it has one; what else it says is named."""
    left: tuple[Left, ...] = (Left("settings", head.rest),) if head.rest else ()
    if head.date and not title.find_date(head.date) and re.search(r"\d", head.date):
        left += (Left("day", head.date),)
    if name:
        yield replace(piece(Kind.HEADING, name, first=1, last=head.last, level=1), left=left)
    elif head.last:
        yield Piece("", first=1, last=head.last, left=left)


def _titled(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with the name of a folder as text where the next heading is the title.

    It is where no other is as high, or where it heads nothing: others are below it then.
    """
    tops = [n for n, each in enumerate(pieces) if each.block and _is_top(each.block)]
    heads = [n for n, each in enumerate(pieces) if each.kind is Kind.HEADING]
    if len(tops) < 2 or tops[:2] != heads[:2]:
        return pieces
    (first, second), after = (pieces[n] for n in tops[:2]), tops[1] + 1
    bare = after in heads
    if not _SLUG.fullmatch(first.text) or second.text.isascii() or not (bare or len(tops) == 2):
        return pieces
    named = piece(Kind.PARAGRAPH, first.text, first=first.first, last=first.last)
    named = replace(named, left=first.left)
    lower = len(tops) > 2
    below = [_lowered(each) if lower else each for each in pieces[after:]]
    return [*(named if each is first else each for each in pieces[:after]), *below]


def _lowered(each: Piece) -> Piece:
    if each.block is None or each.kind is not Kind.HEADING:
        return each
    return replace(each, block=replace(each.block, level=min(6, each.block.level + 1)))


def _is_top(block: Block) -> bool:
    return block.kind is Kind.HEADING and block.level == 1


def _once(pieces: Iterable[Piece], name: str) -> Iterator[Piece]:
    """Leave out the first heading if it is of level 1 and the title of the front matter."""
    waits = bool(name)
    for each in pieces:
        block = each.block if waits and each.kind is Kind.HEADING else None
        waits = waits and block is None
        same = block and block.level == 1 and letters(each.text) == letters(name)
        keeps = not same or (block and block.marks) or each.left
        yield each if keeps else Piece("", first=each.first, last=each.last)


def _note(said: Words, note: footnotes.Note) -> Piece:
    return replace(marked.note(said, first=note.first, last=note.last), left=said.left)


def _whole(pieces: list[Piece], source: Sequence[str], plain: Sequence[str]) -> list[Piece]:
    """Return the pieces in the order of their lines, and name the lines that none has."""
    held = {n for each in pieces for n in range(each.first, each.last + 1)}
    lost = [
        Piece("", first=n, last=n, left=(Left("line", line.strip()),))
        for n, line in enumerate(plain, 1)
        if n not in held and re.search(r"\w", line) and not _REFERENCE.match(line)
    ]
    pieces = [replace(p, left=(*p.left, *_beyond(p, plain))) for p in pieces]
    trimmed = [_trimmed(each, source) for each in pieces]
    return marked.kept(sorted([*trimmed, *lost], key=lambda each: each.first))


def _beyond(table: Piece, plain: Sequence[str]) -> Iterator[Left]:
    """Name the cells of a table that its head has no column for (GFM §4.10)."""
    cells = table.block.cells if table.block and table.kind is Kind.TABLE else ()
    for line in plain[table.first - 1 : table.last] if cells else ():
        row = _BAR.split(re.sub(r"^\s*+(?:>\s*+)*+\|?+", "", line).rstrip().removesuffix("|"))
        if more := " ".join("、".join(row[len(cells[0]) :]).split()):
            yield Left("cells", more)


def _trimmed(each: Piece, source: Sequence[str]) -> Piece:
    last = each.last
    while last > each.first and not source[last - 1].strip():
        last -= 1
    return replace(each, last=last)
