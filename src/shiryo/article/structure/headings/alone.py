"""What a line says on its own for or against being a heading: its length, its ends, its words."""

from collections.abc import Iterator

from shiryo import lazy_re as re
from shiryo.article.structure import lexicon as words
from shiryo.article.structure.lines import POLITE_END, SPEECH_END, Line

_AMOUNT = re.compile(r"(?<![\d,.])[,.]*+\d[\d,.]*+(円|%|g|kg|cm|ml|分|人|名|年|本|個|枚)$")


def features(line: Line, shape: str) -> Iterator[tuple[str, float]]:
    """Give the features of ``line``, which has ``shape``."""
    text, size = line.text, len(line.text)
    bare = words.core(text)
    yield "bias", 1
    yield f"is {shape}", 1
    yield f"ends {words.sign_class(bare[-1])}", 1
    yield f"begins {words.sign_class(text[0])}", 1
    yield f"ends with {bare.rstrip('!?。')[-2:]}", 1
    yield "bracket behind", float(bare != text)
    yield "length", min(size, 60) / 20
    for limit in (6, 12, 20, 30, 40):
        if size <= limit:
            yield f"length<={limit}", 1
    yield from ((name, 1) for name, true in _says(text, bare) if true)
    for name, pattern in words.CLASSES[:3]:
        yield f"part {name}", len(pattern.findall(text)) / size


_KANA = re.compile(r"[ぁ-ゟ]{1,4}")
_LETTER = re.compile(r"[ぁ-ヿ一-鿿々A-Za-z]")
_PARTICLE = re.compile(r"[をがはに]")
_TOPIC = re.compile(r"[はが]")
_COLON = re.compile(r":\s*\S")
_QUOTED = re.compile(r"[^「]*+「.+」")
_ADDRESS = re.compile(r"@|\d{2,4}-\d{2,4}-\d{3,4}")
_LABEL = re.compile(r"[^\s「」。、]{1,10}[ :]\s*\S")


def _says(text: str, bare: str) -> Iterator[tuple[str, object]]:
    yield "stock", words.STOCK.fullmatch(bare)
    yield "word", words.WORDS.fullmatch(bare)
    yield "sign", words.MARKED.match(text)
    yield "predicate", words.PREDICATE.search(bare)
    yield "verb", words.VERB.search(bare)
    yield "clause cut off", words.CLAUSE.search(bare)
    yield "kana alone", _KANA.fullmatch(text)
    yield "speech", SPEECH_END.search(text)
    yield "polite", POLITE_END.search(text)
    yield "goes on", words.GOES_ON.match(text)
    yield "caption", words.CAPTION.match(text)
    yield "code", words.CODE.search(text) and not words.ENGLISH.fullmatch(text)
    yield "English", words.ENGLISH.fullmatch(text)
    yield "wordless", len(_LETTER.findall(text)) < max(1, 0.4 * len(text))
    yield "clause", _PARTICLE.search(text)
    yield "topic", _TOPIC.search(text[:-1])
    yield "comma", "、" in text
    yield "stop inside", "。" in text[:-1]
    yield "colon inside", _COLON.search(text)
    yield "ends particle", words.PARTICLE.search(text)
    yield "asks", text[-1] in "か?"
    yield "part quoted", _QUOTED.match(text)
    yield "address or phone", _ADDRESS.search(text)
    yield "amount", _AMOUNT.search(text)
    yield "label", _LABEL.match(text)
    yield "bracketed", text[0] == "(" and text[-1] == ")"
    yield "address", "http" in text
