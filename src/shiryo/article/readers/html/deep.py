"""HTML of any depth → a tree of bounded depth: what lies deeper stands side by side in it.

Parsers of HTML lose what is nested too deep (libxml2 without a word), and who walks through such
a tree runs out of stack.
"""

from collections.abc import Mapping

from lxml import etree, html
from lxml.html import HtmlElement

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.article.readers.html.webpage import BLOCKS, DROPPED

_PARTED = BLOCKS | DROPPED | frozenset(("td", "th", "tr", "caption"))
_VOID = frozenset(("br", "img", "hr", "input", "wbr", "meta", "link"))
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*+")
"""What a tree takes for a name; in broken tags the parser finds others (``<r<t>``)."""


def document(text: str) -> HtmlElement:
    """Return the root of an HTML document; no element is deeper than `limits.HTML_DEPTH`.

    Raises `etree.ParserError` where there is no element.
    """
    root = html.document_fromstring(text, parser=html.HTMLParser(huge_tree=True))
    if not root.xpath(f"boolean({'/*' * limits.HTML_DEPTH})"):
        return root
    flat: HtmlElement = etree.fromstring(text, etree.HTMLParser(target=_Flat(), huge_tree=True))
    return flat


class _Flat:
    """Builds the tree as the parser meets elements; see `etree.HTMLParser`."""

    def __init__(self) -> None:
        self._tree = etree.TreeBuilder(element_factory=html.html_parser.makeelement)
        self._open: list[str | bytes] = []
        """Elements that are open in the tree."""
        self._depth = 0
        """How many are open in the source."""

    def start(self, tag: str | bytes, attributes: Mapping[str | bytes, str | bytes]) -> None:
        self._depth += 1
        if self._depth < limits.HTML_DEPTH:
            self._begin(tag, attributes)
        elif tag in _VOID:
            self._begin(tag, attributes)
            self._tree.end(self._open.pop())
        elif tag in _PARTED:
            self._instead(tag, attributes)

    def end(self, tag: str | bytes) -> None:
        self._depth -= 1
        if self._depth < limits.HTML_DEPTH - 1:
            self._tree.end(self._open.pop())
        elif tag in _PARTED - _VOID:
            self._instead("div", {})

    def data(self, text: str | bytes) -> None:
        self._tree.data(text)

    def comment(self, text: str | bytes) -> None:
        """Leave it out."""

    def close(self) -> HtmlElement:
        for tag in reversed(self._open):
            self._tree.end(tag)
        root: HtmlElement = self._tree.close()
        return root

    def _instead(self, tag: str | bytes, attributes: Mapping[str | bytes, str | bytes]) -> None:
        """Close the deepest element and open another in its place."""
        self._tree.end(self._open.pop())
        self._begin(tag, attributes)

    def _begin(self, tag: str | bytes, attributes: Mapping[str | bytes, str | bytes]) -> None:
        """Open an element; one without a name that may be is one without a meaning."""
        name = tag if _NAME.fullmatch(str(tag)) else "span"
        named = {key: said for key, said in attributes.items() if _NAME.fullmatch(str(key))}
        self._tree.start(name, named)
        self._open.append(name)
