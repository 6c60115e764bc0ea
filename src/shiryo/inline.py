"""Inline text: a line of an outline with its marks, as runs.

The marks are few: ``**強調**``, ``[文](url)``, ``{漢字|かんじ}`` or ``{漢字|かん|じ}`` for ruby and
``^[注]`` for a footnote. A backslash before ``* [ { ^ % # \\`` makes the sign an ordinary
character. A mark that is not closed is ordinary text, as in CommonMark.
"""

import re
from dataclasses import dataclass, replace
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under the same marks."""

    text: str
    """Characters to show; empty only for a run that carries a footnote."""
    strong: bool = False
    href: str | None = None
    """Where the text links to: a URL, or ``#id`` inside the document."""
    ruby: str | None = None
    """The reading set over ``text`` (ルビ)."""
    readings: tuple[str, ...] = ()
    """The reading of each character of ``text``, where they are given one by one; "" for none."""
    note: "Text | None" = None
    """The footnote that is called for after ``text``."""


Text: TypeAlias = tuple[Run, ...]
"""A line of inline text."""

_MARK = re.compile(
    r"\\(?P<escaped>[*\[{^%#\\])"
    r"|\*\*(?P<strong>(?=\S).+?(?<=\S))\*\*"
    r"|\[(?P<label>[^\[\]]+)\]\((?P<href>[^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)"
    r"|\{(?P<base>[^{}|]+)\|(?P<ruby>\|*[^{}|][^{}]*)\}"
    r"|\^\[(?P<note>(?:[^\[\]]|\[[^\[\]]*\](?:\([^()\s]*\))?)+)\]"
)


def parse(source: str) -> Text:
    """Turn a line with marks into runs; neighbouring runs under the same marks are one."""
    return _merge(_parse(source, Run("")))


def plain(text: Text, *, ruby: bool = False) -> str:
    """Return the characters without marks and footnotes; ``漢字（かんじ）`` if ``ruby``."""
    return "".join(f"{r.text}（{r.ruby}）" if ruby and r.ruby else r.text for r in text)


def notes(text: Text) -> tuple[Text, ...]:
    """Return the footnotes of ``text`` in their order."""
    return tuple(r.note for r in text if r.note is not None)


def _parse(source: str, context: Run) -> list[Run]:
    runs: list[Run] = []
    at = 0
    for match in _MARK.finditer(source):
        runs.append(replace(context, text=source[at : match.start()]))
        at = match.end()
        if match["escaped"]:
            runs.append(replace(context, text=match["escaped"]))
        elif match["strong"]:
            runs += _parse(match["strong"], replace(context, strong=True))
        elif match["label"]:
            runs += _parse(match["label"], replace(context, href=match["href"]))
        elif match["base"]:
            parts = tuple(match["ruby"].split("|"))
            each = parts if len(parts) == len(match["base"]) > 1 else ()
            ruby = "".join(parts)
            runs.append(replace(context, text=match["base"], ruby=ruby, readings=each))
        else:
            runs.append(replace(context, note=parse(match["note"])))
    runs.append(replace(context, text=source[at:]))
    return runs


def _merge(runs: list[Run]) -> Text:
    merged: list[Run] = []
    for run in runs:
        if not run.text and run.note is None:
            continue
        last = merged[-1] if merged else None
        if last and run.ruby is None and last.note is None and replace(run, text=last.text) == last:
            merged[-1] = replace(last, text=last.text + run.text)
        else:
            merged.append(run)
    return tuple(merged)


def escape(source: str) -> str:
    """Return ``source`` such that it reads as itself, whatever marks or ``{{`` it holds."""
    if parse(source) == (Run(source),) and not re.search(r"\{[{%#]", source):
        return source
    return re.sub(r"([*\[{^%#\\])", r"\\\1", source)
