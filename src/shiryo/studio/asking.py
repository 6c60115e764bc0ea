"""What a tab asks: each question a function of the session, with an answer as JSON."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from importlib.resources import files as resources
from typing import Any, TypeAlias

import shiryo
from shiryo import limits
from shiryo.diagnostics import Failed, Path
from shiryo.drafting.unused import unused
from shiryo.outline import yaml
from shiryo.outline.editing import Unfit, apply, difference, free_id, ids, operation
from shiryo.outline.language import complete, path_at
from shiryo.outline.remedies import mended
from shiryo.studio.document import Units
from shiryo.studio.session import Session
from shiryo.workspace import on_disk

Answer: TypeAlias = dict[str, Any]
Question: TypeAlias = Callable[[Session, Mapping[str, Any]], Awaitable[Answer]]
_ASKED: dict[str, Question] = {}


def _question(function: Question) -> Question:
    _ASKED[function.__name__.strip("_")] = function
    return function


async def answer(session: Session, asked: Mapping[str, Any]) -> Answer:
    """Return the answer to ``asked``, or why there is none."""
    question = _ASKED.get(str(asked.get("what")))
    if question is None:
        return {"refused": "unknown"}
    try:
        return await question(session, asked)
    except Unfit:
        return {"refused": "unfit"}
    except Failed as failure:
        first = failure.diagnostics[0]
        return {"refused": "failed", "message": first.message, "hint": first.hint}
    except (KeyError, TypeError, ValueError, IndexError):
        return {"refused": "malformed"}


@_question
async def _complete(session: Session, asked: Mapping[str, Any]) -> Answer:
    """Return what may stand at a place, and where the word begins that is typed."""
    text = session.text
    offset = Units(text).point(asked["at"])
    line = text.count("\n", 0, offset) + 1
    start = text.rfind("\n", 0, offset) + 1
    named = {"template": list(shiryo.templates(_folder(session)))}
    begin, found = complete(text, line, offset - start + 1, named)
    options = [{"label": c.label, "type": c.kind, "info": c.info} for c in found]
    return {"from": Units(text).unit(start + begin - 1), "options": options}


@_question
async def _where(session: Session, asked: Mapping[str, Any]) -> Answer:
    """Return where the value of a path stands, or the nearest around it."""
    source, path = session.source, _path(asked["path"])
    while path and path not in source.places.values:
        path = path[:-1]
    start, end = source.extent(path)
    head = source.key(path)[0] if path in source.places.keys else start
    units = Units(source.text)
    return {
        "path": path,
        "from": units.unit(start),
        "to": units.unit(end),
        "head": units.unit(head),
    }


@_question
async def _at(session: Session, asked: Mapping[str, Any]) -> Answer:
    """Return what stands at a place."""
    source = session.source
    return {"path": path_at(source.places, *source.place(Units(source.text).point(asked["at"])))}


@_question
async def _edit(session: Session, asked: Mapping[str, Any]) -> Answer:
    """Return the one change of the text that operations come to; nothing is done yet."""
    return _change(session, apply(session.text, [operation(one) for one in asked["ops"]]))


@_question
async def _new_id(session: Session, asked: Mapping[str, Any]) -> Answer:
    """Return an id that nothing has."""
    return {"id": free_id(str(asked["name"]), set(ids(session.source.value)))}


@_question
async def _save(session: Session, asked: Mapping[str, Any]) -> Answer:
    await session.save(force=bool(asked.get("force")))
    return {"state": session.state}


@_question
async def _reload(session: Session, _asked: Mapping[str, Any]) -> Answer:
    """Return the change to what is on the disk now, which counts as saved."""
    return _change(session, await session.reload())


@_question
async def _left(session: Session, _asked: Mapping[str, Any]) -> Answer:
    """Return the change to what was typed before and not saved; it is kept until `drop_left`."""
    return _change(session, session.left[0].text)


@_question
async def _drop_left(session: Session, _asked: Mapping[str, Any]) -> Answer:
    await session.drop_left()
    return {}


@_question
async def _other(session: Session, _asked: Mapping[str, Any]) -> Answer:
    """Return the text that the tab's is to be compared with: what was left, else what is saved."""
    if session.left:
        return {"text": session.left[0].text}
    return {"text": (await asyncio.to_thread(on_disk.read, session.path)).text}


@_question
async def _article(session: Session, _asked: Mapping[str, Any]) -> Answer:
    """Return the lines of the article, and its sentences that nothing uses."""
    article = session.builder.article
    if article is None:
        return {"lines": None, "unused": []}

    def found() -> list[Answer]:
        try:
            outline = yaml.load(session.text, session.path)[0].outline
        except Failed:
            return []
        return [{"text": one.text, "from": list(one.from_)} for one in unused(article, outline)]

    left = await asyncio.to_thread(found)
    return {
        "file": article.file,
        "title": article.title,
        "lines": list(article.lines),
        "unused": left,
    }


@_question
async def _redraft(session: Session, asked: Mapping[str, Any]) -> Answer:
    """Return the change to a new draft of the article, of about so many slides."""
    article, slides = session.builder.article, int(asked["slides"])
    outline = yaml.load(session.text, session.path)[0].outline
    if article is None or outline.source is None or not 0 <= slides <= limits.DRAFT_LENGTH:
        return {"refused": "malformed"}
    style, name = outline.draft.style, outline.source.file
    made, _ = await asyncio.to_thread(
        lambda: shiryo.draft(article, name, slides=slides, style=style)
    )
    return _change(session, shiryo.dump(made))


@_question
async def _become(session: Session, asked: Mapping[str, Any]) -> Answer:
    """Return the change to another text."""
    return _change(session, str(asked["text"]))


@_question
async def _blank(session: Session, _asked: Mapping[str, Any]) -> Answer:
    """Return the change to an outline to begin with where there is no article."""
    return _change(session, resources("shiryo.outline").joinpath("new.yaml").read_text("utf-8"))


@_question
async def _templates(session: Session, _asked: Mapping[str, Any]) -> Answer:
    """Return the names of the templates that there are."""
    return {"names": list(shiryo.templates(_folder(session)))}


@_question
async def _remedy(session: Session, asked: Mapping[str, Any]) -> Answer:
    """Return the change that surely mends a problem; nothing where none does."""
    made = mended(session.text, str(asked["code"]), int(asked["line"]))
    return _change(session, made) if made else {}


def _change(session: Session, text: str) -> Answer:
    """Return how the text becomes another, in units of UTF-16."""
    splice, units = difference(session.text, text), Units(session.text)
    if len(text.encode()) > limits.OUTLINE_BYTES:
        raise ValueError("too long")
    changes = {"from": units.unit(splice.start), "to": units.unit(splice.end), "insert": splice.new}
    return {"changes": changes, "version": session.document.version}


def _path(said: Any) -> Path:
    if not isinstance(said, list) or not all(type(part) in {str, int} for part in said):
        raise ValueError("no path")
    return tuple(said)


def _folder(session: Session) -> Any:
    from pathlib import Path as FilePath

    return FilePath(session.path).parent
