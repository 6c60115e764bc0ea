"""What the drafts of a folder are worth, in numbers that need no reader.

Drafts every article and looks at what its deck says: sections without a slide, lists that are too
long, items over two lines, what is said twice, what of the article is there, and
whether each statement can be made again from its lines by the changes that it notes. Exits with 1
below the floors.

    python benchmarks/drafts.py FOLDER [-v]
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean

from pydantic import BaseModel

from shiryo import article, drafting, inline
from shiryo.article import tree
from shiryo.article.model import Article, Block, Kind
from shiryo.diagnostics import Failed
from shiryo.drafting.forms import leftover
from shiryo.drafting.replay.edited import edited
from shiryo.drafting.select import furniture
from shiryo.drafting.wording.shorten import LIMIT, MESSAGE
from shiryo.facts.facts import facts
from shiryo.japanese import sentences
from shiryo.japanese.width import width
from shiryo.japanese.words import words
from shiryo.outline import model
from shiryo.outline import statements as said_of

MOST_ITEMS, LONGEST, MOST_ALIKE = 5, LIMIT, 0.6
_NEAR = 0.35
"""Share of a paragraph's pairs of letters that a statement citing it repeats, to be near it."""

_PLAIN = {"drop-connective", "plain-style", "tidy", "noun-ending"}
_LEANS = re.compile(
    r"^(?:これ|それ|あれ|この|その|あの|こう|そう|ここ|そこ|こちら|そちら|彼|前者|後者|同様|また|しかし|"
    r"さらに|そして|ただし|なお|つまり|そのため|このため|一方|だから|したがって|例えば|たとえば)"
)
_ADDRESS = re.compile(r"https?://[!-~]+")
"""Its parts are no facts that a slide should tell."""
_JAPANESE = re.compile(r"[ぁ-んァ-ヴ一-龠]")
_SUBJECT = re.compile(r"[はがも]")
_POINTS = re.compile(r"^(?:(?:こ|そ|あ)(?:れ|の|こ|ちら|う)|同|したがって|そのため)")
_ABLE = re.compile(r"(?:でき(?:る|た|ない)|可能)$")
_SCANTY = 2
_BRACKETS = ("「」", "『』", "（）", "()", "【】", "[]")


@dataclass(frozen=True)
class Said:
    """Something that the deck says."""

    text: str
    refs: tuple[str, ...]
    kind: str
    section: str
    how: tuple[str, ...] = ()
    free: bool = False
    """Somebody else's words, or a term: of any length, and no statement."""

    @property
    def is_own(self) -> bool:
        """Tell whether it is the author's item, whole."""
        return self.kind != "message" and not set(self.how) - _PLAIN


@dataclass
class Measure:
    """One document."""

    name: str
    sections: int = 0
    unseen: list[str] = field(default_factory=list)
    """Titles of sections that no slide shows."""
    silent: list[str] = field(default_factory=list)
    """Titles of sections whose slide says nothing below its title."""
    most: int = 0
    long: list[str] = field(default_factory=list)
    alike: float = 0.0
    alike_mean: float = 0.0
    alike_anywhere: float = 0.0
    pair: tuple[str, str] = ("", "")
    facts: tuple[int, int] = (0, 0)
    paragraphs: tuple[int, int] = (0, 0)
    characters: float = 0.0
    items: float = 0.0
    tau: float = 1.0
    replayed: tuple[int, int] = (0, 0)
    lost: list[str] = field(default_factory=list)
    leaning: list[str] = field(default_factory=list)
    kinds: dict[str, int] = field(default_factory=dict)
    items_shown: tuple[int, int] = (0, 0)
    """Items of the author's lists that a slide tells, and all."""
    items_kept: tuple[int, int] = (0, 0)
    """Items of the author's lists that the outline has at all, `unused` and handout with it."""
    unnamed: list[str] = field(default_factory=list)
    """Sentences and items that the outline neither uses nor names."""
    scanty: tuple[int, int] = (0, 0)
    """Slides without sections below them that have at most two statements, and all such."""
    subjectless: tuple[int, int] = (0, 0)
    """Messages without a topic or a subject, and all messages."""
    open: tuple[int, int] = (0, 0)
    """Those of them that leave open what is spoken of (`_is_open`), and all messages."""
    dangling: tuple[int, int] = (0, 0)
    """Messages that point to what is not there (この, その …), and all messages."""

    @property
    def passes(self) -> bool:
        """Tell whether the document is above every floor."""
        made, all_ = self.replayed
        return (
            not (self.unseen or self.silent or self.long)
            and self.most <= MOST_ITEMS
            and self.alike < MOST_ALIKE
            and made == all_
        )


def measure(read: Article, name: str) -> Measure:
    """Draft ``read`` and measure what its deck says."""
    outline, _ = drafting.draft(read, name)
    made = Measure(name)
    statements: list[Said] = []
    shown = list(_shown(outline.sections))
    made.sections = sum(1 for _ in outline.walk())
    parts = tree.grow(read)
    aside = furniture.lines(parts)
    closing = {
        p.title
        for top in parts
        for p in top.walk()
        if p.is_conclusion or p.line in aside or leftover.is_promotion(p.blocks)
    }
    told = closing | {
        item.title
        for s in shown
        for b in s.blocks
        if isinstance(b, model.BulletsBlock) and b.only == "deck"
        for item in b.bullets
    }
    told |= {
        cell
        for s in shown
        for b in s.blocks
        if isinstance(b, model.TableBlock) and b.only == "deck"
        for row in b.table.rows
        for cell in row.cells
    }
    made.unseen = [s.title for _, s in outline.walk() if s not in shown and s.title not in told]
    for section in shown:
        own = list(_section(section))
        blocks = [b for b in section.blocks if b.only != "handout" and not _is_prose(b)]
        for block in blocks:
            kind = model.block_kind(block) or ""
            made.kinds[kind] = made.kinds.get(kind, 0) + 1
            made.most = max(made.most, *_lengths(block), 0)
        prose = any(_is_prose(b) and b.only != "handout" for b in section.blocks)
        if not (own or prose or section.sections):
            made.silent.append(section.title)
        alike = _alike([s for s in own if not s.free])
        if alike and max(alike)[0] > made.alike:
            made.alike, *pair = max(alike)
            made.pair = (pair[0], pair[1])
        statements += own
    _count(made, statements, read, [_plain(s.title) for s in shown])
    _keep(made, outline, read, statements)
    leaves = [list(_section(s)) for s in shown if not s.sections]
    made.scanty = (sum(0 < len(own) <= _SCANTY for own in leaves), len(leaves))
    messages = [s.text for s in statements if s.kind == "message"]
    made.subjectless = (sum(not _SUBJECT.search(t) for t in messages), len(messages))
    made.open = (sum(map(_is_open, messages)), len(messages))
    made.dangling = (sum(bool(_POINTS.search(t)) for t in messages), len(messages))
    made.lost = [s.text for s in edited(outline, read)]
    every = len(list(said_of.statements(outline)))
    made.replayed = (every - len(made.lost), every)
    return made


def _count(made: Measure, said: list[Said], read: Article, titles: Sequence[str]) -> None:
    free = [s for s in said if not s.free]
    most = {"message": MESSAGE}
    made.long = [s.text for s in free if width(s.text) > most.get(s.kind, LONGEST)]
    everywhere = [a for a, *_ in _alike(free)]
    made.alike_mean = mean(everywhere) if everywhere else 0.0
    made.alike_anywhere = max(everywhere, default=0.0)
    made.leaning = [s.text for s in free if _leans(s.text)]
    made.characters = sum(width(s.text) for s in said) / max(1, len(titles))
    made.items = len(free) / max(1, len(titles))
    made.tau = _tau([model.line_range(s.refs[0])[0] for s in free if s.refs])
    words = "\n".join((*titles, *(s.text for s in said)))
    here = facts(words)
    wanted = {
        (f.kind, f.value)
        for b in read.blocks
        if b.kind not in (Kind.PROMOTION, Kind.DIALOGUE, Kind.CODE, Kind.IMAGE)
        for f in facts(_ADDRESS.sub(" ", f"{b.label} {b.detail} {_own(b)} {_cells(b)}"))
    }
    made.facts = (len(wanted & {(f.kind, f.value) for f in here}), len(wanted))
    paragraphs = [b for b in read.blocks if b.kind is Kind.PARAGRAPH and width(b.text) > 20]
    made.paragraphs = (
        sum(_is_near(b.first, b.last, b.text, said) for b in paragraphs),
        len(paragraphs),
    )


def _own(block: Block) -> str:
    """Return a text without its sentences in a foreign language: their words are no names."""
    if block.kind not in (Kind.PARAGRAPH, Kind.LEAD_IN):
        return block.text
    return "\n".join(s for s in sentences.split(block.text) if _JAPANESE.search(s))


def _keep(made: Measure, outline: model.Outline, read: Article, said: list[Said]) -> None:
    """Count what of the author's lines is on slides, and what the outline has at all."""
    every = ((s.refs, t) for s in said_of.statements(outline) for t in s.texts)
    all_ = [Said(part, refs, "", "") for refs, t in every for part in (t, *t.split("\n"))]
    all_ += [Said(_plain(t.text), t.from_, "", "") for t in outline.unused]
    all_ += [Said(s.title, s.from_, "", "") for s in outline.sources]
    items = [b for b in read.blocks if b.kind is Kind.ITEM and _says(b) and not _address(b)]
    shown = sum(_is_near(b.first, b.last, f"{b.label}{b.text}", said) for b in items)
    made.items_shown = (shown, len(items))
    kept = [b for b in items if _is_near(b.first, b.last, f"{b.label}{b.text}", all_)]
    made.items_kept = (len(kept), len(items))
    lines = [b for b in read.blocks if b.kind in (Kind.PARAGRAPH, Kind.LEAD_IN) and _says(b)]
    missed = [b for b in lines if not _is_near(b.first, b.last, b.text, all_)]
    made.unnamed = [b.text for b in (*missed, *(b for b in items if b not in kept))]


def _says(block: Block) -> bool:
    return sum(sign.isalnum() for sign in block.label + block.text) > 1


def _address(block: Block) -> bool:
    return bool(re.match(r"\S{0,12}https?://", block.text))


def _cells(block: Block) -> str:
    """Return what the cells of a table say; no name goes on from one to the next."""
    return "\n".join(map("\n".join, block.cells))


def _shown(sections: Sequence[model.Section]) -> Iterator[model.Section]:
    for section in sections:
        if section.only != "handout":
            yield section
            yield from _shown(section.sections)


def _section(section: model.Section) -> Iterator[Said]:
    if section.message:
        yield Said(_plain(section.message), section.from_, "message", section.id, section.how)
    for block in section.blocks:
        if block.only != "handout" and not _is_prose(block):
            yield from _said(block, (), section.id)


def _is_prose(block: BaseModel) -> bool:
    return isinstance(block, model.TextBlock)


_STATING = ("text", "title", "label")
_FREE = (model.QuoteBody, model.Utterance)


def _said(node: BaseModel, refs: tuple[str, ...], section: str) -> Iterator[Said]:
    refs = node.from_ if isinstance(node, model.Sourced) and node.from_ else refs
    how = node.how if isinstance(node, model.Sourced) else ()
    kind = type(node).__name__
    for name in type(node).model_fields:
        value = getattr(node, name)
        if name == "series":
            texts = said_of.plotted(node) if isinstance(node, model.ChartBody) else ()
            yield from (Said(text, refs, kind, section, how, free=True) for text in texts)
        elif name == "cells":
            yield from (Said(_plain(v), refs, kind, section, how) for v in value if v)
        elif name in ("term", "value", "date", "caption", "by", "note") and value:
            yield Said(_plain(value), refs, kind, section, how, free=True)
        elif name in _STATING and isinstance(value, str) and value:
            yield Said(_plain(value), refs, kind, section, how, isinstance(node, _FREE))
        elif isinstance(value, BaseModel):
            yield from _said(value, refs, section)
        elif isinstance(value, tuple) and name != "from_":
            for part in value:
                if isinstance(part, BaseModel):
                    yield from _said(part, refs, section)


def _is_open(text: str) -> bool:
    """Tell whether a message leaves open what is spoken of.

    One without は, が or も does not where its reader or its writer is who acts: it says what is to
    be done or what can be, or what is done to something (…を設定する, …を設定).
    """
    if _SUBJECT.search(text):
        return False
    found = [word for word in words(text) if word.pos != "補助記号"]
    if not found or found[-1].surface == "こと" or found[-1].form.startswith("意志"):
        return not found
    passive = any(word.base in ("れる", "られる") for word in found[-4:])
    objects = [n for n, word in enumerate(found) if word.surface == "を" and word.pos == "助詞"]
    done = found[-1].pos in ("動詞", "助動詞") or not any(
        word.pos in ("動詞", "助動詞") for word in found[max(objects, default=0) :]
    )
    return not (_ABLE.search(text) or (objects and done and not passive))


def _lengths(node: BaseModel) -> Iterator[int]:
    """Yield how many items each list of a block has; rows of a table are none."""
    if isinstance(node, model.TableBody | model.ChartBody):
        return
    for name in type(node).model_fields:
        value = getattr(node, name)
        if isinstance(value, BaseModel):
            yield from _lengths(value)
        elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            yield len(value)
            for part in value:
                yield from _lengths(part)


def _plain(text: str) -> str:
    return inline.plain(inline.parse(text))


def _alike(said: Sequence[Said]) -> list[tuple[float, str, str]]:
    """Return the Jaccard index of the pairs of letters of any two texts.

    Two items that the author worded alike (達成基準 2.4.4, 達成基準 2.4.9) are not compared, nor
    two cells of tables.
    """
    sets = [(s, {s.text[n : n + 2] for n in range(len(s.text) - 1)}) for s in said]
    return [
        (len(a & b) / len(a | b), one.text, other.text)
        for n, (one, a) in enumerate(sets)
        for other, b in sets[n + 1 :]
        if width(one.text) >= 6 and width(other.text) >= 6
        if not (one.refs != other.refs and one.is_own and other.is_own)
        if not one.kind == other.kind == model.Row.__name__
    ]


def _leans(text: str) -> bool:
    return bool(_LEANS.match(text)) or any(
        text.count(pair[0]) != text.count(pair[1]) for pair in _BRACKETS
    )


def _is_near(first: int, last: int, text: str, said: Sequence[Said]) -> bool:
    pairs = {text[n : n + 2] for n in range(len(text) - 1)}
    for one in said:
        for ref in one.refs:
            a, b = model.line_range(ref)
            if a <= last and b >= first:
                own = {one.text[n : n + 2] for n in range(len(one.text) - 1)}
                if len(own & pairs) >= _NEAR * max(1, len(own)):
                    return True
    return False


def _tau(places: Sequence[int]) -> float:
    """Return Kendall's τ of places with the order in which they stand; equal ones do not count."""
    pairs = [(a, b) for n, a in enumerate(places) for b in places[n + 1 :] if a != b]
    if not pairs:
        return 1.0
    return sum(1 if a < b else -1 for a, b in pairs) / len(pairs)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:5.0%}" if whole else "    –"


def _row(m: Measure) -> str:
    return (
        f"{'ok  ' if m.passes else 'FAIL'} {m.sections:3} {len(m.unseen):3} {len(m.silent):3} "
        f"{m.most:4} {len(m.long):4} {m.alike:5.2f} {m.alike_mean:5.3f} {m.alike_anywhere:5.2f} "
        f"{_share(*m.facts)} {_share(*m.paragraphs)} {m.characters:5.0f} {m.items:5.1f} "
        f"{m.tau:5.2f} {_share(*m.replayed)} {len(m.leaning):4} {_share(*m.items_shown)} "
        f"{_share(*m.items_kept)} {len(m.unnamed):4} {_share(*m.scanty)} "
        f"{_share(*m.subjectless)} {_share(*m.open)} {_share(*m.dangling)}  {m.name}"
    )


_HEAD = (
    "     sec  no say most long alike  mean  any facts paras chars items   tau replay lean "
    "shown  kept lost scant no-sub  open dangl  document"
)


def main() -> None:
    """Print a line a document, and all together."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    found: list[Measure] = []
    print(_HEAD)
    for path in sorted(p for p in options.folder.iterdir() if p.is_file()):
        try:
            read, _ = article.read(path.read_bytes(), path.name)
            found.append(measure(read, path.name))
        except Failed as failed:
            print(f"     not read: {path.name} ({failed.diagnostics[0].code})")
            continue
        print(_row(found[-1]))
        if options.verbose:
            _explain(found[-1])
    if not found:
        sys.exit("no article in this folder")
    print(_row(_total(found)))
    kinds = sorted({k for m in found for k in m.kinds})
    print("blocks:", ", ".join(f"{k} {sum(m.kinds.get(k, 0) for m in found)}" for k in kinds))
    sys.exit(0 if all(m.passes for m in found) else 1)


def _explain(m: Measure) -> None:
    for title in m.unseen:
        print(f"       no slide: {title}")
    for title in m.silent:
        print(f"       says nothing: {title}")
    for text in m.long:
        print(f"       {width(text):.0f} characters: {text}")
    if m.alike >= MOST_ALIKE:
        print(f"       alike: {m.pair[0]} ／ {m.pair[1]}")
    for text in m.lost:
        print(f"       no replay: {text}")
    for text in m.leaning:
        print(f"       leans: {text}")
    for text in m.unnamed:
        print(f"       neither used nor named: {text}")


def _total(found: Sequence[Measure]) -> Measure:
    made = Measure("all")
    made.sections = sum(m.sections for m in found)
    made.unseen = [t for m in found for t in m.unseen]
    made.silent = [t for m in found for t in m.silent]
    made.most = max(m.most for m in found)
    made.long = [t for m in found for t in m.long]
    made.lost = [t for m in found for t in m.lost]
    made.leaning = [t for m in found for t in m.leaning]
    made.alike = max(m.alike for m in found)
    made.alike_mean = mean(m.alike_mean for m in found)
    made.alike_anywhere = max(m.alike_anywhere for m in found)
    made.unnamed = [t for m in found for t in m.unnamed]
    for name in (
        "facts", "paragraphs", "replayed", "items_shown", "items_kept", "scanty",
        "subjectless", "open", "dangling",
    ):  # fmt: skip
        pairs = [getattr(m, name) for m in found]
        setattr(made, name, (sum(a for a, _ in pairs), sum(b for _, b in pairs)))
    made.characters = mean(m.characters for m in found)
    made.items = mean(m.items for m in found)
    made.tau = mean(m.tau for m in found)
    return made


if __name__ == "__main__":
    main()
