"""The opening, headed はじめに or by nothing: whether it says enough for a slide of its own."""

from collections.abc import Sequence

from shiryo.drafting import cards
from shiryo.drafting.plan.summary import NEAR
from shiryo.drafting.section import Drafted
from shiryo.drafting.select import salience
from shiryo.facts.facts import facts
from shiryo.messages import wording
from shiryo.outline import model, statements


def closed(
    drafted: Sequence[Drafted], title: str, points: Sequence[model.Item], whole: str = ""
) -> list[model.Section]:
    """Return the sections; an opening that the deck does not need is in the handout alone.

    It claims nothing that a slide could show, or only leads on to the article's matter with what is
    one of the main ``points``; or its one statement is what the article says as a ``whole``, above
    these. Else what is about the ``title`` is the news, and keeps its slide.
    """
    sections = [found.section for found in drafted]
    first = drafted[0]
    others = any(section.only != "handout" for section in sections[1:])
    if first.section.title != wording("drafted.introduction") or first.below or not others:
        return sections
    told = {statements.shown(item.text) for item in points}
    if _is_needless(first, title, told) or _is_alone(first, whole):
        sections[0] = cards.printed(sections[0])
    return sections


def _is_alone(first: Drafted, whole: str) -> bool:
    shown = any(map(cards.is_shown, first.section.blocks))
    return bool(whole) and not shown and first.section.message == whole


def _is_needless(first: Drafted, title: str, told: set[str]) -> bool:
    said = [statements.shown(item.text) for item in cards.said(first.section)]
    if any(salience.overlap(title, text) >= NEAR for text in said):
        return False
    if not first.claims:
        return not any(fact.kind in ("number", "date") for text in said for fact in facts(text))
    return told.issuperset(said) and not any(map(cards.is_shown, first.section.blocks))
