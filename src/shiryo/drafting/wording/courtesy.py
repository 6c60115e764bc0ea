"""What is said to be polite to a reader, in sentences that are otherwise in the plain style.

Who does what stays as it was: 登録していただく is 登録する of the same person, ご利用いただける is
利用できる. Where the one may be told apart from the other (していただいた), it stays.
"""

from shiryo import lazy_re as re

_RECEIVES = "(?:いただ|頂|戴)"
_SAID = (
    (
        re.compile(
            r"(?:大変|誠に|たいへん)?(?:申し?訳(?:ない|ありません|ございません)|お手数(?:だ|です|をお?かけ[^、。]{0,6}))"
            r"(?:の?です|の?だ)?(?:が|けれども?)、"
        ),
        "",
    ),
    (re.compile(rf"(?<=[一-龠ァ-ヴー])させて{_RECEIVES}い(?=て|た)"), "し"),
    (re.compile(rf"(?<=[一-龠ァ-ヴー])させて{_RECEIVES}く"), "する"),
    (
        re.compile(
            rf"ご?([一-龠]{{2,4}}|[ァ-ヴー]{{3,12}})して{_RECEIVES}く(?=必要|こと[がは]|場合)"
        ),
        r"\1する",
    ),
    (re.compile(rf"ご([一-龠]{{2,4}}){_RECEIVES}け(?=る|ない|た|ま|ば)"), r"\1でき"),
    (re.compile(rf"ご([一-龠]{{2,4}}){_RECEIVES}く(?=必要|こと[がは]|場合|に[は、])"), r"\1する"),
)


def without_courtesy(text: str) -> str:
    """Return a sentence without what is only polite in it."""
    for pattern, wording in _SAID:
        text = pattern.sub(wording, text)
    return text
