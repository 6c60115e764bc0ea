"""Inline text: a line of an outline with its marks, as runs.

The marks are few: ``**強調**``, ``[文](url)``, ``{漢字|かんじ}`` or ``{漢字|かん|じ}`` for ruby and
``^[注]`` for a footnote. A backslash before ``* [ ] { ^ % # \\`` makes the sign an ordinary
character. A mark that is not closed is ordinary text, as in CommonMark.
"""

from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from functools import lru_cache
from itertools import groupby
from typing import TypeAlias
from urllib.parse import quote

from shiryo import lazy_re as re
from shiryo.origins import Origin
from shiryo.targets import Link
from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under the same marks."""

    text: str
    """Characters to show; empty only for a run that carries a footnote."""
    strong: bool = False
    href: Link | None = None
    """Where the text links to."""
    ruby: str | None = None
    """The reading set over ``text`` (ルビ)."""
    readings: tuple[str, ...] = ()
    """The reading of each character of ``text``, where they are given one by one; "" for none."""
    note: "Text | None" = None
    """The footnote that is called for after ``text``."""
    origin: Origin | None = field(default=None, compare=False, repr=False)
    """Where it is written; no part of what it looks like."""


Text: TypeAlias = tuple[Run, ...]
"""A line of inline text."""

_KEPT = 16_384
"""Texts that are kept read: checks, slides and handout ask for each anew."""
_ADDRESSES = 1024
"""Addresses that are kept as they are written."""
_MARK = re.compile(
    r"\\(?P<escaped>[*\[\]{^%#\\])"
    r"|(?P<strong>\*\*)(?=\S)"
    r"|\[(?P<label>(?:[^\[\]\\]++|\\[\s\S])++)\]\((?P<href>[^()\s]++(?:\([^()\s]*+\)[^()\s]*+)*+)\)"
    r"|\{(?P<base>[^{}|]++)\|(?P<ruby>\|*+[^{}|][^{}]*+)\}"
    r"|\^\[(?P<note>(?:[^\[\]\\]++|\\[\s\S]|\[(?:[^\[\]\\]++|\\[\s\S])*+\](?:\([^()\s]*+\))?+)++)\]"
)
"""A mark, of strong text where it opens; nothing is read twice, so that no text takes long."""
_SIGNS = re.compile(r"[*\[{^\\]|(?<=\{)[%#]")
"""What marks, and variables, begin with."""
_INNER_SIGNS = re.compile(r"[*\[\]{^\\]|(?<=\{)[%#]")
_BRACKETS = re.compile(r"[\[\]]")
_VARIABLE = re.compile(r"\{[{%#]")
_READ = re.compile(r"[^\s%#{}|*^\[\]\\]++\|[^{}|*^\[\]\\\n]++")
"""A word and its reading, neither of which has signs of marks."""
_ENDS_BLANK = re.compile(r"^\s|\s$|\n")
_UNWRITABLE = re.compile(r"[()\s\\]")
_OPENS = re.compile(r"\*\*|\^\[|(?<!\{)\{(?![{%#])[^{}|\n]{1,100}+\|")
_STRONG_ENDS = re.compile(r"\\.|(?<=\S)\*\*|\n")


@lru_cache(_KEPT)
def parse(source: str) -> Text:
    """Turn a line with marks into runs; neighbouring runs under the same marks are one."""
    return merged(_parse(source, Run("")))


def plain(text: Text, *, ruby: bool = False) -> str:
    """Return the characters without marks and footnotes; ``漢字（かんじ）`` if ``ruby``."""
    return "".join(f"{r.text}（{r.ruby}）" if ruby and r.ruby else r.text for r in text)


def notes(text: Text) -> tuple[Text, ...]:
    """Return the footnotes of ``text`` in their order."""
    return tuple(r.note for r in text if r.note is not None)


def written(text: Text, origin: Origin) -> Text:
    """Return ``text`` with ``origin`` as the place where it and its footnotes are written.

    There may be very many runs, and `replace` takes thrice as long.
    """
    return tuple(
        [
            Run(
                r.text, r.strong, r.href, r.ruby, r.readings, note and written(note, origin), origin
            )
            for r in text
            for note in (r.note,)
        ]
    )


def origin(text: Iterable[Run]) -> Origin | None:
    """Return where the first words of ``text`` are written."""
    return next((run.origin for run in text if run.origin), None)


def unclosed(source: str) -> tuple[str, ...]:
    """Return the marks of ``source`` that open and do not close, and so are shown as they are."""
    if not _SIGNS.search(source):
        return ()
    rest, at = [], 0
    found: list[str] = []
    for match, end in _marks(source):
        rest.append(source[at : match.start()])
        at = end
        inner = (
            source[match.end() : end - 2] if match["strong"] else match["label"] or match["note"]
        )
        found += unclosed(inner or "")
    rest.append(source[at:])
    return (*(m[0] for part in rest for m in _OPENS.finditer(part)), *found)


def _parse(source: str, context: Run) -> list[Run]:
    if not _SIGNS.search(source):
        return [Run(source, context.strong, context.href)]
    runs: list[Run] = []
    at = 0
    said: list[str] = []  # characters up to the next run
    for match, end in _marks(source):
        said.append(source[at : match.start()])
        at = end
        if match["escaped"]:
            said.append(match["escaped"])
            continue
        runs.append(Run("".join(said), context.strong, context.href))
        said = []
        if match["strong"]:
            runs += _parse(source[match.end() : end - 2], replace(context, strong=True))
        else:
            runs += _marked(match, context)
    runs.append(Run("".join(said) + source[at:], context.strong, context.href))
    return runs


def _marks(source: str) -> Iterator[tuple[re.Match[str], int]]:
    """Yield the marks of ``source`` that stand in no other, each with its end."""
    seek = 0
    open_until = 0  # strong text that opens before is not closed
    while match := _MARK.search(source, seek):
        end = match.end()
        if match["strong"] and end <= open_until:
            seek = match.start() + 1
            continue
        if match["strong"]:
            ends = _STRONG_ENDS.finditer(source, end + (source[end] != "\\"))
            closing = next((found for found in ends if found[0][0] != "\\"), None)
            if closing is None or closing[0] == "\n":
                open_until = closing.start() if closing else len(source)
                continue
            end = closing.end()
        yield match, end
        seek = end


def _marked(match: re.Match[str], context: Run) -> list[Run]:
    if match["label"]:
        return _parse(match["label"], replace(context, href=match["href"]))
    if match["base"]:
        parts = tuple(match["ruby"].split("|"))
        each = parts if len(parts) == len(match["base"]) > 1 else ()
        return [replace(context, text=match["base"], ruby="".join(parts), readings=each)]
    return [replace(context, note=parse(match["note"]))]


def merged(runs: Iterable[Run]) -> Text:
    """Return ``runs`` without empty ones, neighbours under the same marks as one."""
    merged: list[tuple[Run, list[str]]] = []
    for run in runs:
        if not run.text and run.note is None:
            continue
        last, texts = merged[-1] if merged else (None, [])
        plain = run.ruby is None and run.note is None
        if last and plain and _is_alike(run, last):
            texts.append(run.text)
        else:
            merged.append((run, [run.text]))
    return tuple(
        run if len(texts) == 1 else replace(run, text="".join(texts)) for run, texts in merged
    )


def _is_alike(run: Run, last: Run) -> bool:
    """Tell whether two runs stand under the same marks."""
    return (
        run.strong == last.strong
        and run.href == last.href
        and run.ruby == last.ruby
        and run.readings == last.readings
        and run.note == last.note
    )


def escape(source: str) -> str:
    """Return ``source`` such that it reads as itself, whatever marks or ``{{`` it holds."""
    if not _SIGNS.search(source):
        return source
    if parse(source) == (Run(source),) and not (_VARIABLE.search(source) or unclosed(source)):
        return source
    return _SIGNS.sub(r"\\\g<0>", source)


def write(text: Text) -> str:
    """Return the line that `parse` turns into ``text``, as far as marks can say it.

    A reading over signs of marks is left out; in an address they are percent-encoded.
    """
    wanted = merged(made for run in text for made in _writable(run))
    if len(wanted) < 2 and all(run == Run(run.text) for run in wanted):
        return escape(plain(wanted))
    for runs in (wanted, _unread(wanted)) if any(run.ruby for run in wanted) else (wanted,):
        for signs in (None, _SIGNS):
            made = _written(runs, signs)
            if parse(made) == runs and not (_VARIABLE.search(made) or unclosed(made)):
                return made
    return escape(plain(wanted))


def _unread(text: Text) -> Text:
    """Return ``text`` without its readings."""
    return merged(replace(r, ruby=None, readings=()) if r.ruby else r for r in text)


def _writable(run: Run) -> Iterator[Run]:
    """Give a run as can be written: blanks at its ends are not strong, its note is alone."""
    href = _writable_address(run.href) if isinstance(run.href, str) else None
    note = run.note
    if note is not None or href != run.href:
        run = replace(run, href=href, note=None)
    if run.ruby and not _READ.fullmatch(f"{run.text}|{run.ruby}"):
        run = replace(run, ruby=None, readings=())
    if run.strong and not run.ruby and _ENDS_BLANK.search(run.text):
        for line in re.split(r"(\n)", run.text):
            start, end = len(line) - len(line.lstrip()), len(line.rstrip())
            for part in (line[:start], line[start:end], line[max(start, end) :]):
                yield replace(run, text=part, strong=bool(part.strip()))
    elif run.text:
        yield run
    inner = (replace(each, note=None) for each in note or ())
    if noted := merged(made for each in inner for made in _writable(each)):
        yield Run("", note=noted)


@lru_cache(_ADDRESSES)
def _writable_address(href: str) -> str:
    return _UNWRITABLE.sub(lambda m: quote(m[0]), href)


def _written(text: Text, signs: re.Pattern[str] | None, *, inner: bool = False) -> str:
    """Return runs as a line, ``signs`` with a backslash before them."""
    made = []
    for strong, group in groupby(text, lambda run: run.strong):
        said = "".join(_run(run, signs, inner=inner) for run in group)
        made.append(f"**{said}**" if strong else said)
    return "".join(made)


def _run(run: Run, signs: re.Pattern[str] | None, *, inner: bool) -> str:
    if inner or run.href:
        signs = _INNER_SIGNS if signs else _BRACKETS
    said = signs.sub(r"\\\g<0>", run.text) if signs and not run.ruby else run.text
    if run.ruby:
        said = f"{{{said}|{'|'.join(run.readings) or run.ruby}}}"
    if run.href:
        said = f"[{said}]({run.href})"
    return said if run.note is None else f"{said}^[{_written(run.note, signs, inner=True)}]"
