"""What stands in what: the elements of lists, tables and quotations that hold their like."""

from collections.abc import Collection

from lxml.html import HtmlElement

from shiryo.article.readers.html import webpage


def own(element: HtmlElement, holder: str, tags: tuple[str, ...]) -> list[HtmlElement]:
    """Return the elements in ``element`` that are in no other ``holder`` inside of it."""
    found, waiting = list[HtmlElement](), [*reversed(element)]
    while waiting:
        each = waiting.pop()
        if each.tag in tags:
            found.append(each)
        if each.tag != holder:
            waiting += reversed(each)
    return found


def is_within(element: HtmlElement, others: Collection[HtmlElement]) -> bool:
    """Tell whether an element stands in one of others."""
    return bool(others) and any(each in others for each in element.iterancestors())


def is_indent(element: HtmlElement) -> bool:
    """Tell whether it is a ``blockquote`` only to indent a list, as reStructuredText makes it."""
    inner = element[0] if len(element) == 1 and element[0].tag == "div" else element
    beside = (inner.text, *(each.tail for each in inner), element.text, inner.tail)
    lists = len(inner) > 0 and all(each.tag in ("ul", "ol") for each in inner)
    return element.tag == "blockquote" and lists and not any(map(str.strip, filter(None, beside)))


def goes_on(source: HtmlElement, quote: HtmlElement) -> bool:
    """Tell whether a quotation says more after ``source``, which then is a word of it."""
    each = source
    while each is not quote:
        if (each.tail or "").strip(" \n\t\r)）」。、") or any(
            map(webpage.text, each.itersiblings())
        ):
            return True
        each = each.getparent()
    return False
