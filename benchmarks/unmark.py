"""Markdown documents → plain text as people paste it, with the headings known.

`parse` reads a document, `variants` gives it in other manners of writing headings, and `render`
takes the marks off in a `Manner`:

    blank   every block stands apart, as in the Markdown
    scrape  one block a line; a blank line after most headings, before some paragraphs, and where a
            picture, a table or code was lost, as when a web page is copied
    above   a blank line before headings only
    tight   no blank line at all

List items keep a mark or lose it. Tables, code, pictures and tables of contents are lost.
"""

import random
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token


class Manner(NamedTuple):
    gaps: str
    marks: bool

    def __str__(self) -> str:
        return f"{self.gaps}-{'keep' if self.marks else 'strip'}"


@dataclass(frozen=True)
class Block:
    kind: str  # heading, prose, item, gap
    lines: tuple[str, ...] = ()
    level: int = 0
    number: int = 0  # of an item in a numbered list
    unsure: frozenset[int] = frozenset()
    """Lines that the Markdown sets off but does not call headings: all in bold, <summary>, ■…."""
    leads: bool = False
    """Whether an item has items or paragraphs of its own below it."""
    links: frozenset[int] = frozenset()
    """Lines that are a link and nothing else."""


class Text(NamedTuple):
    lines: list[str]
    gold: list[str | None]
    """Whether each line is ``heading``, ``item``, ``lead`` (an item without its mark, over others),
    ``prose`` or ``link`` (prose that is a link alone); None where it is not said."""


_LOST = (
    r"\A---\n.*?\n---\n|<!--.*?-->|^\[\^[^\]]+\]:.*?$|^(?:import|export) .*?$"
    r"|\{%.*?%\}|\{:[^}\n]*\}|^:::+.*?$"
    r"|^(?:!!!|\?\?\?\+?) .*?$|^> *\[!\w+\] *$"  # the head of a box
    r"|^\[(?:asin:|:|https?:)[^\]\n]*\] *$|^\[f:[^\]\n]*\][^。\n]{0,40}$"  # what a blog puts in
)
_FORMULA = r"^\$\$\n.*?\n\$\$ *$"
_SET_OFF = re.compile(r"[■◆●▼▶◎][^。]{1,40}|【[^】]{1,30}】|[〈《][^〉》]{1,30}[〉》]")
"""A line that its author set off by a sign alone."""
_CONTENTS = re.compile(r"目次|もくじ|(Table of )?[Cc]ontents")
"""A heading over what names the headings: it is taken away with them."""


def parse(markdown: str) -> list[Block]:
    """Return the blocks of a document; what plain text cannot show becomes a gap."""
    source = re.sub(
        r"\{% *highlight.*?\{% *endhighlight *%\}", "\n```\n```\n", markdown, flags=re.S
    )
    source = re.sub(_LOST, "", source.replace("\r\n", "\n").lstrip("\ufeff"), flags=re.S | re.M)
    source = re.sub(r" =\d*x\d*\)", ")", source)  # the size of a picture
    source = re.sub(_FORMULA, "\n```\n```\n", source, flags=re.S | re.M)
    source = re.sub(r"^(#{1,6})(?=[^#\s])", r"\1 ", source, flags=re.M)
    found = list(_blocks(MarkdownIt("commonmark").enable("table").parse(source)))
    return [
        replace(each, unsure=each.unsure | {0}) if _unsaid(each, after) else each
        for each, after in zip(found, [*found[1:], Block("gap")], strict=False)
    ]


def _unsaid(block: Block, after: Block) -> bool:
    """Tell a heading over the contents, and a line set off by its number alone.

    The latter begins a paragraph, short and numbered as headings are (2.機材の初期化, Q1. …), over
    what is not numbered so.
    """
    if not block.lines:
        return False
    line, below = block.lines[0], [*block.lines[1:], *after.lines, ""][0]
    if block.kind == "heading":
        return _CONTENTS.fullmatch(line) is not None
    opened = _NUMBER.match(line) or _ASKED.match(line)
    numbered = block.kind == "prose" and after.kind != "heading" and opened
    short = len(line) <= _SHORT and not line.endswith(("。", "：", ":"))
    return bool(numbered and short and not _NUMBER.match(below))


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    lists: list[int] = []  # of each list around: the number of the item, or 0
    tables, level = 0, 0
    for at, token in enumerate(tokens):
        tables += token.nesting * (token.type in ("table_open", "table_close"))
        if token.type in ("ordered_list_open", "bullet_list_open"):
            lists.append(0)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            lists[-1] = int(token.info) if token.info else 0
        elif token.type in ("fence", "code_block", "table_open"):
            yield Block("gap")
        elif token.type == "html_block":
            yield from _of_markup(token.content)
        elif token.type == "heading_open":
            underlined = token.markup in ("-", "=")
            level = 0 if underlined and _is_prose(tokens[at + 1].content) else int(token.tag[1])
        elif token.type == "inline" and not tables:
            leads = bool(lists) and tokens[at + 2].type.endswith("_open")
            yield from (replace(each, leads=leads) for each in _of_inline(token, level, lists))
            level = 0


_SHORT = 60


def _is_prose(text: str) -> bool:
    """Tell prose above a rule that Markdown takes for a heading."""
    return (
        "\n" in text.strip() or text.strip().endswith(("。", ".", "!", "！")) or len(text) > _SHORT
    )


def _of_markup(source: str) -> Iterator[Block]:
    source = re.sub(r"<figcaption.*?</figcaption>", "", source, flags=re.S)
    heads = re.findall(r"<h([1-6])[^>]*>(.*?)</h\1>", source, re.S)
    for level, inner in heads:
        if text := re.sub(r"<[^>]+>", "", inner).strip():
            yield Block("heading", (text,), int(level))
    lines = tuple(filter(None, map(str.strip, re.sub(r"<[^>]+>", "", source).split("\n"))))
    if not heads and not re.search(r"<(script|style|iframe)", source):
        doubtful = bool(re.search(r"<(summary|dt)", source))
        unsure = frozenset(range(len(lines) * doubtful))
        yield Block("prose", lines, unsure=unsure) if lines else Block("gap")


def _of_inline(token: Token, level: int, lists: Sequence[int]) -> Iterator[Block]:
    text, bold, plain, depth, image, local = "", [False], [False], 0, None, False
    inside, free = 0, [False]
    for child in token.children or []:
        depth += {"strong_open": 1, "strong_close": -1}.get(child.type, 0)
        inside += {"link_open": 1, "link_close": -1}.get(child.type, 0)
        image = child.content if child.type == "image" else image
        local |= child.type == "link_open" and str(child.attrGet("href")).startswith("#")
        if child.type in ("text", "code_inline"):
            text += child.content
            bold[-1] |= bool(depth and child.content.strip())
            plain[-1] |= bool(not depth and child.content.strip())
            free[-1] |= bool(not inside and re.search(r"\w", child.content))
        elif child.type in ("softbreak", "hardbreak") or re.match(r"<br", child.content, re.I):
            text, bold, plain = text + "\n", [*bold, False], [*plain, False]
            free.append(False)
    found = [
        (line, _SET_OFF.fullmatch(line) is not None or (strong and not weak), not other)
        for line, strong, weak, other in zip(
            map(_clean, text.split("\n")), bold, plain, free, strict=True
        )
        if line
    ]
    lines = tuple(line for line, _, _ in found)
    if not lines or lines == (image,):  # a picture, perhaps over its caption
        if image is not None and not level:
            yield Block("gap")
    elif level:
        yield Block("heading", (" ".join(lines),), level)
    elif not (lists and local):  # an entry of a table of contents
        unsure = frozenset(n for n, (_, doubtful, _) in enumerate(found) if doubtful)
        links = frozenset(n for n, (_, _, linked) in enumerate(found) if linked)
        kind, number = ("item", lists[-1]) if lists else ("prose", 0)
        yield Block(kind, lines, number=number, unsure=unsure, links=links)


def _clean(line: str) -> str:
    return re.sub(r"\[\^[^\]]+\]|\{#[^}]*\}", "", line).strip()


def render(blocks: Sequence[Block], manner: Manner, bullet: str = "- ") -> Text:
    """Take the marks off; ``bullet`` ``1.`` keeps the numbers of numbered lists too."""
    text = Text([], [])

    def gap(wanted: bool) -> None:
        if wanted and text.lines and text.lines[-1]:
            text.lines.append("")
            text.gold.append(None)

    before = Block("gap")
    for block in blocks:
        chance = zlib.crc32("".join(block.lines).encode())
        in_list = block.kind == before.kind == "item"
        gap(manner.gaps == "blank" and not in_list)
        gap(manner.gaps == "above" and block.kind == "heading")
        if block.kind == "gap":
            gap(manner.gaps == "scrape")
        gap(manner.gaps == "scrape" and block.kind == "prose" and chance % 6 == 0)
        for at, line in enumerate(block.lines):
            mark = _mark(block, bullet) if manner.marks and not at else ""
            text.lines.append(mark + line)
            leads = block.leads and not manner.marks and not at and not line.endswith("。")
            kind = "link" if block.kind == "prose" and at in block.links else block.kind
            text.gold.append(None if at in block.unsure else "lead" if leads else kind)
        gap(manner.gaps == "scrape" and block.kind == "heading" and chance % 4 > 0)
        before = block
    return text


def _mark(block: Block, bullet: str) -> str:
    if block.kind != "item":
        return ""
    if bullet.startswith("1"):
        return bullet.replace("1", str(block.number)) if block.number else "・"
    return bullet


_NUMBER = re.compile(
    r"第?[0-9０-９一二三四五六七八九十]+[章節条部]\s*|[(（]?[0-9０-９]+([.．-][0-9０-９]+)*\s*[.．、)）:：]\s*|[0-9０-９]+\s+"
)
_ASKED = re.compile(r"(Q|問)\s?[0-9０-９]+[.．:：、\s]")
_STYLES = ("{}. ", "{}．", "{}）", "（{}）", "第{}章　", "{} ", "STEP{} ", "①", "一、")
_SIGNS = ("■{}", "● {}", "◆{}", "【{}】", "▼{}", "◎{}")
_NAMES = (
    ("現状と課題", "対応の方向"),
    ("概要", "効果", "今後の予定"),
    ("背景", "取組の内容"),
    ("目的", "実施したこと", "結果"),
    ("なぜ必要か", "どう進めるか"),
    ("課題", "施策"),
)
_CUT = re.compile(
    r"(.{2,25}?(?:は|では|には|を|と、|は、|から、|として|によると|とは|例えば))(.{8,})"
)


def variants(name: str, blocks: Sequence[Block]) -> list[list[Block]]:
    """Return a document as it is, then with its headings numbered, repeated, under signs and so on.

    Few documents of one folder differ in these ways; articles at large do. The same name gives the
    same variants.
    """
    dice = random.Random(zlib.crc32(name.encode()))
    levels = Counter(b.level for b in blocks if b.kind == "heading")
    large = sorted(level for level, often in levels.items() if often >= 3)
    found = [list(blocks), _cut(blocks, dice)]
    if sum(levels.values()) < 3 or not large:
        return found
    bare = [_bare(b) for b in blocks]
    upper, lower = large[0], large[-1]
    numbered = _numbered(bare, dice.choice(large), dice)
    both = _repeated(_numbered(bare, upper, dice), lower, dice)
    return [
        *found, bare, numbered, _repeated(bare, lower, dice), both,
        _numbered(_demoted(bare, large[len(large) // 2 :], dice), upper, dice),
        _signed(bare, dice.choice(list(levels)), dice),
        _regrouped(bare, lower, dice),
        _numbered(_regrouped(bare, lower, dice), 1, dice),
        _noted(blocks, dice),
    ]  # fmt: skip


def _bare(block: Block) -> Block:
    if block.kind != "heading":
        return block
    return replace(block, lines=(_NUMBER.sub("", block.lines[0], count=1) or block.lines[0],))


def _numbered(blocks: Sequence[Block], level: int, dice: random.Random) -> list[Block]:
    style, restart, n, found = dice.choice(_STYLES), dice.random() < 0.5, 0, []
    for block in blocks:
        if block.kind == "heading" and block.level < level and restart:
            n = 0
        if block.kind == "heading" and block.level == level:
            n += 1
            sign = {
                "①": chr(0x245F + min(n, 20)),
                "一、": f"{'一二三四五六七八九十'[min(n, 10) - 1]}、",
            }
            block = replace(block, lines=(sign.get(style, style.format(n)) + block.lines[0],))
        found.append(block)
    return found


def _repeated(blocks: Sequence[Block], level: int, dice: random.Random) -> list[Block]:
    """Give the headings of a level the same one to three names by turns."""
    mine = [b.lines[0] for b in blocks if b.kind == "heading" and b.level == level]
    names = sorted({name for name in mine if len(name) <= 14}) or ["概要", "課題"]
    names = dice.sample(names, min(len(names), dice.randint(1, 3)))
    turn, found = 0, []
    for block in blocks:
        if block.kind == "heading" and block.level == level:
            block = replace(block, lines=(names[turn % len(names)],))
            turn += 1
        found.append(block)
    return found


def _demoted(blocks: Sequence[Block], levels: Sequence[int], dice: random.Random) -> list[Block]:
    """Make the lower headings lead words of list items, as reports have them in bold."""
    lower = levels[1:] if len(levels) > 1 else ()
    return [
        replace(b, kind="item", level=0) if b.kind == "heading" and b.level in lower else b
        for b in (_repeated(blocks, levels[0], dice) if lower else blocks)
    ]


def _regrouped(blocks: Sequence[Block], level: int, dice: random.Random) -> list[Block]:
    """Make the headings of a level lead words of items, under the same few names again and again.

    Their prose is of the items too, as where a report is written in lists of two levels. Every few
    of these names stand under a heading of level 1.
    """
    names = dice.choice(_NAMES)
    count, within, found = 0, False, []
    for block in blocks:
        heads = block.kind == "heading" and block.level == level
        if heads:
            if count % 2 == 0:
                if count % (2 * len(names)) == 0 and count:
                    found.append(replace(block, level=1))
                found.append(Block("heading", (names[count // 2 % len(names)],), level))
            count, within = count + 1, True
        elif block.kind == "heading":
            within = False
        listed = heads or (within and block.kind == "prose")
        found.append(replace(block, kind="item", level=0) if listed else block)
    return found


def _noted(blocks: Sequence[Block], dice: random.Random) -> list[Block]:
    """Make prose notes: of each paragraph one or two short lines without a full stop."""
    found, many = [], dice.randint(1, 3)
    for block in blocks:
        if block.kind not in ("prose", "item") or block.unsure:
            found.append(block)
            continue
        said = [part.strip() for line in block.lines for part in line.split("。") if part.strip()]
        notes = [part for part in said if len(part) <= dice.choice((20, 40, 60))]
        kept = (notes or sorted(said, key=len)[:1])[: dice.randint(1, many)]
        found += [replace(block, kind="item", lines=(note,), links=frozenset()) for note in kept]
    return found


def _signed(blocks: Sequence[Block], level: int, dice: random.Random) -> list[Block]:
    sign = dice.choice(_SIGNS)
    return [
        replace(b, lines=(sign.format(b.lines[0]),))
        if b.kind == "heading" and b.level == level
        else b
        for b in blocks
    ]


def _cut(blocks: Sequence[Block], dice: random.Random) -> list[Block]:
    """Break sentences after a particle, as where a formula, a list or a link was lost."""
    found = []
    for block in blocks:
        lines: list[str] = []
        for line in block.lines:
            whole = block.kind != "prose" or block.unsure
            halves = _CUT.match(line) if not whole and dice.random() < 0.3 else None
            lines += halves.groups() if halves else [line]
        found.append(replace(block, lines=tuple(lines)))
    return found


def folder(path: Path) -> Iterator[tuple[str, list[Block]]]:
    """Yield the name and the blocks of each ``*.md``; its repository is the name up to ``__``."""
    for file in sorted(path.glob("*.md")):
        yield file.stem, parse(file.read_text("utf-8"))
