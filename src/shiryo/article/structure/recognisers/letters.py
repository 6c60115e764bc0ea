"""The rest of a letter that is no text of it: its greeting, and at its foot who signs it."""

from shiryo import lazy_re as re
from shiryo.article.model import Kind
from shiryo.article.structure.lines import Shape
from shiryo.article.structure.masthead import Role, issued, role
from shiryo.article.structure.recognisers.heads import REACH, Said, told
from shiryo.article.structure.sheet import Sheet

_GREETING = 2
"""Paragraphs of a greeting at most."""
_SIGNS = (Role.ORGANIZATION, Role.PERSON, Role.DATE, Role.CLOSING)
_ISSUES = re.compile(
    r"更新|改[定訂正]|発行|公[開表]|作成|掲載|投稿|配信|updated|published|posted", re.I
)
_PARTY = re.compile(r"[甲乙丙丁](?= |:|\()")


def claim_signature(sheet: Sheet) -> None:
    """Claim who signs a letter at its foot, and the lone lines that say when it was changed."""
    run: list[Said] = []
    for line in reversed(sheet.full()):
        found = role(line) if sheet.free(line) else None
        if found not in _SIGNS or len(run) >= REACH:
            break
        run.append((line, found))
    run.reverse()
    run = _parties(sheet) or run
    roles = {found for _, found in run}
    signs = roles & {Role.ORGANIZATION, Role.PERSON}
    if not signs or len(roles) == 1:
        run = [(line, found) for line, found in run if found is Role.CLOSING]
    changed = [
        (line, Role.DATE)
        for line in sheet.open()
        if _ISSUES.search(line.text) and issued(line.text) is not None
    ]
    changed += [(line, Role.CLOSING) for line in sheet.open() if line.text == "記"]
    sheet.head = told(changed, told(run, sheet.head))
    for line, _ in (*run, *changed):
        sheet.claim(Kind.MASTHEAD, line)


def claim_greeting(sheet: Sheet) -> None:
    """Claim what a letter says before it comes to the matter (さて、…)."""
    heads = [b for b in sheet.blocks if b.kind is Kind.MASTHEAD]
    after = [b for b in sheet.blocks if heads and b.first > heads[0].first]
    said = [b for b in after if b.kind is not Kind.MASTHEAD and b.level != 1][: _GREETING + 1]
    matter = next((at for at, b in enumerate(said) if b.text.startswith("さて")), 0)
    if all(block.kind is Kind.PARAGRAPH for block in said[:matter]):
        for block in said[:matter]:
            first, last = (sheet.lines[n - 1] for n in (block.first, block.last))
            sheet.claim(Kind.MASTHEAD, first, last, block.text)


def _parties(sheet: Sheet) -> list[Said]:
    """Return the day and the parties that a contract ends with: no line of them is a sentence."""
    foot = list[Said]()
    for line in reversed(sheet.full()[-REACH:]):
        found = role(line) if sheet.free(line) else None
        if not sheet.free(line) or line.shape is not Shape.SHORT:
            return []
        foot.append((line, found))
        if found is Role.DATE:
            break
    named = {found for _, found in foot} >= {Role.DATE} and any(
        _PARTY.match(line.text) for line, _ in foot
    )
    return [(line, found or Role.PERSON) for line, found in reversed(foot)] if named else []
