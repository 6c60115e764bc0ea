"""A warm core gives what a cold build gives, whatever was built before, and no page twice."""

import gc
import json
import random
import resource
import tracemalloc
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from chain import SHOWCASE, seed, template
from every_field import ARTICLE, ASSETS, FULL
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from shiryo import stages
from shiryo.compose.material import Material
from shiryo.diagnostics import Diagnostics, has_errors
from shiryo.layout.deck.memory import Memory
from shiryo.layout.handout.memory import Memory as SetMemory
from shiryo.layout.text import compositor, measuring
from shiryo.outline import yaml
from shiryo.press import Press
from shiryo.render import svg
from shiryo.warm import Inputs, Part, Warm

TEMPLATES = {stages.DECK: template(), stages.HANDOUT: template()}
INPUTS = Inputs(TEMPLATES, ARTICLE, ASSETS)
DATA: Any = YAML(typ="safe").load(FULL)


class Reader:
    """Whoever looks at the pages: it has those that it was given last."""

    def __init__(self, core: Warm) -> None:
        self.core = core
        self.pages: dict[str, dict[int, str]] = {"deck": {}, "handout": {}}

    def read(self, text: str, parts: int = 4) -> list[Part]:
        """Take the first ``parts`` of a round."""
        taken = [part for _, part in zip(range(parts), self.core.round(text), strict=False)]
        for part in taken:
            if part.count:
                assert part.of in self.pages
                kept = self.pages[part.of]
                assert all(kept.get(n) != page for n, page in part.pages.items())
                shown = {**kept, **part.pages}
                self.pages[part.of] = {n: shown[n] for n in range(part.count)}
        return taken


def cold(text: str) -> dict[str, tuple[list[bytes], Diagnostics]]:
    """Return the pages of both outputs, and what is wrong with each, of a first build."""
    loaded, _ = yaml.load(text, "o.yaml")
    press = Press(Material(loaded.outline, loaded.places, "o.yaml", ARTICLE, ASSETS), TEMPLATES)
    found = {}
    for output in ("deck", "handout"):
        pages, problems = press.deck if output == "deck" else press.handout("summary")
        folder = "slides" if output == "deck" else output
        files = [] if has_errors(problems) else list(svg.write(pages, folder))
        found[output] = files, problems
    return found


def dumped(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


SAID = ("る", "。^[註]", "^[註の二]", "[節](#a)", "[五](#g)", "、".join(["長い文が続く"] * 60))
"""What is added to a text: words, footnotes, references, what moves all after it."""


def texts(value: Any, key: Any = "") -> Iterator[tuple[Any, Any]]:
    """Yield where the outline says something: a list or mapping, and the key in it."""
    for at, below in value.items() if isinstance(value, dict) else enumerate(value):
        name = at if isinstance(value, dict) else key
        if isinstance(below, dict | list):
            yield from texts(below, name)
        elif name in ("text", "full", "title", "message", "caption", "bullets", "items", "rows"):
            yield value, at


EDITS = (
    *["said"] * 6,
    "word",
    "swap",
    "out",
    "twice",
    "hide",
    "title",
    "agenda",
    "columns",
    "contents",
)


def edited(data: Any, chance: random.Random) -> Any:
    """Return an outline with one edit more."""
    sections = data["sections"]
    at = chance.randrange(len(sections))
    match chance.choice(EDITS):
        case "said":
            where, key = chance.choice([*texts(sections)])
            more = str(where[key] or "文") + chance.choice(SAID)
            where[key] = more if len(more) < 900 else "短く"
        case "columns":
            data["handout"]["columns"] = chance.randrange(1, 3)
        case "contents":
            data["handout"]["contents"] = chance.choice(["auto", "always", "never"])
        case "word":
            sections[at]["title"] = f"節{chance.randrange(30)}"
        case "swap":
            sections.insert(0, sections.pop(at))
        case "out" if len(sections) > 2:
            sections.pop(at)
        case "twice" if len(sections) < 9:
            again = {"id": f"n{chance.randrange(10**6)}", "title": "節", "message": "同じ主張"}
            sections.insert(at, again)
        case "hide" if len(blocks := sections[at].setdefault("blocks", [])) < 6:
            blocks.insert(0, {"only": "handout", "bullets": ["隠す"]})
        case "title":
            data["title"] = f"題{chance.randrange(3)}"
        case _:
            data["deck"]["agenda"] = not data["deck"]["agenda"]
    return data


def examples() -> int:
    return max(4, settings().max_examples // 5)


@settings(max_examples=examples(), deadline=None)
@given(st.integers(0, 2**32), st.lists(st.integers(0, 4), min_size=5, max_size=5))
def test_every_round_gives_what_a_cold_build_gives(seed: int, parts: list[int]) -> None:
    chance, data = random.Random(seed), YAML(typ="safe").load(FULL)
    reader = Reader(Warm("o.yaml", INPUTS))
    for taken in parts:
        data = edited(data, chance)
        reader.read(dumped(data), taken)
    text = dumped(data)
    found = {part.of: part for part in reader.read(text)}
    for output, (files, problems) in cold(text).items():
        if not has_errors(problems):  # else the last good pages stay
            assert [page.encode() for page in reader.pages[output].values()] == files
        assert found[output].problems == problems  # type: ignore[index]


def showcase() -> Warm:
    return Warm("o.yaml", Inputs(TEMPLATES, seed()))


def test_one_word_changes_one_page_of_each_output() -> None:
    core, text = showcase(), SHOWCASE.read_text("utf-8")
    counts = {part.of: (part.count, len(part.pages)) for part in core.round(text)}
    assert counts["deck"][0] == counts["deck"][1] > 10
    changed = text.replace("信頼できる国産AIが求められている", "信頼される国産AIが要る", 1)
    assert changed != text
    again = {part.of: part for part in core.round(changed)}
    assert [len(again[output].pages) for output in ("deck", "handout")] == [1, 1]
    [page] = again["deck"].pages.values()
    assert "信頼される国産AIが要る" in page.replace("</text>", "")
    same = {part.of: part for part in core.round(changed)}
    assert [len(same[output].pages) for output in ("deck", "handout")] == [0, 0]


def test_a_slide_is_not_laid_out_again_for_a_line_above_it(monkeypatch: pytest.MonkeyPatch) -> None:
    core = Warm("o.yaml", INPUTS)
    list(core.round(FULL))
    made: list[object] = []
    monkeypatch.setattr("shiryo.layout.deck.memory.plan", lambda *given: made.append(given))
    deck = next(part for part in core.round("# 注\n" + FULL) if part.of == "deck")
    assert made == []
    assert not deck.pages
    assert deck.places
    assert deck.places.line(("title",)) == 4


def test_while_the_text_is_broken_the_last_pages_stay() -> None:
    reader = Reader(Warm("o.yaml", INPUTS))
    reader.read(FULL)
    kept = dict(reader.pages["deck"])
    [part] = reader.read("title: [")
    assert [d.span.line for d in part.problems if d.span]
    assert part.places is None
    assert reader.pages["deck"] == kept
    assert [p.pages for p in reader.read(FULL) if p.of == "deck"] == [{}]


def test_problems_point_to_the_lines_of_the_newest_text() -> None:
    wide = FULL.replace("title: 節五", f"title: {'長' * 99}")
    core = Warm("o.yaml", INPUTS)

    def lines(text: str) -> list[int]:
        deck = next(part for part in core.round(text) if part.of == "deck")
        return [d.span.line or 0 for d in deck.problems if d.span]

    first, second = lines(wide), lines("\n\n\n" + wide)
    assert first
    assert second == [line + 3 for line in first]


def test_other_inputs_are_seen_in_the_next_round() -> None:
    core = Warm("o.yaml", Inputs(TEMPLATES, ARTICLE, {}))
    without = {part.of: part for part in core.round(FULL)}
    assert [d.code for d in without["deck"].problems if d.code == "compose.no-image"]
    core.given(INPUTS)
    there = {part.of: part for part in core.round(FULL)}
    assert "compose.no-image" not in {d.code for d in there["deck"].problems}
    assert there["deck"].pages


def test_memory_stays_flat() -> None:
    core = Warm("o.yaml", INPUTS)
    texts = [FULL.replace("title: 節二", f"title: 二{n}節") for n in range(3)]

    def size(rounds: int) -> int:
        for n in range(rounds):
            list(core.round(texts[n % 3]))
        for function in (compositor._snug, measuring.fitted, measuring.placed, measuring._measured):
            function.cache_clear()  # what is remembered of texts is bounded, and fills
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        size(6)
        sizes = [size(9) for _ in range(3)]
        # What other tests filled may be emptied once and fill again; what leaks grows every time.
        assert min(after - before for before, after in pairwise(sizes)) < 100_000
    finally:
        tracemalloc.stop()


def test_what_no_round_asks_for_is_let_go() -> None:
    memory, set_ = Memory(), SetMemory()
    core = Warm("o.yaml", INPUTS)
    core._memory, core._set = memory, set_
    list(core.round(FULL))
    count = len(memory._plans), len(memory._pages), len(set_._kept)
    for n in range(5):
        list(core.round(FULL.replace("title: 節二", f"title: 節{n}")))
        assert (len(memory._plans), len(memory._pages), len(set_._kept)) == count


def test_over_many_edits_memory_is_flat_and_every_result_that_of_a_cold_build() -> None:
    """Two thousand edits of one outline under ``make soak``, each compared; else a few."""
    is_soak = settings().max_examples > 1000
    edits, every = (settings().max_examples, 1) if is_soak else (40, 10)
    chance, data = random.Random(edits), YAML(typ="safe").load(FULL)
    reader, sizes = Reader(Warm("o.yaml", INPUTS)), list[int]()
    for n in range(edits):
        data = edited(data, chance)
        reader.read(dumped(data), chance.choice([1, 2, 3, 4, 4, 4]))
        if n % every == every - 1:
            reader.read(text := dumped(data))
            for output, (files, problems) in cold(text).items():
                if not has_errors(problems):
                    assert [page.encode() for page in reader.pages[output].values()] == files
            assert reader.core._set
            assert len(reader.core._set._kept) < 1000
            sizes.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    assert sizes[-1] < sizes[len(sizes) // 2] * 1.1


def test_what_raises_in_one_output_leaves_the_other() -> None:
    text = FULL.replace("variant: summary", "variant: full")
    core = Warm("o.yaml", Inputs(TEMPLATES, None, ASSETS))
    parts = {part.of: part for part in core.round(text)}
    assert parts["deck"].pages
    assert has_errors(parts["handout"].problems)
