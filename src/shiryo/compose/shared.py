"""What deck and handout have in common: labels, metadata, glossary, sources."""

import posixpath
from dataclasses import fields

from shiryo import document, inline
from shiryo.characters import clean
from shiryo.compose.material import Composer
from shiryo.diagnostics import Path
from shiryo.document.numbers import numbered as _numbered
from shiryo.outline import model

_AUTHORS = "; "
"""Between the names of authors, as office programs write it."""


def labels(composer: Composer) -> document.Labels:
    """Return the words that layout needs."""
    names = (field.name for field in fields(document.Labels))
    return document.Labels(**{name: clean(composer.theme.labels[name]) for name in names})


def numbered(
    composer: Composer, sections: tuple[document.Section, ...]
) -> tuple[document.Section, ...]:
    """Return sections with their numbers, as the template writes them."""
    theme = composer.theme
    return _numbered(sections, theme.handout.numerals, clean(theme.labels["number-joint"]))


def info(composer: Composer) -> document.Info:
    """Return what the file says of itself."""
    outline = composer.outline
    return document.Info(
        title=inline.plain(composer.text(outline.title, ("title",))),
        author=_author(composer),
        subject=inline.plain(composer.text(outline.subtitle, ("subtitle",))),
        keywords="、".join(inline.plain(term.term) for term in terms(composer)),
        date=outline.date,
    )


def _author(composer: Composer) -> str:
    """Return who made it, as a file says it: the organisation, and the authors by their names."""
    outline = composer.outline
    names = (composer.string(name, ("authors", n)) for n, name in enumerate(outline.authors))
    organization = composer.string(outline.organization, ("organization",))
    return _AUTHORS.join(filter(None, (organization, *names)))


def terms(composer: Composer) -> tuple[document.Term, ...]:
    """Return the glossary: its own entries and the definitions, each term once."""
    found: dict[str, document.Term] = {}

    def add(term: str, text: inline.Text, reading: str, path: Path) -> None:
        said = composer.text(term, (*path, "term"))
        reading = composer.string(reading, (*path, "reading")) or _ruby(said)
        found.setdefault(inline.plain(said), document.Term(said, text, reading))

    for n, term in enumerate(composer.outline.glossary):
        where: Path = ("glossary", n)
        add(term.term, composer.text(term.text, (*where, "text")), term.reading, where)

    def definitions(sections: tuple[model.Section, ...], path: Path) -> None:
        for n, section in enumerate(sections):
            for m, block in enumerate(section.blocks):
                if isinstance(block, model.DefinitionBlock):
                    body, at = block.definition, (*path, n, "blocks", m, "definition")
                    add(body.term, composer.said(body, at), body.reading, at)
            definitions(section.sections, (*path, n, "sections"))

    definitions(composer.outline.sections, ("sections",))
    return tuple(found.values())


def _ruby(term: inline.Text) -> str:
    """Return a term with its ruby in place of what that stands over; empty if it has none."""
    if not any(run.ruby for run in term):
        return ""
    return "".join(run.ruby or run.text for run in term)


def references(composer: Composer) -> tuple[inline.Text, ...]:
    """Return the sources, the article first."""
    entries = [
        _reference(composer, r.title, r.by, r.url, r.date, ("sources", n))
        for n, r in enumerate(composer.outline.sources)
    ]
    source = composer.outline.source
    if source is not None:
        title = source.title or posixpath.basename(source.file)
        entries.insert(0, _reference(composer, title, "", source.url, "", ("source",)))
    return tuple(entries)


def _reference(
    composer: Composer, title: str, by: str, url: str, date: str, path: Path
) -> inline.Text:
    address = composer.address(url, (*path, "url"))
    entry = composer.added(
        "reference",
        path,
        title=composer.string(title, (*path, "title")),
        by=composer.string(by, (*path, "by")),
        url=address,
        date=composer.string(date, (*path, "date")),
    )
    return entry if address == url else (*entry, inline.Run(f" {url}", origin=(*path, "url")))
