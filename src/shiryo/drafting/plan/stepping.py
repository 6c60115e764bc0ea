"""Sections that are the steps of a procedure, by their numbered headings, as steps on slides.

None is left out, not even one that is a picture and a heading. The handout has the sections.
"""

import unicodedata
from collections.abc import Iterator, Sequence

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.drafting.cards import Heads, called, card, is_card, noted, printed, said
from shiryo.drafting.select.parting import parted
from shiryo.drafting.wording.steps import DROP_NUMBER, replay
from shiryo.inline import escape
from shiryo.japanese.numerals import without_number
from shiryo.japanese.words import words
from shiryo.messages import wording
from shiryo.outline import model, statements

_FEWEST = 3
_COUNTED = re.compile(r"(?:(step|ステップ|手順)\s*)?(\d{1,2})(?=[\s.:)、\]】]|\D)", re.I)
_PROCESS = re.compile(r"手順|流れ|ステップ|進め方|やり方|作り方|使い方|工程|手続|フロー")
_MANY = 5
"""So many acts that pictures show are done one after the other; of fewer, one may be chosen."""


def row(titles: Sequence[str]) -> list[slice]:
    """Return where headings count the steps of what is done, from 1 on."""
    found, start = list[slice](), 0
    places = [place(title) for title in titles]
    for n in range(1, len(places) + 1):
        if n == len(places) or not places[n - 1] or places[n] != places[n - 1] + 1:
            run = titles[start:n]
            if n - start >= _FEWEST and places[start] == 1 and _are_acts(run):
                found.append(slice(start, n))
            start = n
    return found


def place(title: str) -> int:
    """Return the number that a heading begins with; 0 if it has none."""
    found = _COUNTED.match(_plain(title))
    return int(found[2]) if found else 0


def _plain(title: str) -> str:
    return unicodedata.normalize("NFKC", statements.shown(title)).strip(" 【[(")


def _are_acts(titles: Sequence[str]) -> bool:
    """Tell whether most headings say what is done, or that they are steps."""
    return sum(map(_is_act, titles)) * 3 >= len(titles) * 2


def _is_act(title: str) -> bool:
    counted, bare = _COUNTED.match(_plain(title)), without_number(statements.shown(title))
    found = words(bare)
    if not found or (counted and counted[1]):
        return bool(counted)
    last = found[-1]
    acts = any(w.surface in ("を", "に", "と", "で", "から") and w.pos == "助詞" for w in found)
    if last.pos == "動詞":
        return last.form.startswith("終止形") and last.base not in ("ある", "いる", "なる")
    return acts and last.pos == "名詞" and not bare.endswith(("?", "？", "か"))


def told(
    sections: Sequence[model.Section], heads: Heads, about: str = ""
) -> Iterator[model.Section]:
    """Yield sections, those that are steps after slides of them all; ``about``: what is above."""
    runs = {
        found.start: sections[found]
        for found in row([s.title for s in sections])
        if _fits(sections[found], about)
    }
    end = 0
    for n, section in enumerate(sections):
        if run := runs.get(n):
            end = n + len(run)
            made = model.Section(
                id=f"{section.id}-steps",
                title=about or _called(run, about),
                blocks=tuple(_blocks(run, heads, about)),
                only="deck",
            )
            yield noted(made, [s for s in run if s.only is None])
        yield printed(section) if n < end else section


def _called(run: Sequence[model.Section], about: str) -> str:
    if _is_process(run, about):
        return wording("drafted.steps")
    return called([section.title for section in run])


def below(section: model.Section, heads: Heads) -> model.Section:
    """Return a section with the steps that lie below it on its own slide, if they are all."""
    shown = [s for s in section.sections if s.only is None or not s.blocks]
    if row([s.title for s in shown]) != [slice(0, len(shown))] or not _fits(shown, section.title):
        return section
    blocks = (*section.blocks, *_blocks(shown, heads, section.title))
    under = tuple(printed(s) for s in section.sections)
    made = section.model_copy(update={"blocks": blocks, "sections": under})
    return noted(made, [s for s in shown if s.only is None])


def _fits(run: Sequence[model.Section], about: str) -> bool:
    """Tell whether slides can say all that sections say, which are steps or in part only heads."""
    bare = [s for s in run if _is_bare(s)]
    cards = all(_is_bare(s) or is_card(s) for s in run)
    return cards and len(bare) < len(run) and (bool(bare) or _is_process(run, about))


def _is_bare(section: model.Section) -> bool:
    return section.only == "handout" and not (section.blocks or section.sections)


def _is_process(run: Sequence[model.Section], about: str) -> bool:
    """Tell whether sections are done one after the other: they or what is over them says so."""
    titles = [_plain(section.title) for section in run]
    named = all((found := _COUNTED.match(title)) and found[1] for title in titles)
    ends = {words(title)[-1].base for title in titles}
    many = len(run) >= _MANY and 2 * len(ends) >= len(run) and any(map(_is_bare, run))
    return named or many or bool(_PROCESS.search(about))


def _blocks(run: Sequence[model.Section], heads: Heads, about: str) -> Iterator[model.Block]:
    """Yield steps where each says one thing at most, else cards."""
    start = 1
    if max(len(said(s)) for s in run) > 1 or not _is_process(run, about):
        for cards in parted([_card(s, heads) for s in run], limits.SLIDE_CARDS):
            yield model.BulletsBlock(bullets=cards, only="deck")
        return
    for part in parted([_step(s, heads) for s in run]):
        yield model.StepsBlock(steps=part, start=start, only="deck")
        start += len(part)


def _card(section: model.Section, heads: Heads) -> model.Item:
    if said(section):
        return card(section, heads)
    return model.Item(title=section.title, from_=(heads[section.id],))


def _step(section: model.Section, heads: Heads) -> model.Step:
    found = said(section)[:1]
    how = (DROP_NUMBER, *(step for item in found for step in item.how))
    title = replay(statements.shown(section.title), how)
    refs = dict.fromkeys((heads[section.id], *(ref for item in found for ref in item.from_)))
    text = found[0].text if found else ""
    return model.Step(title=escape(title), text=text, from_=tuple(refs), how=how)
