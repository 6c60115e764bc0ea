"""Speech: bubbles between prose, and talk with its speakers (interviews, minutes, questions)."""

from collections import Counter

from shiryo import lazy_re as re
from shiryo.article.model import Kind
from shiryo.article.structure.lines import SPEECH_END, Line, Shape, mark
from shiryo.article.structure.sheet import Sheet

_BUBBLE = re.compile(r"((です|ます|でした|ました|ません)(ね|よ|よね)|[よとそもろのぼ]う!)[!?♪]*$")
_ASKS = re.compile(r"(なぜ|どうして|なに|何|どこ|いつ|どんな|どう)")
_QUOTED = re.compile(r"(?P<who>[^\s「」:：。、]{1,10})\s?「(?P<words>[^」]+)」。?")
_COLON = re.compile(r"(?P<who>[^\s「」:：。、・\-]{1,12})[:：]\s*(?P<words>\S.*)")
_CIRCLE = re.compile(r"[○◯〇](?P<who>[^\s　。、]{1,14})[\s　]+(?P<words>\S.*)")
_QUESTION = re.compile(r"(?:Q|問|ご?質問)\s?\d{0,3}\s?(?:[.:、]|\s)\s*\S|(?:Q|問)\d{1,3}")
_MARKED_QUESTION = re.compile(r"(?:Q|問)\s?[.:、]\s*\S.*(?:か|\?|ください|下さい)。?")
_ALONE = re.compile(r"(?:A|答|回答)\s?\d{0,3}[.:]?")
"""The mark of an answer over its lines."""
_ANSWER = re.compile(
    r"(?:[AＡ答]|ご?回答|お答え)\s?[\d０-９]{0,3}\s?(?:[.．:：、]|[\s　])[\s　]*(?P<words>\S.*)"
)


def claim_named(sheet: Sheet) -> None:
    """Claim talk with speakers whose names return, and questions with answers."""
    _claim_questions(sheet)
    for pattern in (_CIRCLE, _COLON, _QUOTED):
        said = [
            (line, m)
            for line in sheet.open()
            if (m := pattern.fullmatch(line.raw.strip())) and not m["words"].startswith(("#", "＃"))
        ]
        often = Counter(found["who"] for _, found in said)
        if not (len(said) > 1 if pattern is _CIRCLE else _returns(often)):
            continue
        if pattern is _COLON and not (_answered(sheet, said) and _speaks_again(sheet, said)):
            continue
        for line, found in said:
            if pattern is not _COLON or often[found["who"]] > 1:
                sheet.claim(Kind.DIALOGUE, line, text=found["words"], label=found["who"])


def claim_bubbles(sheet: Sheet) -> None:
    """Claim lines that end as speech does and without the full stop of the prose around them."""
    for line in sheet.open():
        if is_bubble(line) and not _asks_as_heading(sheet, line):
            sheet.claim(Kind.DIALOGUE, line, score=0.9)


def is_bubble(line: Line) -> bool:
    """Tell whether a line is spoken: a short casual end, or ですね! between blank lines."""
    if len(line.text) > 60 or line.shape in (Shape.ITEM, Shape.SENTENCE) or mark(line.raw):
        return False
    apart = line.gap_before or line.gap_after
    return bool(SPEECH_END.search(line.text)) or (apart and bool(_BUBBLE.search(line.text)))


def _asks_as_heading(sheet: Sheet, line: Line) -> bool:
    """Tell なぜ必要なの? and 始めよう! above prose from bubbles."""
    after = sheet.near(line, 1)
    return (
        bool(_ASKS.match(line.text) or line.text.endswith("う!"))
        and sheet.scores[line.number] > 0.8
        and after is not None
        and after.shape is Shape.SENTENCE
    )


def _claim_questions(sheet: Sheet) -> None:
    """Claim questions with marked answers, and several marked ones whose answers have no mark."""
    marked = [line for line in sheet.open() if _MARKED_QUESTION.fullmatch(line.text)]
    several = set(marked) if len(marked) > 1 else set()
    for line in sheet.open():
        after = sheet.near(line, 1)
        if after and sheet.free(after) and _ALONE.fullmatch(after.text) and _asks(line):
            sheet.claim(Kind.HEADING, line, after, level=3)
            continue
        answer = _ANSWER.fullmatch(after.raw.strip()) if after and sheet.free(after) else None
        if after and answer and _QUESTION.match(line.text):
            sheet.claim(Kind.HEADING, line, level=3)
            sheet.claim(Kind.PARAGRAPH, after, text=answer["words"])
            _claim_more(sheet, after)
        elif line in several and after and after not in several and _answers(sheet, after):
            sheet.claim(Kind.HEADING, line, level=3)


def _asks(line: Line) -> bool:
    return _QUESTION.match(line.text) is not None


def _claim_more(sheet: Sheet, answer: Line) -> None:
    """Claim the paragraphs right below an answer that are marked as it is."""
    line = sheet.near(answer, 1)
    while line and sheet.free(line) and line.text[0] == answer.text[0]:
        more = _ANSWER.fullmatch(line.raw.strip())
        if more is None:
            return
        sheet.claim(Kind.PARAGRAPH, line, text=more["words"])
        line = sheet.near(line, 1)


def _answers(sheet: Sheet, line: Line) -> bool:
    """Tell what may be an answer from what a speaker says, and from what has been claimed."""
    return sheet.free(line) and not _COLON.fullmatch(line.raw.strip())


def _answered(sheet: Sheet, said: list[tuple[Line, re.Match[str]]]) -> bool:
    """Tell talk, in which one answers another, from labels that come again in each section."""
    names = {line.number: found["who"] for line, found in said}
    pairs = ((line, sheet.near(line, step)) for line, _ in said for step in (1, 2))
    return any(
        after and names.get(after.number, names[line.number]) != names[line.number]
        for line, after in pairs
    )


def _speaks_again(sheet: Sheet, said: list[tuple[Line, re.Match[str]]]) -> bool:
    """Tell whether somebody speaks twice under one heading; labels stand there once each."""
    here = set[str]()
    before: Line | None = None
    for line, found in said:
        if before and any(sheet.kind(x) is Kind.HEADING for x in sheet.between(before, line)):
            here.clear()
        if found["who"] in here:
            return True
        here.add(found["who"])
        before = line
    return False


def _returns(often: Counter[str]) -> bool:
    """Tell whether the same names come back, as speakers do and list labels do not."""
    return sum(count > 1 for count in often.values()) > 1
