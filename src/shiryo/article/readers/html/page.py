"""A web page as a whole: where its content is, and what it says of itself."""

from lxml.html import HtmlElement

from shiryo import lazy_re as re
from shiryo.article.readers.html.webpage import STAMP, cues, says_little, text

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
    named = (e for e in root.iter() if e.attrib)
    stamped = (e for e in named if STAMP.search(cues(e)) and says_little(e))
    return found or next(map(text, stamped), "")


def attribute(element: HtmlElement, path: str) -> str:
    """Return the first attribute on an XPath, or nothing."""
    found = element.xpath(path)
    return str(found[0]).strip() if isinstance(found, list) and found else ""
