"""A draft in another style: its log is done again, with another end.

What a statement says is chosen and shortened once, in the plain style; 敬体 and 常体 only end
otherwise. A statement that would not fit a slide any more stays as it is.
"""

from collections.abc import Iterator
from typing import Any

from shiryo import lazy_re as re
from shiryo.article.model import Article
from shiryo.drafting.replay.edited import Cited, starts
from shiryo.drafting.wording.naming import STEP
from shiryo.drafting.wording.shorten import LIMIT
from shiryo.drafting.wording.splits.taken import TAKEN
from shiryo.drafting.wording.steps import NOUN_ENDING, replay
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.outline import model, statements
from shiryo.outline.model import Style

_FIELDS = ("message", "text")
_USUAL: Style = "体言止め"
_RULE = re.compile(r"[#\s]*第[〇一二三四五六七八九十百0-9０-９]{1,5}条")
"""How the heading of a rule begins."""


def restyled(outline: model.Outline, article: Article, style: Style) -> model.Outline:
    """Return ``outline`` with its messages and items in ``style``.

    What a rule says (第三条) holds in its own words, and ends as it does there.
    """
    cited = Cited(article)
    if style == _USUAL and not any(map(_RULE.match, article.lines)):
        return outline
    made: model.Outline = _node(outline, cited, style, ())
    return made


def _node(node: Any, cited: Cited, style: Style, refs: tuple[str, ...]) -> Any:
    if isinstance(node, tuple):
        return tuple(_node(part, cited, style, refs) for part in node)
    if not isinstance(node, model.Node) or isinstance(node, model.TextBlock | model.QuoteBody):
        return node
    refs = node.from_ if isinstance(node, model.Sourced) and node.from_ else refs
    if style == _USUAL and _RULE.match(statements.shown(getattr(node, "title", ""))):
        style = "常体"
    changes: dict[str, Any] = {
        name: _node(getattr(node, name), cited, style, refs) for name in type(node).model_fields
    }
    told = style != _USUAL and not isinstance(node, model.Row)
    if told and isinstance(node, model.Sourced):
        changes |= _said(node, cited, style, refs)
    return node.model_copy(update=changes)


def _said(node: model.Sourced, cited: Cited, style: Style, refs: tuple[str, ...]) -> dict[str, Any]:
    """Return the node's statement in ``style`` and how it was made."""
    name = next((n for n in _FIELDS if getattr(node, n, "")), "")
    if not name or STEP in node.how or isinstance(node, model.DefinitionBody):
        return {}
    said = statements.Statement((), (getattr(node, name),), refs, node.how)
    how = tuple(step for step in node.how if step != NOUN_ENDING)
    for start in _makers(said, cited):
        text = replay(start, how)
        if style == "敬体" and (polite := replay(start, (*how, "polite"))) != text:
            text, how = polite, (*how, "polite")
        if text and width(text) <= LIMIT and text != start.rstrip("。"):
            return {name: escape(text), "how": how}
        if text == start.rstrip("。"):
            return {name: escape(text), "how": tuple(s for s in how if s in TAKEN)}
    return {}


def _makers(said: statements.Statement, cited: Cited) -> Iterator[str]:
    """Yield what of the article gives the statement by its log."""
    for start in starts(said, cited):
        try:
            made = replay(start, said.how)
        except (KeyError, IndexError):
            continue
        if escape(made) == said.texts[0]:
            yield start
