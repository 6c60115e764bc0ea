"""A web page made plain: what is set in marks of its own becomes text, what is no text goes.

Every element that goes leaves a sign in its place if it said something, so that the piece that it
stood in can name it (`found`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import urljoin

from lxml.html import HtmlElement

from shiryo import lazy_re as re
from shiryo.article import formulas, latex, runs
from shiryo.article.marks import shown
from shiryo.article.model import Block
from shiryo.article.readers.html import webpage
from shiryo.article.runs import Left, Run
from shiryo.article.structure.pieces import Piece
from shiryo.inline import write
from shiryo.messages import wording

_FIRST = 0xF0000
_SIGN = re.compile("[\U000f0000-\U000ffffd]")
"""Private use (Unicode §23.5): stands for what was left out, by its number."""
_STRUCK = ("del", "s", "strike")
_EMBEDDED = ("iframe", "video", "audio", "object", "embed", "canvas")
_MATHJAX = re.compile(r"(^|\s)(MathJax\w*|katex-html|mwe-math-fallback\S*)($|\s)")
_ANCHOR = re.compile(r"[#¶§🔗\s]*")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TOLD_BY_TAG = ("a", "time", "header")
"""Elements that may be of the page though they have no attributes."""
_HELD = (*_HEADINGS, "dt", "dd", "caption", "summary")
"""Where a picture is said in words: they are one line."""
_LONGEST = 60
"""Characters of what is named."""


def clean(content: HtmlElement, *, whole: bool, address: str = "") -> list[Left]:
    """Make the tree below ``content`` plain in place; return what signs stand for.

    ``whole``: all of it is the author's text, where what is called a menu may be one to eat.
    ``address``: of the page, which links start from.
    """
    left: list[Left] = []
    calls: list[tuple[HtmlElement, str]] = []
    waiting = list(content)
    while waiting:
        element = waiting.pop()
        if element.tag == "ruby":
            _read(element)
        elif element.tag == "a" and address:
            element.set("href", _joined(address, element.get("href") or ""))
        if called := webpage.is_call(element):
            calls.append((element, called))
            _put(element, "")
            continue
        said = _instead(element, whole)
        if said is None:
            waiting.extend(element)
            continue
        text, gone = said
        if gone and gone.text and len(left) < 0xFFF0:
            text += chr(_FIRST + len(left))
            left.append(gone)
        _put(element, text)
    _call(content, calls)
    return left


def _joined(address: str, href: str) -> str:
    try:
        return href if href.startswith("#") else urljoin(address, href)
    except ValueError:  # what is no address
        return href


def _read(ruby: HtmlElement) -> None:
    """Turn ruby into spans, each with the reading of its words (HTML §4.5.10)."""
    spans, base, reading = list[tuple[str, str]](), "", ""
    for said, holder in [(ruby.text or "", ruby), *_of(ruby)]:
        if holder.tag in ("rt", "rtc"):
            reading += said
        elif holder.tag != "rp":
            if reading:
                spans, base, reading = [*spans, (base, reading)], "", ""
            base += said
    spans.append((base, reading))
    tail = ruby.tail
    ruby.clear()
    ruby.tag, ruby.tail = "span", tail
    for base, reading in spans:
        span = ruby.makeelement("span", {webpage.READING: reading.strip()} if base.strip() else {})
        span.text = base
        ruby.append(span)


def _of(ruby: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    for child in ruby:
        if isinstance(child.tag, str):
            yield child.text_content(), child
        yield child.tail or "", ruby


def _call(content: HtmlElement, calls: Sequence[tuple[HtmlElement, str]]) -> None:
    """Give each call the words of its footnote, and tell those as what they are."""
    root = content.getroottree().getroot() if calls else content
    named = {name: e for e in root.iter() if calls and (name := e.get("id") or e.get("name"))}
    for element, name in calls:
        target = named.get(name)
        held = () if target is None else (target, *target.iterancestors())
        note = next((e for e in held if e.tag in ("li", "p", "dd", "div", "aside")), None)
        words = webpage.note(note) if note is not None and not _holds(note, element) else None
        if note is None or words is None or not words.text:
            continue
        element.set(webpage.NOTE, write(shown(_SIGN.sub("", words.text), words.marks)))
        note.set(webpage.CALLED, "called")


def _holds(note: HtmlElement, call: HtmlElement) -> bool:
    return any(each is note for each in call.iterancestors())


def without_signs(text: str) -> str:
    """Return ``text`` without letters that signs are made of."""
    return _SIGN.sub("〓", text)


def found(pieces: Iterator[Piece], left: Sequence[Left]) -> Iterator[Piece]:
    """Give the pieces with what signs in them stand for, and without the signs."""
    for each in pieces:
        signs = [ord(sign) - _FIRST for sign in _SIGN.findall(each.text)]
        if not signs:
            yield each
            continue
        named = tuple(left[n] for n in dict.fromkeys(signs))
        block = _plain(each.block) if each.block else None
        text = _SIGN.sub("", each.text)
        if block and not (block.text.strip() or block.label or block.cells):
            text = ""
        yield replace(each, text=text, block=block, left=(*each.left, *named))


def _plain(block: Block) -> Block:
    cells = tuple(tuple(_SIGN.sub("", cell) for cell in row) for row in block.cells)
    text, label, detail = (_SIGN.sub("", each) for each in (block.text, block.label, block.detail))
    return replace(block, text=text, label=label, detail=detail, cells=cells)


def _put(element: HtmlElement, text: str) -> None:
    if not isinstance(element.tag, str):  # a comment is no element that may have words
        element.text, element.tail = "", text + (element.tail or "")
        return
    element.clear(keep_tail=True)
    element.tag, element.text = "span", text


def _instead(element: HtmlElement, whole: bool) -> tuple[str, Left | None] | None:
    """Return the words that an element is replaced by, and what to name; None to keep it."""
    tag = element.tag
    if not isinstance(tag, str):
        said = Left("comment", wording("read.inline")) if whole and _is_comment(element) else None
        return "", said
    if tag == "math":
        return formulas.of_mathml(element), None
    if tag == "script" and (element.get("type") or "").startswith("math/tex"):
        return latex.text(element.text or ""), None
    if tag in ("sup", "sub"):
        return (_shifted(element), None) if not len(element) else None
    if tag in _STRUCK:
        return "", Left("struck", _short(webpage.text(element)))
    if tag in ("img", "amp-img"):
        return _picture(element)
    if tag in _EMBEDDED:
        return "", Left("program", _short(element.get("title") or str(tag)))
    return _gone(element, whole)


def _gone(element: HtmlElement, whole: bool) -> tuple[str, Left | None] | None:
    tag = element.tag
    if not element.attrib and tag not in webpage.DROPPED and tag not in _TOLD_BY_TAG:
        return None
    if _MATHJAX.search(webpage.cues(element)):
        return "", None
    if webpage.is_hidden(element):
        if element.find(".//math") is not None:
            return None
        words = webpage.text(element)
        named = re.search(r"\w", words) and element.tag not in webpage.DROPPED
        return "", Left("hidden", _short(words)) if named else None
    if element.tag == "a" and element.find(".//img") is None and _is_anchor(element):
        return "", None
    if _in_heading(element) or not webpage.is_frame(element, whole):
        return ("", None) if element.tag in webpage.NO_TEXT else None
    return "", Left("frame", _short(webpage.text(element))) if webpage.says(element) else None


def _is_comment(element: HtmlElement) -> bool:
    return bool((element.text or "").strip()) and "Comment" in type(element).__name__


def _is_anchor(element: HtmlElement) -> bool:
    return _ANCHOR.fullmatch(webpage.text(element)) is not None


def _in_heading(element: HtmlElement) -> bool:
    return element.tag not in webpage.DROPPED and any(
        each.tag in _HEADINGS for each in (element, *element.iterancestors(*_HEADINGS))
    )


def _shifted(element: HtmlElement) -> str:
    """Return what stands above or below the line, as `runs` shows it."""
    said = element.text or ""
    if re.fullmatch(r"(?![注註])[ぁ-ゖァ-ヺー一-鿿]+", said.strip()):
        return said
    last = webpage.before(element)[-1:]
    return runs.words((Run(last), Run(said, 1 if element.tag == "sup" else -1))).text[len(last) :]


def _picture(element: HtmlElement) -> tuple[str, Left | None] | None:
    """Return what stands for a picture in a sentence or on a line; one that is alone is kept."""
    element.tag = "img"
    described = (element.get("alt") or "").strip()
    previous, after = element.getprevious(), (element.tail or "").strip()
    within = (
        webpage.before(element).strip() and after and (previous is None or previous.tag != "br")
    )
    held = any(each.tag in _HELD or _is_cell(each) for each in element.iterancestors())
    if not (within or held):
        return None
    if element.get("alt") == "":
        return "", None
    name = _short(described or element.get("src") or wording("read.picture"))
    return runs.picture(described) if within or described else "", Left("picture", name)


def _is_cell(element: HtmlElement) -> bool:
    """Tell a cell beside others from one that only frames its contents."""
    if element.tag not in ("td", "th"):
        return False
    row = element.getparent()
    return row is not None and len(row) > 1


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
