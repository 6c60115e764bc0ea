import pytest
from em_fonts import EmFonts

from shiryo import pages
from shiryo.inline import parse, plain
from shiryo.layout.text.compositor import Compositor
from shiryo.layout.text.para import Para, Style
from shiryo.units import Rect

STYLE = Style(10, "gothic", 400, "000000", 1.5, strong="AA0000", link="0000AA")
FRAME = Rect(100, 50, 100, 60)


def box(source: str, **how) -> pages.TextBox:
    setter = Compositor(EmFonts(), "solid", ruby=False)
    anchor = how.pop("anchor", "top")
    return setter.box([Para(parse(source), STYLE, **how)], FRAME, anchor=anchor)


def test_baselines_are_a_leading_apart_and_half_of_it_is_above() -> None:
    baselines = [line.runs[0].baseline for line in box("あ" * 25).lines]
    assert baselines == pytest.approx([50 + 2.5 + 8, 50 + 2.5 + 8 + 15, 50 + 2.5 + 8 + 30])


@pytest.mark.parametrize(("anchor", "top"), [("top", 50), ("middle", 72.5), ("bottom", 95)])
def test_text_stands_at_its_anchor(anchor: str, top: float) -> None:
    assert box("あ", anchor=anchor).lines[0].runs[0].baseline == pytest.approx(top + 10.5)


@pytest.mark.parametrize(("align", "x"), [("left", 100), ("center", 140), ("right", 180)])
def test_text_is_aligned(align: str, x: float) -> None:
    assert box("ああ", align=align).lines[0].runs[0].x == pytest.approx(x)


def test_emphasis_and_links_have_their_colours() -> None:
    runs = box("地**強**[先](#a)").paragraphs[0].runs
    assert [(r.colour, r.strong, r.href) for r in runs] == [
        ("000000", False, None),
        ("AA0000", True, None),
        ("0000AA", False, "#a"),
    ]


def test_a_quiet_link_is_in_the_drawn_text_only() -> None:
    made = box("[先](#a)", quiet=True)
    assert made.paragraphs[0].runs[0].href is None
    assert made.lines[0].runs[0].href == "#a"


def test_a_measure_keeps_its_allowance_free() -> None:
    fonts = EmFonts()
    para = Para(parse("あ" * 10), STYLE)
    tight, careful = (Compositor(fonts, "solid", allowance=share) for share in (0, 0.02))
    assert (tight.lines([para], 100), careful.lines([para], 100)) == (1, 2)


def test_an_address_leads_to_itself() -> None:
    text = parse("案内は https://example.jp/a?b=1。（http://x.jp/）[別](https://y.jp)の https://")
    runs = Compositor(EmFonts()).runs(text, STYLE)
    assert [(run.text, run.tag.href) for run in runs if run.tag.href] == [
        ("https://example.jp/a?b=1", "https://example.jp/a?b=1"),
        ("http://x.jp/", "http://x.jp/"),
        ("別", "https://y.jp"),
    ]
    assert "".join(run.text for run in runs) == plain(text)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("連絡先info@example.jpまで", [("info@example.jp", "mailto:info@example.jp")]),
        (
            "e-mail: a.b+c@d-e.example.co.jp.",
            [("a.b+c@d-e.example.co.jp", "mailto:a.b+c@d-e.example.co.jp")],
        ),
        ("www.example.jp/a)を", [("www.example.jp/a", "https://www.example.jp/a")]),
        ("https://a.jp/~b@c.example.jp", [("https://a.jp/~b@c.example.jp",) * 2]),
        ("@example.jp、a@b、a@b.c@d.jp、xwww.example.jp、1@2.3", []),
    ],
)
def test_a_bare_address_is_a_link(text: str, links: list[tuple[str, str]]) -> None:
    runs = Compositor(EmFonts()).runs(parse(text), STYLE)
    assert [(run.text, run.tag.href) for run in runs if run.tag.href] == links
    assert "".join(run.text for run in runs) == text
