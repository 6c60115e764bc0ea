"""Reading a template folder."""

import re
from pathlib import Path

import pytest

from shiryo import limits
from shiryo.diagnostics import Failed, Span
from shiryo.template import load

BRIEFING = {
    path.name: path.read_bytes()
    for path in (Path(__file__).parents[2] / "templates" / "briefing").iterdir()
}


def refused(files: dict[str, bytes]) -> tuple[str, int | None]:
    with pytest.raises(Failed) as failed:
        load.parse("corp", files)
    diagnostic = failed.value.diagnostics[0]
    return diagnostic.code, diagnostic.span.line if diagnostic.span else None


def test_the_shipped_template_is_sound() -> None:
    template, diagnostics = load.parse("briefing", BRIEFING)
    assert template.theme.deck.size == (960, 540)
    assert diagnostics == ()


def test_a_draft_counts_on_what_slides_of_the_shipped_template_hold() -> None:
    held = load.parse("briefing", BRIEFING)[0].theme.deck.limits
    assert held["lines"] >= 2 * limits.SLIDE_ITEMS
    assert held["lines"] > limits.SLIDE_LINES
    assert held["cards"] == limits.SLIDE_CARDS


def test_a_template_may_change_one_colour_of_another() -> None:
    base, _ = load.parse("briefing", BRIEFING)
    files = {"theme.yaml": b"extends: briefing\ncolours: {accent: '7A1F1F'}\n"}
    assert load.parent("corp", files) == ("briefing", Span("corp/theme.yaml", 1))
    assert load.parent("briefing", BRIEFING) is None
    corp, _ = load.parse("corp", files, base)
    assert corp.theme.colours["accent"] == "7A1F1F"
    assert corp.theme.colours["ink"] == base.theme.colours["ink"]
    assert corp.words == base.words


def test_a_missing_theme_is_named() -> None:
    assert refused({}) == ("template.no-theme", None)


def test_broken_yaml_is_named_with_its_line() -> None:
    assert refused({"theme.yaml": b"title: x\ncolours: [\n"}) == ("template.broken-yaml", 3)


def test_a_wrong_value_is_named_with_its_line() -> None:
    theme = BRIEFING["theme.yaml"].replace(b"message-lines: 2", b"message-lines: two")
    code, line = refused(BRIEFING | {"theme.yaml": theme})
    assert code == "template.invalid"
    assert line == theme.split(b"\n").index(b"    message-lines: two") + 1


def with_accent(colour: str) -> str:
    files = {"theme.yaml": f"extends: briefing\ncolours:\n  accent: {colour}\n".encode()}
    return load.parse("corp", files, load.parse("briefing", BRIEFING)[0])[0].theme.colours["accent"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("'#1B6B3A'", "1B6B3A"),
        ("1b6b3a", "1B6B3A"),
        ("'#abc'", "AABBCC"),
        ("rgb(27, 107, 58)", "1B6B3A"),
        ("'rgb(27 107 58)'", "1B6B3A"),
        ("'rgb(100%, 0%, 50%)'", "FF0080"),
        ("'hsl(0, 100%, 50%)'", "FF0000"),
        ("Navy", "000080"),
        ("102030", "102030"),
    ],
)
def test_a_colour_may_be_written_in_any_usual_way(written: str, read: str) -> None:
    assert with_accent(written) == read


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("akairo", "template.bad-colour"),
        ("'#12345678'", "template.bad-colour"),
        ("rgba(27, 107, 58, 0.5)", "template.bad-colour"),
        ("rgb(300, 0, 0)", "template.bad-colour"),
        ("[1, 2, 3]", "template.bad-colour"),
        ("'" + "#" * 999 + "'", "template.bad-colour"),
        ("#1B6B3A", "template.no-colour"),
    ],
)
def test_what_is_no_colour_is_refused_with_how_to_write_one(written: str, code: str) -> None:
    with pytest.raises(Failed) as failed:
        with_accent(written)
    (problem,) = failed.value.diagnostics
    assert problem.code == code
    assert problem.span == Span("corp/theme.yaml", 3)
    assert "#1F4E79" in problem.hint


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("coulours: {accent: '#123456'}", "「colours」の誤り"),
        ("handout: {kinsok: loose}", "「kinsoku」の誤り"),
        ("handout: {kinsoku: very}", "strict、normal、loose のどれか"),
        ("handout: {chart: {bar: 0}}", "0 より大きく"),
        ("deck: {type: {title: {size: 20pt, weight: 500}}}", "400、700 のどれか"),
        ("labels: {page: 3}", "文字ではありません"),
    ],
)
def test_a_wrong_value_is_told_with_what_may_stand_there(written: str, said: str) -> None:
    files = {"theme.yaml": f"extends: briefing\n{written}\n".encode()}
    base, _ = load.parse("briefing", BRIEFING)
    with pytest.raises(Failed) as failed:
        load.parse("corp", files, base, shipped=base.theme)
    (problem,) = failed.value.diagnostics
    assert said in problem.message + problem.hint
    assert problem.span == Span("corp/theme.yaml", 2)


def test_a_theme_of_its_own_is_refused_with_all_that_it_lacks() -> None:
    with pytest.raises(Failed) as failed:
        load.parse("corp", {"theme.yaml": b"title: x\n", "footer.j2": b""})
    said = {(d.code, d.message) for d in failed.value.diagnostics}
    missing = {"colours", "fonts", "deck", "handout", "labels"}
    assert {key for key in missing if any(f"「{key}」" in text for _, text in said)} == missing
    words = [text for code, text in said if code == "template.no-words"]
    assert len(words) == len(load.WORDS) - 1


@pytest.mark.parametrize(
    ("theme", "line"),
    [
        ("title: x\ncolours: {a: b\n", 2),
        ("title: x\n  colours: a: b\n", 2),
        ("title: x\ntitle: y\n", 2),
        ("title: *x\n", 1),
        ("\ttitle: x\n", 1),
    ],
)
def test_what_is_no_yaml_is_said_in_japanese(theme: str, line: int) -> None:
    with pytest.raises(Failed) as failed:
        load.parse("corp", {"theme.yaml": theme.encode()})
    (problem,) = failed.value.diagnostics
    assert problem.span == Span("corp/theme.yaml", line)
    assert not re.search(r"[a-z]{3,} [a-z]{3,}", problem.message + problem.hint)


def test_a_colour_that_the_theme_lacks_is_named() -> None:
    theme = BRIEFING["theme.yaml"].replace(b"colour: accent,", b"colour: akane,")
    assert refused(BRIEFING | {"theme.yaml": theme})[0] == "template.unknown-colour"


def test_missing_words_are_named() -> None:
    files = {name: data for name, data in BRIEFING.items() if name != "footer.j2"}
    assert refused(files)[0] == "template.no-words"


@pytest.mark.parametrize(
    "theme",
    [
        "# " + "]" * 40_000 + "\na:\n  b: " + "[" * 40_000,
        "a: 1\nb: &b [x, x]\nc: " + "&c [" + ", ".join(["*b"] * 3_000) + "]\n",
        "a: 1\n\nb: &b [*b]\n",
    ],
)
def test_a_theme_without_bounds_is_refused_where_it_passes_them(theme: str) -> None:
    assert refused(BRIEFING | {"theme.yaml": theme.encode()}) == ("template.unbounded", 3)


def changed(before: str, after: str) -> list[tuple[str, int | None]]:
    """Return the problems of the shipped theme with a change, and the lines they name."""
    shipped, _ = load.parse("briefing", BRIEFING)
    source = BRIEFING["theme.yaml"].decode()
    assert before in source
    theme = source.replace(before, after, 1).encode()
    with pytest.raises(Failed) as failed:
        load.parse("corp", BRIEFING | {"theme.yaml": theme}, shipped=shipped.theme)
    assert all(d.span and d.span.file == "corp/theme.yaml" for d in failed.value.diagnostics)
    return [(d.code, d.span.line if d.span else None) for d in failed.value.diagnostics]


def line(of: str) -> int:
    before, found, _ = BRIEFING["theme.yaml"].decode().partition(of)
    assert found
    return before.count("\n") + 1


@pytest.mark.parametrize(
    "label",
    ["{0}", "{", "}", "{x}", "{n:>900000000}", "{n!r}", "{n.real}", "{}", "{{n}}", "n" * 999],
)
def test_a_label_has_only_its_own_places(label: str) -> None:
    ((code, at),) = changed('page: "{n} / {total}"', f'page: "{label}"')
    assert code == ("template.invalid" if len(label) > 200 else "template.bad-label")
    assert at == line('page: "{n}')


@pytest.mark.parametrize(
    ("before", "after", "within"),
    [
        ("    content: [", "    contents: [", "  frames:"),
        ("    body: {", "    bodies: {", "  type:"),
        ("    favour: 4pt", "", "  space:"),
        ("  again:", "  againx:", "labels:"),
        ("    lines: 10", "", "  limits:"),
        ("    A4: {", "    A5: {", "  papers:"),
    ],
)
def test_a_key_that_the_program_asks_for_is_missed(before: str, after: str, within: str) -> None:
    found = changed(before, after)
    assert found[0] == ("template.missing-key", line(within))
    assert {code for code, _ in found[1:]} <= {"template.unknown-key"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("sizes: [24pt, 20pt, 18pt, 16pt]", "sizes: []"),
        ("sizes: [24pt, 20pt, 18pt, 16pt]", "sizes: [0pt]"),
        ("sizes: [24pt, 20pt, 18pt, 16pt]", "sizes: [5000pt]"),
        ("size: [1280px, 720px]", "size: [0px, 720px]"),
        ("size: [1280px, 720px]", "size: [.inf, 720px]"),
        ("allowance: 0.02", "allowance: .nan"),
        ("favour: 4pt", "favour: -4pt"),
        ("margins: [23mm, 22mm, 21mm, 22mm]", "margins: [23mm, 95mm, 21mm, 95mm]"),
        ("gothic: [Noto Sans JP]", "gothic: []"),
        ("rows: 9", "rows: 0"),
        ("columns: [2, 3]", "columns: []"),
    ],
)
def test_values_that_nothing_can_be_made_with_are_named(before: str, after: str) -> None:
    found = changed(before, after)
    assert {code for code, _ in found} <= {"template.invalid", "template.no-room"}
    assert all(at == line(before) for _, at in found)


def test_themes_and_files_without_end_are_refused() -> None:
    assert refused({"theme.yaml": b"title: x\n" + b"#" * 200_000}) == ("template.long-theme", None)
    long = BRIEFING | {"footer.j2": b"x" * 200_000}
    assert refused(long) == ("template.long-words", None)
