"""Why and whereupon something is done, which stands before it and can be spared.

…ため、 …ことから、 …を踏まえ、: what follows stays, with the topic that opens the sentence. Nothing
is taken that limits or dates the rest, sets its condition or says who says so (`facts`).
"""

from shiryo import lazy_re as re
from shiryo.facts import guard
from shiryo.facts.facts import unsupported
from shiryo.facts.losses import spoken
from shiryo.japanese.brackets import is_open
from shiryo.japanese.width import width
from shiryo.japanese.words import words

STEP = "drop-background"
"""What the log of a rewording calls it."""
_GROUND = re.compile(
    r"(?:(?<=[うくすつぬぶむるいたの])ために?|(?<=[うくすつぬぶむるたい])こと(?:から|を受けて?)|(?<=[るたい])ので|"
    r"を(?:受け|踏まえ|ふまえ)て?|(?<=[るた])(?:中|なか)で?|のもとで?|"
    r"に(?:伴い|ともない|向けて?|あたり|あたって)|を目的(?:に|と(?:して?)))、"
)
_TOPIC = re.compile(r"[^、。はがをにで「」]{1,20}は、")
"""What may open a sentence and stays."""
_STAYS = re.compile(
    r"[^。]{1,40}?とは、|(?:[こそあ]れら?|ここ|そこ)[はが]|ただし|但し|もっとも|ただ[、，]|たとえば|例えば|なぜなら"
)
"""How a sentence begins whose rest has no sense, or another one, without what stands before it."""
_POINTS = re.compile(r"[こそ](?:の|れ|こ(?=[でにを])|う|んな)")
"""What may point to the ground itself."""
_LEAST = 12.0
"""Full-width characters of what still says something."""


def without_background(text: str) -> str:
    """Return ``text`` without the ground that it gives before it says its matter, if it can be."""
    grounds = [] if _STAYS.match(text) else [*_GROUND.finditer(text)]
    last = next((m for m in reversed(grounds) if not is_open(text[: m.end()])), None)
    rest = text[last.end() :] if last else ""
    topic = _TOPIC.match(text)
    for head in (topic[0] if topic else "", ""):
        if _says(head, rest) and _is_part(text, head + rest):
            return head + rest
    return text


def _says(head: str, rest: str) -> bool:
    """Tell whether what follows the ground says what is done, or of what something holds.

    The topic that opens the sentence, its ``head``, is of what has no other.
    """
    if width(rest) < _LEAST or _POINTS.search(rest):
        return False
    if head:
        return not spoken(rest)
    return bool(spoken(rest)) or any(
        w.pos == "助詞" and w.surface in ("を", "に") for w in words(rest)
    )


def _is_part(whole: str, said: str) -> bool:
    return guard.is_part(whole, said) and not unsupported(said, whole)
