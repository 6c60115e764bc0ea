"""An assistant makes a briefing with the package's own client, and gets no further than that."""

import asyncio
import base64
import io
import os
import random
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from mcp import Client, StdioServerParameters
from mcp_types import CallToolResult
from PIL import Image
from pptx import Presentation
from watched import HOOK, ROOT, outside

from shiryo.cli import main
from shiryo.diagnostics import Failed
from shiryo.mcp.folder import Folder
from shiryo.mcp.paths import settled
from shiryo.mcp.server import Server

ARTICLE = """\
# 図書館の開館時間が変わります

## なぜ変えるのか

夜も使いたいという声が、利用者の3割から寄せられていた。そこで市は、平日の夜に開くことを決めた。

## どう変わるのか

- 平日は20時まで開く
- 土日は18時まで開く
"""
OUTLINE = """\
# 課長が確かめた
shiryo: 1
title: 開館時間
sections:
  - id: a  # 平日の話
    title: 平日
    message: 夜も開く
"""
Do = Callable[[Client], Awaitable[None]]


def run(folder: Path, do: Do) -> None:
    """Run ``do`` with a client of a server of ``folder``, in this process."""

    async def whole() -> None:
        async with Client(Server(Folder.of(str(folder)))) as client:
            await do(client)

    asyncio.run(whole())


def server(folder: Path, cwd: Path | None = None) -> StdioServerParameters:
    """Return how a client starts a server of ``folder``."""
    return StdioServerParameters(
        command=sys.executable,
        args=["-P", "-m", "shiryo", "mcp", str(folder)],
        env={"PYTHONPATH": str(ROOT / "src")},
        cwd=cwd,
    )


async def told(client: Client, tool: str, **arguments: Any) -> dict[str, Any]:
    """Return what a tool answers; it has to be no error."""
    made = await client.call_tool(tool, arguments)
    assert not made.is_error, text_of(made)
    assert made.structured_content is not None
    return made.structured_content


async def refused(client: Client, tool: str, **arguments: Any) -> str:
    """Return why a tool refuses, which has to say what to do, and by no option of a command."""
    made = await client.call_tool(tool, arguments)
    assert made.is_error, text_of(made)
    said = text_of(made)
    assert "→" in said
    assert "Traceback" not in said
    assert "--" not in said
    return said


def text_of(made: CallToolResult) -> str:
    return "\n".join(part.text for part in made.content if part.type == "text")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "資料 の場所"
    made.mkdir()
    return made


def outline(folder: Path, text: str = OUTLINE) -> Path:
    path = folder / "a.yaml"
    path.write_bytes(text.encode())
    return path


def test_an_assistant_makes_a_whole_briefing_and_reaches_nothing_else(
    folder: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    log = home / "log"
    opened = f"import os; LOG = os.open({str(log)!r}, os.O_CREAT | os.O_APPEND | os.O_WRONLY)\n"
    watched = StdioServerParameters(
        command=sys.executable,
        args=["-P", "-c", opened + HOOK.replace("PIPE", "LOG"), "mcp", str(folder)],
        env={"PYTHONPATH": str(ROOT / "src"), "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=home,
    )

    async def whole() -> None:
        async with Client(watched) as client:
            await briefing(client)

    async def briefing(client: Client) -> None:
        made = await told(client, "draft_outline", article="記事/hours.md", text=ARTICLE)
        name = made["outline"]
        assert (folder / "記事/hours.md").read_text("utf-8") == ARTICLE
        (folder / name).write_text(f"# 課長が確かめた\n{(folder / name).read_text('utf-8')}")
        checked = await told(client, "check_outline", outline=name)
        assert not checked["errors"]
        lines = await told(client, "read_article", article="記事/hours.md", first=5, last=5)
        assert lines["text"].startswith("5: 夜も使いたいという声が、利用者の3割")
        read = await told(client, "read_outline", outline=name)
        first = read["sections"][0]
        change = {"op": "put", "path": ["sections", first["id"], "title"], "value": "変える理由"}
        wrong = {
            "op": "insert",
            "path": ["sections", 0, "blocks"],
            "index": 0,
            "value": {"bullets": [{"text": "利用者の4割が望む", "from": ["L5"]}]},
        }
        edited = await told(
            client, "edit_outline", outline=name, digest=read["digest"], operations=[change, wrong]
        )
        assert "+    title: 変える理由" in edited["diff"]
        checked = await told(client, "check_outline", outline=name)
        found = [
            p for p in checked["problems"] if p["severity"] == "warning" and "4割" in p["message"]
        ]
        assert found[0]["path"][:4] == ["sections", 0, "blocks", 0]
        mended = {
            "op": "put",
            "path": [*found[0]["path"][:6], "text"],
            "value": "利用者の3割が望む",
        }
        edited = await told(
            client, "edit_outline", outline=name, digest=edited["digest"], operations=[mended]
        )
        checked = await told(client, "check_outline", outline=name)
        assert not [p for p in checked["problems"] if "割" in p["message"]]
        built = await told(client, "build", outline=name)
        assert "変える理由" in built["slides"]
        page = built["slides"].index("変える理由") + 1
        for of, number in (("deck", page), ("handout", 1)):
            shown = await client.call_tool("picture", {"outline": name, "of": of, "number": number})
            assert shown.content[0].type == "image"
            with Image.open(io.BytesIO(base64.b64decode(shown.content[0].data))) as picture:
                assert (picture.format, picture.width) == ("PNG", 1280)
        listed = await told(client, "list_files")
        assert {(f["path"], f["kind"]) for f in listed["files"]} == {
            ("記事/hours.md", "article"),
            ("記事/hours.yaml", "outline"),
            ("記事/hours.pptx", "output"),
            ("記事/hours.pdf", "output"),
        }

    asyncio.run(whole())
    assert (folder / "記事/hours.yaml").read_text("utf-8").startswith("# 課長が確かめた\n")
    slides = Presentation(str(folder / "記事/hours.pptx")).slides
    texts = "".join(s.text_frame.text for p in slides for s in p.shapes if s.has_text_frame)
    assert "変える理由" in texts
    assert "利用者の3割が望む" in texts
    assert CliRunner().invoke(main, ["check", str(folder / "記事/hours.yaml")]).exit_code == 0
    reached = outside(log.read_bytes().splitlines(), folder, str(home))
    # an event loop wakes itself through a pair of sockets that nobody else has
    assert [one for one in reached if one[0] != "socket.__new__"] == []


def test_nothing_outside_of_the_folder_is_read_or_written(folder: Path, tmp_path: Path) -> None:
    away = tmp_path / "away"
    away.mkdir()
    (away / "secret.md").write_text(ARTICLE, "utf-8")
    (away / "a.yaml").write_text(OUTLINE, "utf-8")
    (folder / "link.md").symlink_to(away / "secret.md")
    (folder / "link.yaml").symlink_to(away / "a.yaml")
    (folder / "links").symlink_to(away)
    (folder / ".hidden").mkdir()
    before = {p.name: p.read_bytes() for p in away.iterdir()}

    async def do(client: Client) -> None:
        for name in (
            "../away/secret.md", str(away / "secret.md"), "link.md", "links/secret.md",
            "links/../../away/secret.md", ".hidden/a.md", ".hidden", "a\0b.md", "x" * 5000,
        ):  # fmt: skip
            assert "[mcp." in await refused(client, "read_article", article=name) or len(name) > 99
            await refused(client, "draft_outline", article=name, text="# 題\n\n夜も開く。")
        for name in ("../away/a.yaml", str(away / "a.yaml"), "link.yaml", "links/a.yaml"):
            for tool, more in (
                ("read_outline", {}),
                ("check_outline", {}),
                ("build", {}),
                ("picture", {}),
                ("edit_outline", {"digest": "", "operations": []}),
                ("replace_text", {"digest": "", "old": "夜", "new": "朝"}),
                ("mend_outline", {"digest": "", "code": "outline.yaml-tab", "line": 1}),
            ):
                assert "[mcp.outside]" in await refused(client, tool, outline=name, **more)
        outline(folder)
        assert "[mcp.outside]" in await refused(client, "build", outline="a.yaml", to="../away")
        assert "[mcp.outside]" in await refused(client, "build", outline="a.yaml", to="links")
        assert "[mcp.outside]" in await refused(
            client, "draft_outline", article="b.md", text=ARTICLE, outline="../away/b.yaml"
        )
        files = (await told(client, "list_files"))["files"]
        assert [one["path"] for one in files] == ["a.yaml"]

    run(folder, do)
    assert {p.name: p.read_bytes() for p in away.iterdir()} == before


def test_an_outline_reads_no_further_even_where_its_person_may(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "away.md").write_text(ARTICLE, "utf-8")
    made = ["outline", str(tmp_path / "away.md"), "-o", str(folder / "away.yaml")]
    assert CliRunner().invoke(main, made).exit_code == 0  # and remembers that it may
    assert CliRunner().invoke(main, ["check", str(folder / "away.yaml")]).exit_code == 0
    outline(folder, OUTLINE + "    blocks:\n      - image: {file: ../night.png, caption: 夜}\n")
    (tmp_path / "night.png").write_bytes(b"")

    async def do(client: Client) -> None:
        assert "[mcp.outside]" in await refused(client, "build", outline="away.yaml")
        assert "[mcp.outside]" in await refused(client, "picture", outline="away.yaml")
        checked = await told(client, "check_outline", outline="away.yaml")
        assert [one["code"] for one in checked["problems"]] == ["mcp.outside"]
        assert "[files.out-of-reach]" in await refused(client, "build", outline="a.yaml")

    run(folder, do)


def test_what_a_person_edited_meanwhile_stays(folder: Path) -> None:
    path = outline(folder)

    async def do(client: Client) -> None:
        digest = (await told(client, "read_outline", outline="a.yaml"))["digest"]
        path.write_text(OUTLINE.replace("夜も開く", "夜9時まで開く"), "utf-8")
        change = {"op": "put", "path": ["title"], "value": "別の題"}
        for tool, more in (
            ("edit_outline", {"operations": [change]}),
            ("replace_text", {"old": "平日\n", "new": "休日\n"}),
            ("mend_outline", {"code": "outline.yaml-tab", "line": 1}),
        ):
            said = await refused(client, tool, outline="a.yaml", digest=digest, **more)
            assert "[mcp.stale]" in said
        assert path.read_text("utf-8") == OUTLINE.replace("夜も開く", "夜9時まで開く")
        digest = (await told(client, "read_outline", outline="a.yaml"))["digest"]
        await told(client, "edit_outline", outline="a.yaml", digest=digest, operations=[change])
        await told(client, "build", outline="a.yaml", want=["deck"])
        (folder / "a.pptx").write_bytes(b"mine")
        said = await refused(client, "build", outline="a.yaml", want=["deck"])
        assert "[files.edited]" in said
        await told(client, "build", outline="a.yaml", want=["deck"], to="out")

    run(folder, do)
    assert (folder / "a.pptx").read_bytes() == b"mine"
    assert (folder / "out/a.pptx").read_bytes()[:2] == b"PK"
    assert "別の題" in path.read_text("utf-8")
    assert "夜9時まで開く" in path.read_text("utf-8")


def test_articles_and_outlines_that_are_there_are_not_written_over(folder: Path) -> None:
    path = outline(folder)
    (folder / "a.md").write_text(ARTICLE, "utf-8")

    async def do(client: Client) -> None:
        assert "[files.exists]" in await refused(client, "draft_outline", article="a.md")
        other = {"article": "a.md", "text": "# 別の記事\n\n朝も開く。", "outline": "b.yaml"}
        assert "[files.exists]" in await refused(client, "draft_outline", **other)
        assert "[mcp.no-text]" in await refused(
            client, "draft_outline", article="c.docx", text=ARTICLE
        )
        made = await told(client, "draft_outline", article="a.md", outline="下書き/b.yaml")
        assert made["files"] == ["下書き/b.yaml"]
        await told(client, "build", outline="下書き/b.yaml", want=["handout"], variants=["full"])

    run(folder, do)
    assert path.read_text("utf-8") == OUTLINE
    assert (folder / "a.md").read_text("utf-8") == ARTICLE
    assert not (folder / "b.yaml").exists()
    assert "file: ../a.md" in (folder / "下書き/b.yaml").read_text("utf-8")


def test_templates_are_those_of_the_folder(folder: Path, tmp_path: Path) -> None:
    for where, name in ((tmp_path, "theirs"), (folder, "ours")):
        (where / "templates" / name).mkdir(parents=True)
        (where / "templates" / name / "theme.yaml").write_text("extends: briefing\n", "utf-8")
        (folder / name).mkdir()
        (folder / name / "a.yaml").write_text(f"{OUTLINE}deck: {{template: {name}}}\n", "utf-8")

    async def whole() -> None:
        async with Client(server(folder, cwd=tmp_path)) as client:
            await told(client, "picture", outline="ours/a.yaml")
            assert "[files.no-template]" in await refused(
                client, "picture", outline="theirs/a.yaml"
            )

    asyncio.run(whole())


def test_an_edit_keeps_comments_and_is_done_whole_or_not_at_all(folder: Path) -> None:
    path = outline(folder)

    async def do(client: Client) -> None:
        digest = (await told(client, "read_outline", outline="a.yaml"))["digest"]
        good = {"op": "put", "path": ["sections", "a", "title"], "value": "平日の夜"}
        for bad, code in (
            ({"op": "put", "path": ["sections", "a", "mesage"], "value": "朝"}, "mcp.breaks"),
            ({"op": "remove", "path": ["sections", "b"]}, "mcp.unfit"),
            ({"op": "put", "path": ["sections", "a", "id"], "value": {"x": 1}}, "mcp.breaks"),
            ({"op": "put", "path": ["shiryo"]}, "mcp.bad-operation"),
            ({"op": "remove", "path": ["shiryo"]}, "mcp.no-outline"),
            ({"op": "move", "path": ["sections", 0]}, "mcp.bad-operation"),
            ({"op": "swap", "path": []}, "mcp.bad-arguments"),
            ({"op": "put", "path": ["title"], "value": "x" * 5_000_001}, "files.too-large"),
        ):
            said = await refused(
                client, "edit_outline", outline="a.yaml", digest=digest, operations=[good, bad]
            )
            assert f"[{code}]" in said
            assert path.read_text("utf-8") == OUTLINE
        many = [good] * 201
        await refused(client, "edit_outline", outline="a.yaml", digest=digest, operations=many)
        put = {
            "op": "insert",
            "path": ["sections"],
            "index": 1,
            "value": {"id": "b", "title": "休日"},
        }
        operations = [
            good,
            put,
            {"op": "move", "path": ["sections", "b"], "to": ["sections"], "index": 0},
        ]
        await told(client, "edit_outline", outline="a.yaml", digest=digest, operations=operations)
        read = await told(client, "read_outline", outline="a.yaml", part=["sections", "a"])
        assert "title: 平日の夜" in read["text"]
        assert read["part"] == ["sections", 1]

    run(folder, do)
    assert "# 課長が確かめた\n" in path.read_text("utf-8")
    assert "- id: a  # 平日の話\n" in path.read_text("utf-8")


def test_a_broken_outline_is_told_and_can_be_mended(folder: Path) -> None:
    path = outline(folder, OUTLINE.replace("message: 夜も開く", "message: 夜: 20時まで"))

    async def do(client: Client) -> None:
        read = await told(client, "read_outline", outline="a.yaml")
        checked = await told(client, "check_outline", outline="a.yaml")
        assert checked["errors"] == 1
        problem = checked["problems"][0]
        assert problem == read["problems"][0]
        assert (problem["line"], problem["mends"]) == (7, True)
        asked = {"outline": "a.yaml", "digest": read["digest"]}
        said = await refused(client, "edit_outline", **asked, operations=[])
        assert "[mcp.no-yaml]" in said
        assert f"a.yaml:7: エラー: {problem['message']}" in said
        await refused(client, "build", outline="a.yaml")
        await refused(client, "replace_text", **asked, old="朝", new="夜")
        await refused(client, "replace_text", **asked, old="日", new="夜")
        await refused(client, "mend_outline", **asked, code=problem["code"], line=2)
        asked["digest"] = (
            await told(client, "mend_outline", **asked, code=problem["code"], line=7)
        )["digest"]
        await told(client, "replace_text", **asked, old="'夜: 20時まで'", new="夜も開く")
        assert not (await told(client, "check_outline", outline="a.yaml"))["errors"]

    run(folder, do)
    assert path.read_text("utf-8") == OUTLINE


def test_other_files_are_no_outlines(folder: Path) -> None:
    (folder / "work.yml").write_text("on: push\n", "utf-8")
    (folder / "a.md").write_text(f"{OUTLINE}", "utf-8")

    async def do(client: Client) -> None:
        for name in ("work.yml", "a.md"):
            assert "[mcp.no-outline]" in await refused(client, "read_outline", outline=name)
        assert "[files.missing]" in await refused(client, "read_outline", outline="b.yaml")
        assert "[mcp.no-outline]" in await refused(
            client, "draft_outline", article="b.md", text=ARTICLE, outline="b.txt"
        )

    run(folder, do)


def test_of_two_clients_the_second_is_told_that_the_first_was_there(folder: Path) -> None:
    path = outline(folder)

    async def whole() -> None:
        async with Client(server(folder), mode="legacy") as one, Client(server(folder)) as two:
            for n in range(8):
                digest = (await told(one, "read_outline", outline="a.yaml"))["digest"]

                def change(said: str, digest: str = digest) -> dict[str, Any]:
                    operations = [{"op": "put", "path": ["title"], "value": said}]
                    return {"outline": "a.yaml", "digest": digest, "operations": operations}

                answers = await asyncio.gather(
                    one.call_tool("edit_outline", change(f"一 {n}")),
                    two.call_tool("edit_outline", change(f"二 {n}")),
                )
                done = [not made.is_error for made in answers]
                assert sorted(done) == [False, True]
                assert "[mcp.stale]" in text_of(answers[done.index(False)])
                assert f"title: {'一二'[done.index(True)]} {n}\n" in path.read_text("utf-8")

    asyncio.run(whole())


def test_what_the_program_did_not_foresee_is_told_without_a_traceback(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outline(folder)
    faults: list[Exception] = []

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("shiryo.check", broken)

    async def whole() -> None:
        async with Client(Server(Folder.of(str(folder)), faults.append)) as client:
            made = await client.call_tool("check_outline", {"outline": "a.yaml"})
            assert made.is_error
            assert "[files.internal]" in text_of(made)
            assert "Traceback" not in text_of(made)
            assert "[mcp.no-tool]" in await refused(client, "nothing")
            said = await refused(client, "read_article", article="a.md", first="one")
            assert "「first」" in said

    asyncio.run(whole())
    assert [type(fault) for fault in faults] == [ZeroDivisionError]


def test_a_picture_is_no_larger_than_clients_take(folder: Path) -> None:
    noise = Image.frombytes("RGB", (1200, 700), random.Random(1).randbytes(1200 * 700 * 3))
    noise.save(folder / "noise.png")
    outline(folder, OUTLINE + "    blocks:\n      - image: {file: noise.png, alt: 砂嵐}\n")

    async def do(client: Client) -> None:
        for more, width in (({"number": 2}, 960), ({"of": "handout", "variant": "slides"}, 1280)):
            made = await client.call_tool("picture", {"outline": "a.yaml", **more})
            assert made.content[0].type == "image", text_of(made)
            assert len(made.content[0].data) < 950_000
            with Image.open(io.BytesIO(base64.b64decode(made.content[0].data))) as picture:
                assert picture.width <= width

    run(folder, do)


def test_every_tool_says_in_japanese_what_it_does_and_takes(folder: Path) -> None:
    async def do(client: Client) -> None:
        tools = (await client.list_tools()).tools
        assert len(tools) == 11
        for tool in tools:
            told = [tool.title, tool.description]
            told += [said["description"] for said in tool.input_schema["properties"].values()]
            assert all(any("ぁ" <= c <= "ヿ" for c in said or "") for said in told), tool.name
            assert "shiryo." not in str(tool.input_schema)
            assert tool.output_schema
            assert tool.annotations
            assert tool.annotations.read_only_hint == (
                tool.name.startswith(("read", "list", "check", "outline")) or tool.name == "picture"
            )

    run(folder, do)


def test_the_schema_of_a_kind_is_whole_and_says_no_more(folder: Path) -> None:
    async def do(client: Client) -> None:
        kinds = (await told(client, "outline_schema"))["kinds"]
        assert {"outline", "section", "bullets", "chart"} <= set(kinds)
        for kind in kinds:
            schema = (await told(client, "outline_schema", kind=kind))["json_schema"]
            referred = {
                r.partition('"')[0] for r in str(schema).replace("'", '"').split("#/$defs/")[1:]
            }
            assert referred <= set(schema["$defs"])
            assert not [name for name in schema["$defs"] if name.endswith("Block")]
        assert "bullets" in await refused(client, "outline_schema", kind="bulets")

    run(folder, do)


@pytest.mark.parametrize(
    ("said", "path"),
    [
        (["sections", "b", "title"], ("sections", 1, "title")),
        (["sections", "1", "title"], ("sections", 1, "title")),
        (["sections", 1], ("sections", 1)),
        (["sections", "7", "id"], ("sections", 0, "id")),
        (["sections", "c"], ("sections", "c")),
        (["variables", "1"], ("variables", "1")),
        (["nothing", "1", 2], ("nothing", "1", 2)),
    ],
)
def test_an_item_is_told_by_its_id_or_its_number(said: list[str | int], path: Any) -> None:
    value = {"sections": [{"id": "7"}, {"id": "b"}], "variables": {"1": "x"}}
    assert settled(value, said) == path


def test_the_command_says_what_it_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = CliRunner().invoke(main, ["mcp", str(tmp_path / "none")])
    assert (said.exit_code, "[mcp.no-folder]" in said.stderr) == (2, True)
    monkeypatch.setitem(sys.modules, "mcp", None)
    said = CliRunner().invoke(main, ["mcp", str(tmp_path)])
    assert (said.exit_code, "[mcp.not-installed]" in said.stderr) == (2, True)


def test_a_server_ends_with_its_input_and_with_a_signal(folder: Path) -> None:
    command = [sys.executable, "-P", "-m", "shiryo", "mcp", str(folder)]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, env=env, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    with subprocess.Popen(
        command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b'{"jsonrpc": "2.0", "id": 1, "method": "ping"}\n')
        process.stdin.flush()
        assert b'"id":1' in process.stdout.readline()
        process.send_signal(signal.SIGTERM)  # SIGINT is ignored where tests run in the background
        assert process.wait(20) == 143


def test_a_folder_is_needed(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"")
    with pytest.raises(Failed):
        Folder.of(str(file))
