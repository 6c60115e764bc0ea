"""Footnotes in Markdown, ``[^1]: …``: not of CommonMark, but what most tools read."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from markdown_it.token import Token

from shiryo import lazy_re as re
from shiryo.article.marks import Marked
from shiryo.article.readers.markdown import fences

_OPENS = re.compile(r" {0,3}\[\^(?P<name>[^\]\s]{1,200}+)\]:\s*(?P<text>.*)")
_CALL = re.compile(r"\[\^(?P<name>[^\]\s]{1,200}+)\]")


_TARGET = re.compile(
    r"\s{0,3}(?:<li[^<>]{0,200}>)?\s{0,3}<a\s[^<>]{0,200}?\bid=\"(?P<name>[\w-]{1,80})\"[^<>]{0,200}>"
    r"[^<>\w]{0,2}\d{1,3}[^<>\w]{0,2}</a>\s{0,3}[:：.]?\s{0,3}(?=\S)"
)
_ANCHOR = re.compile(
    r"(?:<sup>)?<a\s[^<>]{0,200}?\bhref=\"#(?P<name>[\w-]{1,80})\"[^<>]{0,200}>"
    r"(?:<sup>)?[^<>\w]{0,2}\d{1,3}[^<>\w]{0,2}(?:</sup>)?</a>(?:</sup>)?"
)
"""The call of a footnote, and the footnote, where they are links of HTML."""


class Note(NamedTuple):
    """A footnote, with the name that the text calls it by."""

    name: str
    first: int
    last: int
    """1-based lines."""
    text: str


def called(tokens: Sequence[Token], notes: Mapping[str, Marked]) -> None:
    """Part the text of ``tokens`` at its calls, each of which then has its note in ``meta``.

    What only looks like a call of a note that there is not stays as it is.
    """
    for token in tokens:
        if any("[^" in each.content for each in token.children or ()):
            token.children = [part for each in token.children or () for part in _parts(each, notes)]


def _parts(token: Token, notes: Mapping[str, Marked]) -> Iterator[Token]:
    at = 0
    for found in _CALL.finditer(token.content if token.type == "text" else ""):
        if found["name"] in notes:
            yield token.copy(content=token.content[at : found.start()])
            yield token.copy(content="", meta={**token.meta, "note": notes[found["name"]]})
            at = found.end()
    yield token.copy(content=token.content[at:]) if at else token


def linked(source: Sequence[str]) -> list[str]:
    """Return lines, footnotes that are links of HTML to each other as those of Markdown."""
    targets = {found["name"] for line in source if (found := _TARGET.match(line))}
    if not targets:
        return [*source]
    return [line if fenced else _plain(line, targets) for line, fenced in fences.told(source)]


def _plain(line: str, targets: Set[str]) -> str:
    if found := _TARGET.match(line):
        return f"[^{found['name']}]: {line[found.end() :].rstrip().removesuffix('</li>')}"
    return _ANCHOR.sub(lambda m: f"[^{m['name']}]" if m["name"] in targets else m[0], line)


def take(source: Sequence[str]) -> tuple[list[str], list[Note]]:
    """Take the footnotes out of ``source``.

    Returns the lines with blank ones in their place, and the footnotes. Indented lines go on with
    a footnote, after blank ones too.
    """
    left: list[str] = []
    found: list[Note] = []
    going_on = False
    for number, (line, fenced) in enumerate(fences.told(source), 1):
        opens = None if fenced else _OPENS.match(line)
        if opens:
            found.append(Note(opens["name"], number, number, opens["text"]))
        elif going_on and not fenced and re.match(r"( {2,}|\t)\S", line):
            text = f"{found[-1].text}\n{line.strip()}"
            found[-1] = found[-1]._replace(last=number, text=text)
        else:
            going_on = going_on and not line.strip()
            left.append(line)
            continue
        going_on = True
        left.append("")
    return left, found
