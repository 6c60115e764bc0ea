"""The words of a paragraph of Markdown: marks of runs, tags of HTML, formulas, pictures."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import field, replace

from markdown_it.tree import SyntaxTreeNode as Node

from shiryo import lazy_re as re
from shiryo.article import latex, runs
from shiryo.article.marks import Marked, letters
from shiryo.article.runs import Left, Run, Words
from shiryo.messages import wording
from shiryo.values import dataclass

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)")
_ATTRIBUTE = re.compile(r"\b(alt|src|href)\s*=\s*[\"']([^\"']*)[\"']")
_PICTURES = ("img", "amp-img")
_MARKED = re.compile(
    r"(?<!\[)\[\[(?:[^\[\]|]{1,80}\|)?(?P<page>[^\[\]|]{1,80})\]\](?!\])"
    r"|==(?P<mark>(?=[^=\n]*[^\x00-\x7f=])[^=\s](?:[^=\n]{0,200}[^=\s])?)=="
    r"|\{(?P<base>[^{}|\s]{1,40})\|(?P<over>[^{}\s]{1,80})\}"
    r"|[｜|](?P<aozora>[^｜|《》\s]{1,20})《(?P<kana>[^《》\s]{1,40})》"
    r"|\[(?P<held>[^\[\]\s]{1,20})\]\{(?P<read>[ぁ-ゖァ-ヺー|]{1,40})\}"
    r"|(?<=[\w)）])\^(?P<raised>[-−+]?\w{1,6})\^|(?<=[A-Za-z])~(?P<lowered>\d{1,3})~(?!~)"
)
"""Marks of dialects: pages of a wiki, marker pens, ruby, raised and lowered figures."""
_ATTRIBUTES = re.compile(r"\{:?\s*(?:[#.][\w-]|[\w-]{1,40}=)[^{}]{0,200}\}")
"""Of what stands before it: as Pandoc has it, and as Kramdown (with a colon)."""
_PARTICLE = re.compile(r"[をにはがのでとへもや、，。）)」]")
_STRUCK = ("del", "s", "strike")
_STRONG = ("b", "strong", "mark")
_BROKEN = ("li", "p", "div", "tr")
"""Tags that begin a line."""
_SKIPPED = ("script", "style", "iframe", "video", "audio", "object", "template")


@dataclass
class _State:
    """The tags that are open."""

    broken: str = "\n"
    """What stands where the author breaks a line; the editor's own ends of lines are ``\\n``."""
    rise: int = 0
    struck: int = 0
    strong: int = 0
    href: str = ""
    over: bool = False
    """Inside of the reading of ruby."""
    skipped: str = ""
    """The tag whose contents are no text."""
    left: list[Left] = field(default_factory=list)


def words(node: Node, broken: str = "\n", without: Collection[int] = ()) -> Words:
    """Return the words under an inline ``node``, a line break where the source has one.

    ``broken`` stands where the author breaks a line; the lines of the source in ``without``,
    counted from 0, are left out.
    """
    state = _State(broken)
    nodes = [each for each, line in numbered(node.children) if line not in without]
    shown = runs.words(_joined(_runs(nodes, state)))
    return replace(shown, left=(*shown.left, *state.left))


def numbered(nodes: Iterable[Node]) -> Iterator[tuple[Node, int]]:
    """Yield nodes of an inline, each with the line that it stands on or begins, from 0."""
    line = 0
    for each in nodes:
        line += each.type in ("softbreak", "hardbreak")
        yield each, line


def said(node: Node, broken: str = "\n") -> Words:
    """Return all words under ``node`` on one line; what is ``broken`` otherwise stays so."""
    return on_one_line([words(each, broken) for each in node.walk() if each.type == "inline"])


def on_one_line(found: Sequence[Words]) -> Words:
    """Return the words of paragraphs on one line."""
    text = join([line.strip() for each in found for line in each.text.split("\n")])
    return runs.together(found, text)


def join(lines: Sequence[str]) -> str:
    """Join lines that the editor's window broke: a space between Latin words, else nothing."""
    said = ""
    for line in lines:
        apart = said[-1:].isascii() and line[:1].isascii() and not said[-1:].isspace()
        said += " " * bool(said and line and apart) + line
    return said


def stands(line: Marked, after: str) -> bool:
    """Tell whether a line is a link and nothing else, and the next one does not go on from it."""
    every = len(letters(line.text))
    linked = any(mark.href and mark.start == 0 and mark.end == every for mark in line.marks)
    return linked and _PARTICLE.match(after.strip()) is None


def is_literal(source: str) -> bool:
    """Tell a line that begins with a sign on purpose: escaped, or as an entity."""
    return re.match(r"\s*(?:\d{0,9}\\[!-/:-@[-`{-~]|&#?\w{1,12};)", source) is not None


def without_attributes(text: str) -> str:
    """Return a heading without ``{#id .class}`` at its end."""
    at = text.rfind("{")
    held = text.rstrip()[at + 1 : -1].strip() if at >= 0 and text.rstrip().endswith("}") else ""
    return text[:at].rstrip() if re.match(r":?\s*[#.]|-$|:?\s*[\w-]{1,40}=", held) else text


def titled(text: str) -> str:
    """Return a heading without its attributes, and without the mark of a heading within it."""
    return re.sub(r"^#{1,6}\s+(?=\S)", "", without_attributes(text))


def pictures(node: Node) -> list[tuple[str, str]]:
    """Return what pictures show and their files."""
    return [found for each in node.walk() if (found := picture(each))]


def picture(node: Node) -> tuple[str, str] | None:
    """Return what a picture shows and its file, where ``node`` is one."""
    if node.type == "image":
        return node.content, str(node.attrs["src"])
    tag = _TAG.match(node.content) if node.type == "html_inline" else None
    if not tag or tag["end"] or tag["name"].lower() not in _PICTURES:
        return None
    said = dict(_ATTRIBUTE.findall(node.content))
    return said.get("alt", ""), said.get("src", "")


def _joined(found: Iterator[Run | str]) -> list[Run]:
    """Return runs; a string is the reading of the run before it."""
    made: list[Run] = []
    for each in found:
        if isinstance(each, Run):
            made.append(each)
        elif made and not made[-1].reading:
            made[-1] = replace(made[-1], reading=each)
    return made


def _runs(nodes: Sequence[Node], state: _State) -> Iterator[Run | str]:
    before = ""
    for node in nodes:
        match node.type:
            case "html_inline":
                yield from _tag(node, state)
            case "link":
                outer, state.href = state.href, str(node.attrs["href"])
                yield from _runs(node.children, state)
                state.href = outer
            case _ if state.skipped:
                pass
            case "text" if state.over:
                yield node.content
            case "text":
                yield from _text(node, before, state)
            case "softbreak" | "hardbreak":
                yield Run("\n" if node.type == "softbreak" else state.broken)
            case "image":
                state.left.append(Left("picture", node.content or str(node.attrs["src"])))
                yield Run(runs.picture(node.content))
            case "math_inline" | "math_inline_double":
                yield Run(latex.text(node.content), strong=_is_strong(node, state))
            case _:
                yield _run(node.content, node, state)
        before = node.type


def _text(node: Node, before: str, state: _State) -> Iterator[Run | str]:
    text = node.content
    if before in ("image", "link", "code_inline") or text.startswith("{:"):
        text = re.sub(rf"^{_ATTRIBUTES.pattern}", "", text)
    at = 0
    for found in _MARKED.finditer(text):
        yield _run(text[at : found.start()], node, state)
        yield _marked(found, _run("", node, state))
        at = found.end()
    yield _run(text[at:], node, state)
    if note := node.meta.get("note"):
        yield Run("", note=note)


def _run(text: str, node: Node, state: _State) -> Run:
    struck = bool(state.struck or node.meta.get("s"))
    return Run(text, state.rise, struck, strong=_is_strong(node, state), href=state.href)


def _is_strong(node: Node, state: _State) -> bool:
    """Tell what stands out; Latin words in italics may be a title, or foreign."""
    stressed = node.meta.get("em") and not node.content.isascii()
    return bool(state.strong or node.meta.get("strong") or stressed)


def _marked(found: re.Match[str], around: Run) -> Run:
    """Return what marks of dialects say, within the marks ``around`` them."""
    said = {name: words for name, words in found.groupdict().items() if words}
    rise = 1 if "raised" in said else -1 if "lowered" in said else 0
    reading = said.get("over") or said.get("kana") or said.get("read") or ""
    names = ("page", "mark", "base", "aozora", "held", "raised", "lowered")
    text = next(said[name] for name in names if name in said)
    strong = around.strong or "mark" in said
    return replace(around, text=text, rise=rise, reading=reading, strong=strong)


def _tag(node: Node, state: _State) -> Iterator[Run]:
    """Yield what a tag of HTML says by itself, and remember what it opens."""
    content, shown = node.content, picture(node)
    if content.startswith("<!--"):
        state.left.append(Left("comment", wording("read.inline")))
    tag = _TAG.match(content)
    if not tag:
        return
    name, opens = tag["name"].lower(), not tag["end"]
    if name in _SKIPPED:
        if opens:
            state.left.append(Left("program", name))
        state.skipped = name if opens and not content.endswith("/>") else ""
    elif name == "br" or (opens and name in _BROKEN):
        yield Run(state.broken)
    elif shown:
        state.left.append(Left("picture", shown[0] or shown[1]))
        yield Run(runs.picture(shown[0]))
    else:
        _open(name, dict(_ATTRIBUTE.findall(content)), state, opens=opens)


def _open(name: str, said: dict[str, str], state: _State, *, opens: bool) -> None:
    """Remember that a tag opens or ends."""
    step = 1 if opens else -1
    if name in ("sup", "sub"):
        state.rise = (1 if name == "sup" else -1) * opens
    elif name in _STRUCK:
        state.struck = max(0, state.struck + step)
    elif name in _STRONG:
        state.strong = max(0, state.strong + step)
    elif name == "a":
        state.href = said.get("href", "") if opens else ""
    elif name in ("rt", "rtc"):
        state.over = opens
    elif name == "rp":
        state.skipped = name if opens else ""
