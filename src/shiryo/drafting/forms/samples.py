"""Samples: words that are there to be used or looked at, and state nothing (文例, テンプレート).

They are shown as their author has them, and nothing is taken out of them: neither a claim nor a
point nor a line of the summary.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.article.model import PROSE, Article, Block, Kind
from shiryo.drafting.wording import sentences
from shiryo.drafting.wording.splits import taken
from shiryo.drafting.wording.steps import listed
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.outline import model

_NAMED = re.compile(
    r"(?:テンプレート|[ひ雛]な?[形型]|文例|例文|文面|記入例|記載例|書式|メール(?:の|文)?例|サンプル)(?:[(（][^()（）]*[)）])?$"
)
"""How a heading ends that says that a sample is below it."""
_HOLE = re.compile(
    r"[［\[【〔][^］\]】〕]{0,30}(?:電話番号|アドレス|氏名|名前|社名|団体名|部署|日付|日時|URL|連絡先|イベント名|住所|金額)"
    r"[^］\]】〕]{0,10}[］\]】〕]|^[(（][^()（）]{0,24}(?:氏名|日付|住所|場所)[^()（）]{0,24}[)）]$",
    re.M,
)
"""What is to be filled in."""
_BLANK = re.compile(r"[〇○◯●]{2,}|＿{2,}|_{3,}")
"""What stands for what is to be filled in, in a sample; elsewhere for any one thing."""
_FIELD = re.compile(r"^(?:題名|件名|宛先|差出人|Subject|From|To)\s?[:：]|^拝啓|様$|御中$", re.M)
_LEADS = re.compile(
    r"(?:次|以下|下記)の(?:ような|[^。、]{0,8}(?:例|文|メール))|(?:例えば|たとえば)[^。]{0,30}(?:[:：]|ような|書[きく])|"
    r"(?:例|文例|例文|文面|テンプレート|[ひ雛]な?[形型])(?:です|である|だ)?[。:：]?$"
)
"""What leads on to words that are a sample."""
_WORDS = re.compile(r"[ぁ-んァ-ヴー一-龠]")
_TEXT, _SENTENCE, _FULL = 0.6, re.compile(r"[ぁ-んァ-ヴー一-龠)）]。"), 25.0
"""The share of letters of a text in Japanese, what ends in it, and a line of it that goes on."""


def is_hole(text: str) -> bool:
    """Tell whether a text leaves something to be filled in, so that it states nothing."""
    return _HOLE.search(text) is not None


def leads_to(text: str) -> bool:
    """Tell whether a text leads on to a sample of what it speaks of."""
    return _LEADS.search(text.strip()) is not None


def quoted(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks; code that is Japanese text, below what leads on to it, is a quotation."""
    made = list[Block]()
    for block in blocks:
        leads = bool(made) and made[-1].kind in PROSE and leads_to(made[-1].text)
        if block.kind is Kind.CODE and leads and _is_text(block.text):
            made.append(replace(block, kind=Kind.QUOTE, text="\n".join(_lines(block.text))))
        else:
            made.append(block)
    return made


def _is_text(text: str) -> bool:
    letters = "".join(text.split())
    return len(_WORDS.findall(letters)) >= _TEXT * len(letters) and bool(_SENTENCE.search(text))


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of a text, of a sentence that was broken to fit a screen one."""
    line = ""
    for part in text.split("\n"):
        line += part.strip()
        if width(part) < _FULL or line.endswith(("。", ":", "：")):
            yield line
            line = ""
    if line:
        yield line


def under(sample: model.QuoteBlock, lead: Block, article: Article) -> model.QuoteBlock:
    """Return a sample with what leads on to it as the message of its slide; words as they are."""
    told = sentences.of(lead, article)[-1:] if lead.kind in PROSE and leads_to(lead.text) else ()
    for sentence in told:
        (text,), how = listed(sentence.text)
        if text.endswith("、"):
            break
        refs = (model.line_ref(sentence.first, sentence.last),)
        return sample.model_copy(update={"message": escape(text), "from_": refs, "how": how})
    return sample


def is_sample(title: str, blocks: Sequence[Block]) -> bool:
    """Tell whether all below a heading is a sample: it says so, and has holes or fields."""
    text = "\n".join(b.text for b in blocks)
    plain = all(b.kind in PROSE for b in blocks) and len(blocks) <= limits.SLIDE_LINES
    return (
        plain
        and _NAMED.search(title) is not None
        and any(sign.search(text) for sign in (_HOLE, _BLANK, _FIELD))
    )


def shown(blocks: Sequence[Block]) -> tuple[model.Block, ...]:
    """Return a sample as slides and handout have it: whole, as a quotation."""
    refs = (model.line_ref(blocks[0].first, blocks[-1].last),)
    text = escape("\n".join(block.text for block in blocks))
    return (model.QuoteBlock(quote=model.QuoteBody(text=text, from_=refs, how=(taken.QUOTE,))),)
