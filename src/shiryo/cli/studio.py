"""``shiryo studio``: an outline, edited in the browser."""

from importlib.util import find_spec
from pathlib import Path

import click

from shiryo import limits
from shiryo.cli.show import Show, command
from shiryo.diagnostics import Failed, diagnose
from shiryo.messages import wording
from shiryo.workspace.files import STDIO, read_bytes
from shiryo.workspace.reach import root_option

_OUTLINES = {".yaml", ".yml"}
_NEW = "briefing.yaml"
"""What an outline is called that is begun in the browser."""


@click.command(help=wording("commands.studio"))
@click.argument("file", metavar="[OUTLINE|ARTICLE]", required=False)
@click.option("--port", metavar="N", default="0", help=wording("cli.port"))
@click.option("--no-open", is_flag=True, help=wording("cli.no-open"))
@root_option
@command
def studio(show: Show, file: str | None, port: str, no_open: bool, roots: tuple[str, ...]) -> None:
    """Edit an outline in the browser."""
    if not all(find_spec(name) for name in ("starlette", "uvicorn", "websockets")):
        raise Failed(diagnose("studio.not-installed"))
    if file == STDIO:
        raise Failed(diagnose("studio.stdin"))
    if not port.isdecimal() or int(port) > 65535:
        raise Failed(diagnose("studio.port", port=port))
    from shiryo.studio.serve import serve
    from shiryo.studio.session import Session

    path, text = _begun(show, file)
    session = Session(path, roots, text)
    show.say(wording("cli.said.studio", path=path))
    serve(session, int(port), click.echo, opens=not no_open)


def _begun(show: Show, file: str | None) -> tuple[str, str | None]:
    """Return the outline to edit, and what it says where that is not on the disk yet."""
    if file is None:
        return str(_free(Path(_NEW))), None
    if Path(file).suffix.lower() in _OUTLINES:
        read_bytes(file, limits.OUTLINE_BYTES)  # raises where there is none
        return file, None
    import shiryo
    from shiryo.cli.making import seen_from
    from shiryo.studio.files import draft, remembered

    data = read_bytes(file, limits.ARTICLE_BYTES)
    article, doubts = shiryo.read(file, data)
    show.diagnostics(doubts)
    path = str(_free(Path(f"{Path(file).stem}.yaml")))
    text = draft(path, article, seen_from(file, path), data)
    remembered(path, file)
    return path, text


def _free(path: Path) -> Path:
    """Return a name that nothing has: that of ``path``, or it with a number."""
    numbered = (path.with_stem(f"{path.stem}-{n}") for n in range(2, 1000))
    return next(tried for tried in (path, *numbered) if not tried.exists())
