"""Markdown as Qiita, Zenn, Hatena, GitHub, Obsidian and site generators write it → CommonMark.

What a dialect adds is rewritten or taken out such that every line keeps its number: boxes
(``:::note``, ``:::message``, a fence of ``{note}``, ``> [!NOTE]``, ``!!! note``) leave their
contents, ``>>`` … ``<<`` becomes a quotation, ``>|python|`` … ``||<`` code, ``((…))`` and ``^[…]``
the call of a footnote, ``@[card](…)`` a source. Commands to programs (``{% … %}``,
``@[youtube](…)``) are taken out.
"""

from collections.abc import Sequence
from dataclasses import field

from shiryo import lazy_re as re
from shiryo.article.readers.markdown.fences import Boxes, Code
from shiryo.article.readers.markdown.footnotes import Note
from shiryo.article.runs import Left
from shiryo.values import dataclass

_BOX = re.compile(
    r"\s*+:{3,}+\s*+(?:\{(?P<attributes>[^{}]*+)\}|(?P<kind>[\w-]*+))\s*+(?P<title>.*)"
)
_ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]++\w[\w -]*+(?:\"(?P<title>[^\"]*+)\")?\s*+$")
_ALERT = re.compile(r"\s{0,3}>\s*+\[!\w{1,20}\][-+]?(?P<title>.*)")
_QUOTE = re.compile(r">(?P<source>(?:https?://[!-~]+?)?(?::title(?:=[^>]*)?)?)>\s*$")
_EMBED = re.compile(
    r"@\[(?P<kind>\w+)\]\((?P<target>[^)\s]*)\)\s*$|\[(?P<url>https?://[!-~]+?):(embed|title)[^\]]*\]\s*$"
)
_CONTENTS = re.compile(r"\s*(\[:contents\]|\[\[?_?toc_?\]?\]|\$\{toc\})\s*$", re.I)
_COMMAND = re.compile(
    r"\s*(\{%.*%\}|\{\{[<%].*[>%]\}\}|\{\{#\w[^{}]*\}\}|\\newpage|\\pagebreak|\[(asin|isbn|map):[^\[\]]*+\])\s*$"
)
_PHOTO = re.compile(r"\[(?P<photo>f:id:[^\[\]]{1,400}+)\]")
"""A photo of Hatena's, with what is to be said of it after ``alt=``."""
_WRAPPER = re.compile(
    r"\s*</?(details|div|center|br|section|article|main|header|footer|aside|figure|font|p|a|span)"
    r"(\s[^<>]*)?>\s*$",
    re.I,
)
"""A tag alone on its line: what stands in it is Markdown."""
_FIGCAPTION = re.compile(r"\s*<figcaption(?:\s[^<>]*)?>(?!.*</figcaption)", re.I)
"""A caption of HTML that goes on over the next lines."""
_EMBEDDED = re.compile(r"\s*!\[\[(?P<file>[^\[\]|]{1,200})(?:\|[^\[\]]{0,80})?\]\]\s*$")
_SIZED = re.compile(r"(?P<picture>!\[[^\[\]]{0,200}\]\([^()\s]{1,500}+) =\d{0,5}x\d{0,5}\)")
"""A picture with the size that Zenn gives it."""
_TIGHT = re.compile(r"(?P<mark>#{2,6})(?=[^\s#])")
"""A heading without a space; ``#`` alone is a tag."""
_WIDE = re.compile(r"(?P<mark>＃{1,6})[ \u3000]+(?=\S)")
_SHORTENED = re.compile(r"\*\[[^\[\]]{1,80}\]:\s")
"""What a shortening means (PHP Markdown Extra)."""
_FORMULA = re.compile(
    r"(?<![A-Za-z0-9_/])\\\((?P<tex>[^\\\n]{1,200}+(?:\\[^()\n][^\\\n]{0,100}+){0,20}+)\\\)"
)
"""A formula of TeX; what follows Latin letters is a bracket of an address."""
_COMPONENT = re.compile(
    r"<[A-Z]\w{0,40}(?P<attributes>(?:\s{1,4}[\w-]{1,40}=(?:\"[^\"<>]{0,500}\"|'[^'<>]{0,500}'))+)\s*/>"
)
"""A component of JSX that holds nothing: what it shows is in its attributes."""
_ATTRIBUTE = re.compile(r"(?<![\w-])([\w-]{1,40})=(?:\"([^\"]*)\"|'([^']*)')")
_SHOWN = ("email", "mail", "tel", "phone", "label", "title", "text", "name", "value")
_LEADS = ("href", "url", "to")
_NOTE = re.compile(
    r"(?<!\()\(\((?P<hatena>[^()]+(?:\([^()]*\)[^()]*)*)\)\)(?!\))|\^\[(?P<pandoc>[^\[\]]+)\]"
)
_TITLE = re.compile(r"\b(?:title|caption)\s*=\s*\"([^\"]*)\"")
_BOLD = re.compile(r"(?<!')''(?=[^'\s])([^'\n]{1,40})(?<!\s)''(?!')")
"""As PukiWiki has it."""
_NOWHERE = re.compile(
    r"\]\(\s*(?:\{\{[<%][^{}\n]{1,200}[>%]\}\}[#\w-]{0,80}(?:\s+\"[^\"\n]{0,200}\")?|(?<=\s)\"[^\"\n]{0,200}\")\s*\)"
)
"""A link whose address a generator would put in: ({{< ref "a.md" >}} "…"), ( "…")."""
_COUNTED = re.compile(r"(?P<in>[ ]{0,3})(?P<n>[0-9]{1,3})[.)][ ]+\S")
_ON = re.compile(
    r"\s{0,3}(?P<n>[0-9０-９]{1,3})(?:[．）、][ \u3000]*|[.)](?=[^\s\d]))(?P<words>\S.*)"
)
"""A counted item, and a line that is meant as one, but for a sign or a space."""
_PLAIN_BOXES = re.compile(r"(info|warn|alert|note|tip|message|danger|warning|caution|important)?")


@dataclass
class Plain:
    """Lines of CommonMark, as many as the source has."""

    lines: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    """Footnotes written inside of the text."""
    sources: list[tuple[int, str]] = field(default_factory=list)
    """Addresses that stand alone on a line to be shown as a card."""
    left: list[tuple[int, Left]] = field(default_factory=list)
    """What is taken out and named."""
    boxed: set[int] = field(default_factory=set)
    """The lines in boxes that comment on the text around."""


def plain(source: Sequence[str]) -> Plain:
    """Return ``source`` in CommonMark."""
    found, code, boxes, fenced = Plain(), Code(), list[int](), Boxes()
    inside = ""
    """``>>`` in a quotation of Hatena, ``||<`` in its code, ``[!`` in an alert, ``!!!`` in a box,
    ``<figcaption`` in a caption."""
    for number, each in enumerate(source, 1):
        line = each if code.is_open or inside == "||<" else fenced.plain(each)
        if inside not in ("||<", ">>") and code.has(line):
            found.lines.append(line[4:] if inside == "!!!" and line[:4].isspace() else line)
            continue
        if inside == "<figcaption":
            inside = "" if "</figcaption" in line.lower() else inside
            found.lines.append(_captioning(line, number, found))
            continue
        inside, words = _line(line, inside, number, found)
        found.lines.append(_counted(_said(words), found.lines))
        found.boxed |= {number} if inside in ("!!!", "[!") else _box(line, number, boxes)
    return found


def _said(line: str) -> str:
    """Return a line whose links to nothing, and names in bold of a wiki, are CommonMark."""
    if "''" in line and "`" not in line:
        line = _BOLD.sub(r"\1", line)
    return _NOWHERE.sub("](<>)", line) if "](" in line else line


def _counted(line: str, before: Sequence[str]) -> str:
    """Return a line that counts on from the item right above it as the next item: 3．, 4）."""
    above = _COUNTED.match(before[-1]) if before else None
    on = _ON.match(line) if above else None
    if not (above and on and int(on["n"]) == int(above["n"]) + 1):
        return line
    return f"{above['in']}{int(on['n'])}. {on['words']}"


def _box(line: str, number: int, opened: list[int]) -> set[int]:
    """Return the lines of the box of colons that ends here; ``opened``: where those around began.

    One that is no comment, as columns, began at 0.
    """
    fence = _BOX.match(line)
    if fence is None:
        return set()
    if fence["kind"] or fence["attributes"] is not None:
        comments = fence["kind"] and _PLAIN_BOXES.fullmatch(fence["kind"])
        opened.append(number if comments else 0)
        return set()
    start = opened.pop() if opened else 0
    return set(range(start, number)) if start else set()


def _line(line: str, inside: str, number: int, found: Plain) -> tuple[str, str]:
    """Return what ``line`` is in, and its words in CommonMark."""
    if inside == "||<":
        return ("", "```") if line.startswith("||<") else (inside, line)
    if re.match(r">\|[^|]*\|\s*$", line):
        return "||<", "```"
    if inside == ">>":
        return ("", "") if line.strip() == "<<" else (inside, f"> {line}")
    if inside == "!!!" and (line[:4].isspace() or not line.strip()):
        return inside, _outside(line[4:], number, found)
    if _FIGCAPTION.match(line):
        return "<figcaption", line
    quote, alert, box = _QUOTE.match(line), _ALERT.match(line), _ADMONITION.match(line)
    if quote:
        if address := re.match(r"https?://[^>]+?(?=:title|$)", quote["source"]):
            found.sources.append((number, address[0]))
        return ">>", ""
    if alert:
        return "[!", alert["title"].strip()
    if box:
        return "!!!", box["title"] or ""
    if inside == "[!" and line.lstrip().startswith(">"):
        return inside, _inline(re.sub(r"^\s{0,3}> ?", "", line), number, found)
    return "", _outside(line, number, found)


def _captioning(line: str, number: int, found: Plain) -> str:
    """Return a line of a caption; none of them is empty, which would end its HTML."""
    if _COMMAND.match(line):
        found.left.append((number, Left("program", _name(line))))
        return "<wbr>"
    return line if line.strip() else "<wbr>"


def _outside(line: str, number: int, found: Plain) -> str:
    box, embed, picture = _BOX.match(line), _EMBED.match(line), _EMBEDDED.match(line)
    if box:
        return _box_title(box)
    if embed:
        address = embed["url"] or (embed["target"] if embed["kind"] == "card" else "")
        if address.startswith("http"):
            found.sources.append((number, address))
        else:
            found.left.append((number, Left("program", line.strip())))
        return ""
    if picture:
        return f"![](<{picture['file'].strip()}>)"
    if _CONTENTS.match(line):
        found.left.append((number, Left("contents", line.strip())))
        return ""
    if _COMMAND.match(line):
        found.left.append((number, Left("program", _name(line))))
        return ""
    if _SHORTENED.match(line):
        found.left.append((number, Left("line", line.strip())))
        return ""
    return "" if _WRAPPER.match(line) else _inline(line, number, found)


def _box_title(box: re.Match[str]) -> str:
    """Return the title of a box, where it is words and not its kind."""
    if box["attributes"] is not None:
        named = _TITLE.search(box["attributes"])
        return named[1] if named else ""
    title = re.sub(r"^\[(.*)\]$", r"\1", box["title"].strip())
    return "" if _PLAIN_BOXES.fullmatch(title) else title


def _photo(found: re.Match[str]) -> str:
    name, _, alt = found["photo"].partition(":alt=")
    return f"![{alt}](<{name}>)"


def _component(found: re.Match[str]) -> str:
    """Return what a reader sees of a component: its words, under its link; itself if nothing."""
    said = {name.lower(): one or other for name, one, other in _ATTRIBUTE.findall(found[0])}
    words = next((said[name] for name in _SHOWN if said.get(name)), "")
    address = next((said[name] for name in _LEADS if said.get(name, "").startswith("http")), "")
    if address:
        return f"[{words}]({address})" if words else f"<{address}>"
    return words or found[0]


def _name(command: str) -> str:
    """Return the name of a command, which says nothing of the article."""
    return next(iter(re.findall(r"\w+", command)), "…")


def _inline(line: str, number: int, found: Plain) -> str:
    """Have a line call its footnotes by name, and write its heading as CommonMark does."""
    if line.startswith(("    ", "\t")):
        return line
    line = _TIGHT.sub(r"\g<mark> ", line, count=1) if _TIGHT.match(line) else line
    if wide := _WIDE.match(line):
        line = f"{'#' * len(wide['mark'])} {line[wide.end() :]}"
    if "`" in line:
        return line
    line = _COMPONENT.sub(_component, line) if "/>" in line else line
    line = _PHOTO.sub(_photo, line)
    line = _SIZED.sub(r"\g<picture>)", line)
    line = _FORMULA.sub(lambda found: f"${found['tex'].strip()}$", line)

    def called(note: re.Match[str]) -> str:
        name = f"^{len(found.notes)}"
        found.notes.append(Note(name, number, number, note["hatena"] or note["pandoc"]))
        return f"[^{name}]"

    return _NOTE.sub(called, line)
