"""Languages in a line: which stretches of Japanese text are English without a doubt.

A screen reader of Japanese reads names and abbreviations as Japanese speakers say them. It should
change its voice for whole phrases only, and only where their words leave no choice of language.
"""

from collections.abc import Iterator

from shiryo import lazy_re as re

ENGLISH = "en"
_PHRASE = re.compile(
    r"(?<![A-Za-z'’-])['’-]*+(?P<phrase>[A-Za-z][A-Za-z'’-]*+(?:[,;:]? [A-Za-z][A-Za-z'’-]*+)+)"
)
_ENGLISH_ALONE = frozenset("the of and for to with is are by from which that this".split())  # noqa: SIM905


def tongues(text: str) -> Iterator[tuple[str, str]]:
    """Yield the stretches of ``text`` and the language of each; "" for that of the document."""
    at = 0
    for match in _PHRASE.finditer(text):
        phrase, start = match["phrase"], match.start("phrase")
        if _ENGLISH_ALONE & set(phrase.lower().split()):
            if start > at:
                yield text[at:start], ""
            yield phrase, ENGLISH
            at = match.end()
    if at < len(text) or not text:
        yield text[at:], ""
