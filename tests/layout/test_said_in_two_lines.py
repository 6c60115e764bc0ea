"""What drafting takes for two lines is two lines of a slide of the shipped templates."""

import pytest
from deck_samples import deck, items, slide

from shiryo import document as d
from shiryo import find_template, pages
from shiryo.drafting.wording.shorten import LIMIT, MESSAGE
from shiryo.inline import parse
from shiryo.japanese.width import width
from shiryo.layout.deck.deck import lay_out
from shiryo.typeset import fonts

LONGEST = (
    "町は来年の春から七つの図書館と三つの分室で使う本と雑誌と地図と写真と手紙の目録を、"
    "町の人や学校の人と一緒に一から作り直すことにした",
    "急病などのやむを得ない事情で保険証を持たずに受診した人は、いったん全額を支払い、"
    "後日に申請することで自己負担分を除いた額が払い戻される",
    "町では次の図書館利用者満足度調査実施要領検討委員会設置準備会合開催案内送付先名簿の"
    "作り直しが進み、来年の春には七つの館で配られるという",
)
"""As long as may be: with words that break where they will, and with one that does not."""

MESSAGES = (
    "町は来年の春から七つの図書館と三つの分室で使う本と雑誌と地図と写真と手紙の目録を、"
    "町の人や学校の人と一緒に一から作り直すことにして、夏の終わりに広場で公開する",
    "町では来年の春から図書館利用者満足度調査実施要領検討委員会設置準備会合開催案内送付先名簿の"
    "作り直しが進み、夏の終わりに七つの館と三つの分室で配られるという",
)
"""As long as a message may be, likewise."""
_BODY = 18.0
"""Points: in smaller type a message reads as body text."""

THEME = find_template("briefing").theme


def lines(laid: pages.PageSet, text: str) -> list[int]:
    """Return on how many lines each box stands that holds nothing but ``text``, once or more."""
    boxes = [item for page in laid.pages for item in page.items if isinstance(item, pages.TextBox)]
    drawn = [("".join(run.text for line in b.lines for run in line.runs), b) for b in boxes]
    return [
        len(b.lines) for said, b in drawn if text in said and not said.replace(text, "").strip("▪")
    ]


@pytest.mark.parametrize("text", LONGEST)
def test_the_longest_message_and_bullets_take_two_lines(text: str) -> None:
    assert LIMIT - 3 <= width(text) <= LIMIT
    faces = fonts.load(THEME.fonts.gothic, THEME.fonts.mincho)
    said = slide("a", d.Bullets(items(text, text, text)), message=parse(text))
    laid, _ = lay_out(deck(said), THEME, faces)
    assert lines(laid, text) == [2, 6]


@pytest.mark.parametrize("text", MESSAGES)
def test_a_longer_message_takes_two_lines_in_type_that_is_no_body_text(text: str) -> None:
    assert MESSAGE - 3 <= width(text) <= MESSAGE
    faces = fonts.load(THEME.fonts.gothic, THEME.fonts.mincho)
    laid, _ = lay_out(deck(slide("a", d.Bullets(items("本")), message=parse(text))), THEME, faces)
    (box,) = [
        item
        for page in laid.pages
        for item in page.items
        if isinstance(item, pages.TextBox) and item.role == "message"
    ]
    assert len(box.lines) == 2
    assert _BODY <= box.paragraphs[0].runs[0].size <= THEME.deck.type["message"].size
