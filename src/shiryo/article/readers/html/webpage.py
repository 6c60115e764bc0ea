"""A web page: where its content is, what of it is clutter, and the words of its elements."""

import re
from collections.abc import Collection
from itertools import islice

from lxml.html import HtmlElement

from shiryo import limits

DROPPED = frozenset(
    re.findall(
        r"\w+",
        "script style template noscript nav aside footer form button svg iframe select input"
        " textarea dialog audio video canvas object rp rt rtc head",
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
        "address article blockquote body center details dd div dl dt fieldset figcaption figure"
        " h1 h2 h3 h4 h5 h6 header hgroup html li main ol p pre section summary table ul hr",
    )
)
_STAMP = re.compile(
    r"(^|[\s_-])(date|dates|times|posted|updated?|modified|published|pubdate|post-?times?)($|[\s_-])",
    re.I,
)
_CALL = re.compile(r"[\[(（*※注]?\d{0,3}[\])）]?")
_NOTE = re.compile(r"#(?=\D*+\d)\D*(f|fn|note|cite)", re.I)
"""The address of a footnote: a word for it before the first digit."""
BREAK = "\u2028"
"""Stands for ``br`` while words are gathered."""
_SITE = re.compile(r"[|｜]|\s[-–—]\s|»|：：")


def main(root: HtmlElement) -> HtmlElement:
    """Return the element that holds the content: the one with most text of the likely ones."""
    for path in (".//article", ".//main|.//*[@role='main']", ".//body"):
        found = [e for e in root.xpath(path) if len(text(e)) > 0]
        if found:
            best: HtmlElement = max(found, key=lambda e: len(text(e)))
            whole = len(text(root))
            if path == ".//body" or len(text(best)) * 4 > whole:
                return best
    return root


def name(root: HtmlElement) -> str:
    """Return the page's title without the name of the site."""
    whole = meta(root, "og:title") or " ".join((root.findtext(".//title") or "").split())
    return _SITE.split(whole)[0].strip()


def meta(root: HtmlElement, name: str) -> str:
    """Return the content of the ``meta`` element of that name or property, or nothing."""
    return attribute(root, f"//meta[@property='{name}' or @name='{name}']/@content")


def published(root: HtmlElement) -> str:
    """Return the words or the attribute in which the page says its date, or nothing."""
    found = meta(root, "article:published_time") or attribute(root, ".//time/@datetime")
    stamped = (e for e in root.iter() if _STAMP.search(cues(e)) and _says_little(e))
    return found or next(map(text, stamped), "")


def attribute(element: HtmlElement, path: str) -> str:
    """Return the first attribute on an XPath, or nothing."""
    found = element.xpath(path)
    return str(found[0]).strip() if isinstance(found, list) and found else ""


def is_block(element: HtmlElement) -> bool:
    """Tell whether an element is a block, or holds one."""
    if not isinstance(element.tag, str):
        return False
    return element.tag in BLOCKS or any(e.tag in BLOCKS for e in element.iterdescendants())


def dropped(element: HtmlElement) -> bool:
    """Tell whether an element is no content: navigation, advertising, scripts, hidden parts."""
    if not isinstance(element.tag, str) or element.tag in DROPPED:
        return True
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    style = re.search(r"display\s*:\s*none", element.get("style") or "")
    role = element.get("role") in _DROPPED_ROLES
    header = element.tag == "header" or re.search(r"(^|[\s_-])header($|[\s_-])", cues(element))
    site_header = header and not element.xpath(".//h1|.//h2|.//time")
    clutter = element.tag not in ("body", "main", "article") and _CLUTTER.search(cues(element))
    return bool(hidden or style or role or site_header or clutter or _says_little(element))


def _says_little(element: HtmlElement) -> bool:
    """Tell a date that the page knows of itself, and a mark that calls for a footnote."""
    if element.tag == "time" or (element.tag != "body" and _STAMP.search(cues(element))):
        return len(text(element)) < 40 and bool(re.search(r"\d{4}", text(element)))
    if element.tag not in ("a", "sup") or not _CALL.fullmatch(text(element)):
        return False
    return any(_NOTE.match(str(e.get("href") or "")) for e in element.iter("a"))


def cues(element: HtmlElement) -> str:
    """Return the class and the id of an element, which hint at what it is."""
    if not isinstance(element.tag, str):
        return ""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def inline(element: HtmlElement, without: Collection[HtmlElement] = (), keep: bool = False) -> str:
    """Return the words of an element, ``br`` and inner blocks as line breaks."""
    text = element.text or ""
    for child in element:
        if child.tag == "br":
            text += BREAK
        elif child not in without and (keep or not dropped(child)):
            inner = inline(child, without, keep)
            text += BREAK + inner + BREAK if child.tag in BLOCKS else inner
        text += child.tail or ""
    return text


def collapsed(text: str) -> str:
    """Return ``text`` with its white space collapsed; a line end between Japanese is nothing."""
    return " ".join(re.sub(r"(?<=[^\x00-\x7f])[ \t]*\n\s*(?=[^\x00-\x7f])", "", text).split())


def words(
    element: HtmlElement, without: Collection[HtmlElement] = (), *, keep: bool = False
) -> str:
    """Return the words of an element on one line."""
    return collapsed(inline(element, frozenset(without), keep))


def links(element: HtmlElement) -> dict[str, str]:
    """Return the links to other sites in an element, the longest words first: words → address.

    Of very many, the first `limits.LINKS`.
    """
    outside = (a for a in element.iter("a") if re.match(r"\s*https?://", a.get("href") or ""))
    found = {words(a): str(a.get("href")).strip() for a in islice(outside, limits.LINKS)}
    return {said: found[said] for said in sorted(found, key=len, reverse=True) if len(said) > 1}


def text(element: HtmlElement) -> str:
    """Return all text of an element."""
    return " ".join(element.text_content().split())
