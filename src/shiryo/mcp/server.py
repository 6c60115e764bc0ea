"""The tools, named and described to a client, and what goes wrong with them as words."""

import base64
import inspect
from collections.abc import Callable
from typing import Annotated, Any, get_args, get_type_hints

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult, ImageContent, TextContent, ToolAnnotations
from pydantic import Field, ValidationError

from shiryo import __version__
from shiryo.diagnostics import Diagnostic, Failed, diagnose
from shiryo.mcp import answers, editing, making, reading
from shiryo.mcp.folder import Folder
from shiryo.messages import entries, wording
from shiryo.workspace.files import of_error

Tool = Callable[..., Any]
Fault = Callable[[Exception], None]


_READS: tuple[Tool, ...] = (
    reading.list_files, reading.read_article, reading.read_outline, reading.outline_schema,
    reading.check_outline, making.picture,
)  # fmt: skip
_WRITES: tuple[Tool, ...] = (
    making.draft_outline, editing.edit_outline, editing.replace_text, editing.mend_outline,
    making.build,
)  # fmt: skip


class Server(MCPServer):
    """The tools of a folder; wrong arguments and names are told in our words, too."""

    def __init__(self, folder: Folder, fault: Fault = lambda _error: None) -> None:
        """Serve ``folder``; ``fault`` is told what no tool foresaw, beside the client."""
        super().__init__(
            "shiryo",
            instructions=wording("mcp.instructions"),
            version=__version__,
            log_level="CRITICAL",
            subscriptions=False,
        )
        self._folder = folder
        for tool in (*_READS, *_WRITES):
            name = tool.__name__
            self.add_tool(
                _told(tool, folder, fault),
                name=name,
                title=wording(f"mcp.titles.{name}"),
                description=wording(f"mcp.tools.{name}"),
                annotations=ToolAnnotations(
                    read_only_hint=tool in _READS, destructive_hint=False, open_world_hint=False
                ),
            )

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Any = None) -> Any:
        """Call a tool; what is no tool and no argument of one is an error of the tool."""
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            return _failed((_of_client(name, error),), self._folder)


def _of_client(name: str, error: ToolError) -> Diagnostic:
    """Return what a client asked for wrongly."""
    if isinstance(error.__cause__, ValidationError):
        first = error.__cause__.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        return diagnose("mcp.bad-arguments", name=where, reason=first["msg"])
    known = "・".join(tool.__name__ for tool in (*_READS, *_WRITES))
    return diagnose("mcp.no-tool", name=name, known=known)


def _told(tool: Tool, folder: Folder, fault: Fault) -> Tool:
    """Return a tool as a client has it: without its folder, described, its errors as answers."""

    def call(**arguments: Any) -> Any:
        try:
            made = tool(folder, **arguments)
        except Failed as failure:
            return _failed(failure.diagnostics, folder)
        except Exception as error:
            fault(error)
            return _failed((of_error(error),), folder)
        return _pictured(*made) if isinstance(made, tuple) else _answer(made)

    hints = get_type_hints(tool, include_extras=True)
    parameters = [
        given.replace(
            annotation=Annotated[hints[name], Field(description=_described(tool, name))],
            kind=inspect.Parameter.KEYWORD_ONLY,
        )
        for name, given in list(inspect.signature(tool).parameters.items())[1:]
    ]
    model = next(iter(get_args(hints["return"])), hints["return"])  # a picture comes with bytes
    returned = Annotated[CallToolResult, model]
    signature = inspect.Signature(parameters, return_annotation=returned)
    call.__signature__ = signature  # type: ignore[attr-defined]
    return call


def _described(tool: Tool, argument: str) -> str:
    said = entries("mcp")["arguments"]
    return str(said.get(tool.__name__, {}).get(argument, said[argument]))


def _answer(made: answers.Answer) -> CallToolResult:
    """Return an answer as data and, for clients that do not know such, as text of it."""
    return CallToolResult(
        content=[TextContent(text=made.model_dump_json(exclude_defaults=True))],
        structured_content=made.model_dump(mode="json", exclude_defaults=True),
    )


def _pictured(made: answers.Picture, png: bytes) -> CallToolResult:
    """Return a page as a picture, and in words which it is."""
    name = wording(f"mcp.said.{made.of}")
    said = wording("mcp.said.picture", path=made.outline, name=name, **made.model_dump())
    return CallToolResult(
        content=[
            ImageContent(data=base64.b64encode(png).decode(), mime_type="image/png"),
            TextContent(text=said),
        ],
        structured_content=made.model_dump(mode="json"),
    )


def _failed(found: tuple[Diagnostic, ...], folder: Folder) -> CallToolResult:
    """Return an answer that says what went wrong, and what to do about it."""
    made = answers.problems(found, folder)
    return CallToolResult(
        content=[TextContent(text="\n".join(map(_text, made.problems)))],
        structured_content=made.model_dump(mode="json"),
        is_error=True,
    )


def _text(problem: answers.Problem) -> str:
    file = f"{problem.file}:{problem.line}" if problem.line else problem.file
    place = wording("mcp.said.place", file=file) if problem.file else ""
    severity = wording(f"cli.severity.{problem.severity}")
    said = {"place": place, "severity": severity, "message": problem.message, "code": problem.code}
    remedy = wording("mcp.said.hint", hint=problem.hint) if problem.hint else ""
    return "\n".join(filter(None, (wording("mcp.said.problem", **said), remedy)))
