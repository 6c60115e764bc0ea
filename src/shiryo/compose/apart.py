"""Slides whose titles several sections share, told apart by what the sections stand under."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace

from shiryo import document, inline, origins
from shiryo.compose.material import Composer
from shiryo.diagnostics import Path
from shiryo.outline import model
from shiryo.template.labels import filled


def told(composer: Composer, slides: list[document.Slide]) -> Iterator[document.Slide]:
    """Yield slides; titles that several sections share, with what the sections stand under.

    Where that is so of most sections that stand under one, it is so of all of them.
    """
    sections = defaultdict[inline.Text, dict[str, tuple[str, ...]]](dict)
    over = _over(composer, composer.outline.sections, ("sections",), ())
    for slide in slides:
        sections[slide.title][slide.section] = over[slide.section]
    telling = {
        name: found
        for title, alike in sections.items()
        for name, above in alike.items()
        if (found := _telling(title, above, alike.values()))
    }
    beside = defaultdict[tuple[str, ...], set[str]](set)
    for slide in slides:
        beside[over[slide.section]].add(slide.section)
    for names in beside.values():
        named = [telling[name] for name in names if name in telling]
        if named and len(named) * 2 > len(names):
            telling |= dict.fromkeys(names, named[0])
    for slide in slides:
        if told := telling.get(slide.section):
            slide = slide.alike(title=_under(composer, slide.title, told))
        yield slide


def _over(
    composer: Composer, sections: tuple[model.Section, ...], path: Path, above: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    """Return the titles over each section, by its id, the nearest first."""
    found = dict[str, tuple[str, ...]]()
    for n, section in enumerate(sections):
        found[section.id] = above
        own = inline.plain(composer.text(section.title, (*path, n, "title")))
        found |= _over(composer, section.sections, (*path, n, "sections"), (own, *above))
    return found


def _telling(
    title: inline.Text, above: tuple[str, ...], alike: Collection[tuple[str, ...]]
) -> str | None:
    """Return the nearest title of those ``above`` a section that is not over all that are alike."""
    telling = [one for one in above if not all(one in over for over in alike)]
    return next((one for one in telling if one != inline.plain(title)), None)


def _under(composer: Composer, title: inline.Text, over: str) -> inline.Text:
    """Return a title with the one over it."""
    words = filled(composer.theme.labels["under"], over=over)
    before, _, after = words.partition("{title}")
    under = inline.Run("", origin=origins.label("under"))
    around = (replace(under, text=before), *title, replace(under, text=after))
    return tuple(run for run in around if run.text or run.note)
