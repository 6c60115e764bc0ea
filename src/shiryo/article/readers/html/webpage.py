"""A web page: what of it is clutter, and the words of its elements."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from urllib.parse import unquote

from lxml.html import HtmlElement

from shiryo import lazy_re as re
from shiryo.article import latex
from shiryo.article.marks import marked, moved
from shiryo.article.runs import Run, Words
from shiryo.article.runs import words as words_of
from shiryo.inline import parse

DROPPED = frozenset(
    re.findall(
        r"\w+",
        "script style template noscript nav aside footer form button svg iframe select input"
        " textarea dialog audio video canvas object embed rp rt rtc head",
    )
)
_DROPPED_ROLES = ("navigation", "banner", "complementary", "contentinfo", "search", "dialog")
_CLUTTER = re.compile(
    r"(^|[\s_-])(nav|navi|gnav|breadcrumbs?|sidebar|side-?menu|menu|share|sns|social|pager"
    r"|pagination|cookie|advert\w*|ads?|banner|toc|toc_container|table-of-contents|mokuji|comments"
    r"|skip|pagetop|widget|pankuzu|topicpath|topic-path|gnavi?|global-?(nav|menu|header)\w*|sitename"
    r"|footer|follow|action|like|tags?|tag-?list|feedback|enquete|rating|premium|paywall|subscribe"
    r"|postlist|[lcp]-(sub|side)|side)($|[\s_-])|taglist",
    re.I,
)
BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body center details dd div dl dt fieldset figcaption"
        " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main nav ol p pre section"
        " summary table ul",
    )
)
STAMP = re.compile(
    r"(^|[\s_-])(date|dates|times|posted|updated?|modified|published|pubdate|post-?times?)($|[\s_-])",
    re.I,
)
"""Classes of elements that say a date."""
_FIRST_PAGE = re.compile(r"(https?://[^/?#]+)?(/|(\.\.?/)+)?(index\.\w+)?(?<=.)")
"""The address of a site's first page."""
_CALL = re.compile(r"[\[(（*※注]?\d{0,3}[\])）]?")
_NOTE = re.compile(r"#(?=\D*+\d)\D*(f|fn|note|cite)", re.I)
"""The address of a footnote: a word for it before the first digit."""
_CONTAINERS = (
    "div",
    "section",
    "aside",
    "nav",
    "ul",
    "ol",
    "form",
    "header",
    "footer",
    "p",
    "span",
    "a",
)
"""Elements whose class or id says what they are."""
NO_TEXT = DROPPED - {"nav", "aside", "footer", "form"}
"""Elements that never hold text of an article."""
_SENTENCE = re.compile(r"[ぁ-ゖァ-ヺー一-鿿）」』]。")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Where a line may break, and what else nobody sees."""
_SPOKEN = re.compile("[ぁ-ん]")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NO_PROSE = ("a", *_HEADINGS, "button", "select", "script", "style", "label")
_LEAST = 10
"""Characters under a heading that are more than a label."""
_APART = {**dict.fromkeys((*BLOCKS, "tr"), "\u2028"), "td": " ", "th": " "}
"""What stands around an element among words."""
READING, NOTE, CALLED = "data-reading", "data-note", "data-called"
"""Attributes that a plain page has: ruby, the footnote that is called, what is one."""
_STRONG = ("b", "strong", "mark")
_MARKED = ("a", "em", "span", *_STRONG)
_BACK = re.compile(r"^[\[*※(]?\d{0,3}[\])]?\s*[:：↑^]?\s*")
BREAK = "\u2028"
"""Stands for ``br`` while words are gathered."""


def is_block(element: HtmlElement) -> bool:
    """Tell whether an element is a block, or holds one."""
    if not isinstance(element.tag, str):
        return False
    return element.tag in BLOCKS or any(e.tag in BLOCKS for e in element.iterdescendants())


def is_hidden(element: HtmlElement) -> bool:
    """Tell whether a reader of the page does not see the element."""
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    style = re.search(r"display\s*:\s*none|visibility\s*:\s*hidden", element.get("style") or "")
    return hidden or bool(style)


def is_frame(element: HtmlElement, whole: bool) -> bool:
    """Tell whether an element is of the page and not of its text: navigation, advertising, forms.

    ``whole``: all around it is the author's text. Then what holds prose is text whatever it is
    called (``<section id="menu">`` of a canteen).
    """
    if says_little(element):
        return True
    role = element.get("role") in _DROPPED_ROLES
    named = element.tag in _CONTAINERS and _CLUTTER.search(cues(element))
    head = element.tag == "header" or (
        element.tag in _CONTAINERS and re.search(r"(^|[\s_-])header($|[\s_-])", cues(element))
    )
    head = head and not [e for e in element.xpath(".//h1|.//h2|.//time") if not _is_site(e)]
    frame = element.tag in DROPPED or role or named or head
    return bool(frame) and not (whole and element.tag not in NO_TEXT and _is_prose(element))


def _is_site(heading: HtmlElement) -> bool:
    """Tell the name of the site, which links to its first page, from the title of this one."""
    return any(_FIRST_PAGE.fullmatch(link) for link in heading.xpath(".//a/@href"))


def says(element: HtmlElement) -> bool:
    """Tell whether an element that is left out says more than where to go."""
    return element.tag not in NO_TEXT and _speaks(element)[0]


def _is_prose(element: HtmlElement) -> bool:
    """Tell whether an element holds sentences, or words under a heading, that are no links."""
    speaks, size = _speaks(element)
    return speaks or (size >= _LEAST and any(True for _ in element.iter(*_HEADINGS)))


def _speaks(element: HtmlElement) -> tuple[bool, int]:
    """Tell whether there is a sentence in what is neither a link, a heading nor a control.

    Returns that, and how many characters were looked at: all, or those up to the first sentence.
    """
    size, last, waiting = 0, "", [(element.text, element)]
    while waiting:
        said, inside = waiting.pop()
        if said and (words := said.strip()):
            if _SENTENCE.search(last + words):
                return True, size
            size, last = size + len(words), words[-1]
        if inside is not None:
            for child in reversed(inside):
                waiting.append((child.tail, None))
                if isinstance(child.tag, str) and child.tag not in _NO_PROSE:
                    waiting.append((child.text, child))
    return False, size


def says_little(element: HtmlElement) -> bool:
    """Tell a date that the page knows of itself from one in a sentence."""
    if not (element.tag == "time" or (element.tag != "body" and STAMP.search(cues(element)))):
        return False
    words = text(element)
    if len(words) >= 40 or not re.search(r"\d{4}", words) or "。" in words:
        return False
    return element.tag in BLOCKS or not _SPOKEN.search(before(element) + (element.tail or ""))


def before(element: HtmlElement) -> str:
    """Return the text right before an element."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        return previous.tail or ""
    return (parent.text or "") if parent is not None else ""


def is_call(element: HtmlElement) -> str:
    """Return the id of the footnote that an element is the mark of; empty if it is none."""
    if element.tag not in ("a", "sup") or not _CALL.fullmatch(text(element)):
        return ""
    found = (str(e.get("href") or "") for e in element.iter("a"))
    return next((unquote(href[1:]) for href in found if _NOTE.match(href)), "")


def cues(element: HtmlElement) -> str:
    """Return the class and the id of an element, which hint at what it is."""
    if not isinstance(element.tag, str):
        return ""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _strands(
    element: HtmlElement, without: Collection[HtmlElement]
) -> Iterator[tuple[str, HtmlElement]]:
    """Give the words in an element, ``br`` and inner blocks as line breaks, and what has them."""
    yield element.text or "", element
    for child in element:
        if child.tag == "br":
            yield BREAK, element
        elif child not in without and isinstance(child.tag, str):
            apart = _APART.get(child.tag, "")
            yield apart, element
            yield from _strands(child, without)
            yield apart, element
        yield child.tail or "", element


def inline(element: HtmlElement, without: Collection[HtmlElement] = ()) -> str:
    """Return the words of an element, ``br`` and inner blocks as line breaks, cells apart."""
    return "".join(words for words, _ in _strands(element, without))


def runs(element: HtmlElement, without: Collection[HtmlElement] = ()) -> list[Run]:
    """Return the same as runs under their marks."""
    if next(element.iter(*_MARKED), None) is None:
        return [Run(inline(element, without))]
    under = {element: _under(element, Run(""))}
    found = list[Run]()
    called = set[HtmlElement]()
    for words, holder in _strands(element, without):
        if holder not in under:
            under[holder] = _under(holder, under[holder.getparent()])
        if (note := holder.get(NOTE)) and holder not in called:
            called.add(holder)
            found.append(Run("", note=marked(parse(note))))
        marks = under[holder]
        found.append(Run(words, strong=marks.strong, href=marks.href, reading=marks.reading))
    return found


def _under(element: HtmlElement, around: Run) -> Run:
    """Return the marks of what stands in an element; Latin words in italics may be a title."""
    if element.tag in _STRONG or (element.tag == "em" and not text(element).isascii()):
        return Run("", strong=True, href=around.href, reading=around.reading)
    if element.tag == "a" and (href := (element.get("href") or "").strip()):
        return replace(around, href=href)
    if reading := element.get(READING):
        return replace(around, reading=reading)
    return around


def collapsed(text: str) -> str:
    """Return ``text`` with its white space collapsed; a line end between Japanese is nothing.

    A full-width space is a letter of a name or of a heading, and stays.
    """
    text = re.sub(r"(?<=[^\x00-\x7f])[ \t]*\n\s*(?=[^\x00-\x7f])", "", text)
    return latex.in_text(re.sub(r"[^\S\u3000]+", " ", _UNSEEN.sub("", text)).strip())


def words(element: HtmlElement, without: Collection[HtmlElement] = ()) -> str:
    """Return the words of an element on one line."""
    return collapsed(inline(element, frozenset(without)))


def said(element: HtmlElement, without: Collection[HtmlElement] = ()) -> Words:
    """Return the words of an element on one line, with their marks."""
    return line(words_of(runs(element, frozenset(without))))


def line(found: Words) -> Words:
    """Return words on one line."""
    text = collapsed(found.text)
    return replace(found, text=text, marks=moved(found.marks, (found.text,), (text,)))


def lines(element: HtmlElement, without: Collection[HtmlElement] = ()) -> Words:
    """Return the words of an element, those that the author has on several lines on several."""
    found = words_of(runs(element, frozenset(without)))
    text = "\n".join(filter(None, map(collapsed, found.text.split(BREAK))))
    return replace(found, text=text, marks=moved(found.marks, (found.text,), (text,)))


def note(element: HtmlElement) -> Words:
    """Return the words of a footnote without its mark and the link back."""
    found = said(element)
    text = _BACK.sub("", found.text.rstrip("↩↑\ufe0e").rstrip())
    return replace(found, text=text, marks=moved(found.marks, (found.text,), (text,)))


def heading(element: HtmlElement) -> Words:
    """Return the words of a heading; where it was broken by hand, a word goes on or another begins.

    業務改善の｜取り組み is one phrase, 第1部｜総則 are two.
    """
    found = words_of(runs(element))
    parts = [collapsed(part) for part in found.text.split(BREAK)]
    said = ""
    for part in filter(None, parts):
        latin = said[-1:].isascii() and part[:1].isascii()
        open_ = re.search(r"[ぁ-ん、・「『（(ー]$", said) or re.match(r"[ぁ-んー」』）)、]", part)
        said += (" " if latin else "" if open_ else "　") * bool(said) + part
    return replace(found, text=said, marks=moved(found.marks, (found.text,), (said,)))


def text(element: HtmlElement) -> str:
    """Return all text of an element."""
    return " ".join(element.text_content().split())
