"""Titles that say of what a slide is: an old text (旧), a draft (案), the 方針 of which part.

A slide stands alone, without the heading that its section is below.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from shiryo import lazy_re as re
from shiryo.japanese.width import width
from shiryo.messages import wording
from shiryo.outline import model, statements

_BRACKETED = re.compile(
    r"[(（［\[](?P<what>旧版?|[素草試]?案|例|参考|付録|附録|廃止|終了|非推奨|ドラフト|仮|暫定版?|\d{4}年[^()（）]{0,6}まで)[)）］\]]$"
)
_OPENING = re.compile(
    r"(?P<what>旧)(?!姓|友|正|年|暦|[^一-龠ァ-ヴA-Za-z])|(?P<aside>付録|附録|Appendix)"
)
_CLOSING = re.compile(
    r"(?P<what>[素草]案|骨子案|(?<=[^提議答図考立名法起発懸翻])案|記入例|記載例|回答例|文例|サンプル|テンプレート|[ひ雛]な?[形型])$"
)
_WIDE = 48.0
"""Full-width characters of a title, two lines of a slide."""


def told(sections: Sequence[model.Section]) -> tuple[model.Section, ...]:
    """Return sections whose titles say what the headings above them do, where it matters.

    What a heading says of the whole below it (旧, 案) is said of each; what several are called
    alike is called after what it is below.
    """
    names = Counter(name for name, over in _names(sections, "") if name != over)
    often = {name for name, count in names.items() if count > 1}
    return tuple(_told(section, "", "", often) for section in sections)


def _names(sections: Sequence[model.Section], over: str) -> Iterator[tuple[str, str]]:
    """Yield what slides are called, and what is over each."""
    for section in sections:
        if section.only != "handout":
            yield section.title, over
            yield from _names(section.sections, section.title)


def _told(section: model.Section, over: str, what: str, often: set[str]) -> model.Section:
    if section.only == "handout":
        return section
    own = _what(statements.shown(section.title)) or what
    below = tuple(_told(s, section.title, own, often) for s in section.sections)
    title = section.title
    if over and title in often and title != over:
        title = _if_fits(wording("drafted.title-of", over=over, title=title), title)
    if what and what not in title:
        title = _if_fits(wording("drafted.title-as", what=what, title=title), title)
    return section.model_copy(update={"title": title, "sections": below})


def _what(title: str) -> str:
    """Return what a heading says of all that is below it; empty if nothing."""
    found = _BRACKETED.search(title) or _OPENING.match(title) or _CLOSING.search(title)
    return next(filter(None, found.groups()), "") if found else ""


def _if_fits(made: str, title: str) -> str:
    return made if width(statements.shown(made)) <= _WIDE else title
