"""The opening, headed はじめに or by nothing: whether it says enough for a slide of its own.

One of a sentence or two is no slide: what it says of the matter opens the summary, and what it says
of the text is the subtitle.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shiryo.drafting import cards
from shiryo.drafting.plan import summary, telling
from shiryo.drafting.section import Drafted
from shiryo.drafting.select import salience, titles
from shiryo.facts.facts import facts
from shiryo.inline import escape
from shiryo.japanese import brackets
from shiryo.japanese.sentences import split
from shiryo.japanese.width import width
from shiryo.messages import wording
from shiryo.outline import model, statements
from shiryo.values import dataclass

_SUBTITLE = 60.0
"""Full-width characters of a subtitle."""
_SAME = 0.9
"""The share of its letters that what only says the title again has from it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an article says, its opening where it belongs."""

    sections: tuple[model.Section, ...]
    points: tuple[model.Item, ...]
    subtitle: str = ""


def closed(
    drafted: Sequence[Drafted], title: str, points: Sequence[model.Item], whole: str = ""
) -> Told:
    """Return the sections, main ``points`` and subtitle; a needless opening is for the handout.

    Its statements are told by what the article says as a ``whole`` or by the ``points``, or open
    these if they have room and it is a sentence or two; or it claims nothing that a slide could
    show. What has a form of its own keeps its slide, and so does more than that, and what names
    whom or what the other slides speak of (以下「当会」という).
    """
    made = Told(tuple(found.section for found in drafted), tuple(points))
    first = drafted[0]
    others = any(section.only != "handout" for section in made.sections[1:])
    opens = not first.line or first.section.title == wording("drafted.introduction")
    if not opens or first.below or not others or _defines(made.sections):
        return made
    if first.section.only == "handout":
        return _named(made, _itself(first.section), title) or made
    handed = replace(made, sections=(cards.printed(first.section), *made.sections[1:]))
    said = cards.said(first.section)
    if not first.claims:
        named = _named(handed, said, title) or _named(handed, _itself(first.section), title)
        return named or (made if _has_facts(said) else handed)
    if not (cards.is_card(first.section) and cards.is_crumb(first.section)):
        return made
    told = {whole, *(item.text for item in points)}
    rest = [item for item in said if item.text not in told]
    more = [item for item in rest if telling.is_point(statements.shown(item.text))]
    if not more and (named := _named(handed, rest, title)):
        return named
    if _has_facts([item for item in rest if item not in more]):
        return made
    fit = not more or summary.has_room((*more, *points))
    return replace(handed, points=(*more, *points)) if fit else made


def _defines(sections: Sequence[model.Section]) -> bool:
    """Tell whether the first of the sections gives a name that others go by on slides."""
    first, *others = sections
    if first.only == "handout":
        return False
    names = {
        n
        for item in cards.said(first)
        for n in brackets.NAMING.findall(statements.shown(item.text))
    }
    shown = (part for section in others for part in _walk(section) if part.only != "handout")
    return bool(names) and any(
        name in item.text for part in shown for item in cards.said(part) for name in names
    )


def _walk(section: model.Section) -> Iterator[model.Section]:
    yield section
    for below in section.sections:
        yield from _walk(below)


def _itself(section: model.Section) -> list[model.Item]:
    """Return the first sentence of what no slide shows, if it says what the text is."""
    blocks = (block for block in section.blocks if isinstance(block, model.TextBlock))
    text = next((split(text.text)[0] for block in blocks for text in block.text), "")
    name = titles.called(statements.shown(text))
    return [model.Item(text=text)] if name and not text.startswith(name) else []


def _named(made: Told, said: Sequence[model.Item], title: str) -> Told | None:
    """Return what is told with the one thing ``said`` as its subtitle; None if it is no name."""
    name = titles.called(statements.shown(said[0].text)) if len(said) == 1 else ""
    fits = 0 < width(name) <= _SUBTITLE and len(split(name)) == 1
    again = salience.overlap(title, name) >= _SAME and not _has_facts(said)
    return replace(made, subtitle=escape(name)) if fits and not again else None


def _has_facts(said: Sequence[model.Item]) -> bool:
    found = (fact for item in said for fact in facts(statements.shown(item.text)))
    return any(fact.kind in ("number", "date") for fact in found)
