import doctest
import gc
import locale
import logging
import os
import pkgutil
import random
import signal
import subprocess
import sys
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from decimal import getcontext
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server
from wsgiref.validate import validator

import httpx
import pytest
import typed_api
from click.testing import CliRunner
from PIL import Image

import shiryo
from shiryo import api
from shiryo.cli import main

ARTICLE = """\
# 図書館の開館時間が変わります

## なぜ変えるのか

夜も使いたいという声が、利用者の3割から寄せられていた。そこで市は、平日の夜に開くことを決めた。

![夜の図書館](night.png)

## どう変わるのか

- 平日は20時まで開く
- 土日は18時まで開く
"""


def made(article: str = ARTICLE) -> str:
    """Return the outline drafted from an article, as YAML."""
    read, _ = shiryo.read("a.md", article.encode())
    return shiryo.dump(shiryo.draft(read)[0])


def built(text: str) -> shiryo.Outputs:
    article, _ = shiryo.read("a.md", ARTICLE.encode())
    return shiryo.build(shiryo.load("a.yaml", text, article=article))[0]


@pytest.mark.parametrize("module", [shiryo, api])
def test_what_the_documentation_shows_is_so(module: object):
    found = doctest.testmod(module)
    assert found.attempted
    assert not found.failed


def test_the_page_on_the_api_tells_the_truth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    page = Path(__file__).parents[1] / "docs" / "api.md"
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.md").write_text(ARTICLE, "utf-8")
    found = doctest.testfile(str(page), module_relative=False)
    assert found.attempted
    assert not found.failed
    assert {p.suffix for p in tmp_path.iterdir()} == {".md", ".yaml", ".pptx", ".pdf"}


def test_every_name_is_there_and_only_costs_where_it_is_asked_for():
    assert all(getattr(shiryo, name) for name in shiryo.__all__)
    assert set(shiryo.__all__) <= set(dir(shiryo))
    with pytest.raises(AttributeError, match="no_such"):
        getattr(shiryo, "no_such")  # noqa: B009
    alone = "import sys; before = set(sys.modules); import shiryo; print(set(sys.modules) - before)"
    said = subprocess.run([sys.executable, "-c", alone], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "{'shiryo'}"


def test_no_module_takes_the_place_of_a_function():
    modules = {found.name for found in pkgutil.iter_modules(shiryo.__path__)}
    assert not modules & set(shiryo.__all__)


def test_an_article_in_memory_becomes_the_files_that_the_commands_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    outputs = built(made())
    assert outputs.pptx
    assert outputs.pdf
    assert not list(tmp_path.iterdir())
    assert capsys.readouterr() == ("", "")
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(ARTICLE, "utf-8")
    Path("a.yaml").write_text(made(), "utf-8")
    command = ["build", "a.yaml", "--only", "deck", "--only", "handout"]
    assert CliRunner().invoke(main, command).exit_code == 0
    assert Path("a.pptx").read_bytes() == outputs.pptx
    assert Path("a.pdf").read_bytes() == outputs.pdf


def test_threads_get_what_one_gets_alone():
    def whole(n: int) -> tuple[str, bytes | None, bytes | None, int]:
        text = made(ARTICLE.replace("図書館", f"図書館{n}"))
        outputs, _ = shiryo.build(
            shiryo.load("b.yaml", text), ["deck", "handout", "previews"], variants=["onepage"]
        )
        return text, outputs.pptx, outputs.pdf, len(outputs.previews)

    alone = [whole(n) for n in range(4)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(whole, range(4))) == alone


def test_processes_get_what_one_gets_alone():
    texts = [ARTICLE.replace("図書館", f"図書館{n}").encode() for n in range(3)]
    outlines = [shiryo.draft(shiryo.read("a.md", text)[0])[0] for text in texts]
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        assert list(pool.map(shiryo.build, outlines)) == [shiryo.build(one) for one in outlines]


def test_the_process_around_is_as_it_was(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    def around() -> list[object]:
        os.umask(before := os.umask(0))
        handlers = [signal.getsignal(number) for number in signal.valid_signals()]
        return [
            Path.cwd(), dict(os.environ), handlers, before, gc.get_threshold(), gc.isenabled(),
            locale.setlocale(locale.LC_ALL), sys.getrecursionlimit(), [*sys.path], sys.stdout,
            [*logging.root.handlers], logging.root.level, random.getstate(), getcontext().prec,
            threading.active_count(), sorted(Path("/proc/self/fd").iterdir()),
        ]  # fmt: skip

    built(made())  # what is loaded once
    was = around()
    (tmp_path / "a.md").write_text(ARTICLE, "utf-8")
    outline, _ = shiryo.draft(tmp_path / "a.md")
    assert shiryo.check(outline)
    shiryo.build(outline, ["deck", "deck-pdf", "handout", "previews", "svg"])
    with pytest.raises(shiryo.Failed):
        shiryo.load("a.yaml", "{")
    assert around() == was
    assert capfd.readouterr() == ("", "")


def test_a_path_and_what_was_drafted_build_as_what_was_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "a.md").write_text(ARTICLE, "utf-8")
    text, deck = typed_api.whole(tmp_path)
    assert deck
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    loaded = shiryo.load(tmp_path / "a.yaml")
    assert shiryo.build(tmp_path / "a.yaml")[0] == shiryo.build(loaded)[0]
    assert shiryo.check(str(tmp_path / "a.yaml")) == shiryo.check(loaded)
    monkeypatch.chdir(tmp_path.parent)  # where there is no article
    outline, _ = shiryo.draft(tmp_path / "a.md", "a.md", slides=5, style="敬体")
    assert outline == loaded.outline
    assert shiryo.build(outline)[0] == shiryo.build(loaded)[0]
    codes = [found.code for found in shiryo.check(loaded)]
    assert [found.code for found in shiryo.check(outline)] == codes


def test_the_service_of_the_page_takes_articles_and_gives_decks():
    page = (Path(__file__).parents[1] / "docs" / "api.md").read_text("utf-8")
    code = page.partition("```python\n")[2].partition("```")[0]
    names: dict[str, Any] = {}
    exec(code, names)
    assert len([line for line in code.splitlines() if line.strip()]) <= 12
    with make_server("127.0.0.1", 0, validator(names["service"]), handler_class=Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}/"
        deck = httpx.post(address, content=ARTICLE.encode(), trust_env=False)
        empty = httpx.post(address, content=b"", headers={"X-File-Name": "a.pdf"}, trust_env=False)
        server.shutdown()
    outline, _ = shiryo.draft(shiryo.read("article.md", ARTICLE.encode())[0])
    assert deck.content == shiryo.build(outline)[0].pptx
    assert (empty.status_code, "本文がありません" in empty.content.decode()) == (422, True)


class Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_an_outline_reads_no_more_than_it_may(tmp_path: Path):
    (tmp_path / "a.md").write_text(ARTICLE, "utf-8")
    work = tmp_path / "work"
    work.mkdir()
    text = made().replace("file: a.md", "file: ../a.md")
    with pytest.raises(shiryo.Failed) as failed:
        shiryo.load(work / "a.yaml", text)
    assert failed.value.diagnostics[0].code == "files.out-of-reach"
    job = shiryo.load(work / "a.yaml", text, roots=[tmp_path])
    assert job.article
    assert job.article.title == "図書館の開館時間が変わります"


@pytest.mark.parametrize("whole", [True, False])
def test_the_whole_article_has_its_pictures_whenever_it_is_asked_for(tmp_path: Path, whole: bool):
    Image.new("RGB", (40, 30), "navy").save(tmp_path / "night.png")
    (tmp_path / "a.md").write_text(ARTICLE, "utf-8")
    job = shiryo.load(tmp_path / "a.yaml", made(), whole=whole)
    with_picture, _ = shiryo.build(job, ["handout"], variants=["full"])
    (tmp_path / "night.png").unlink()
    without, _ = shiryo.build(job, ["handout"], variants=["full"])
    assert with_picture.pdf
    assert without.pdf
    assert b"/Subtype /Image" in with_picture.pdf
    assert b"/Subtype /Image" not in without.pdf


def test_all_that_is_wrong_is_told_at_once():
    text = "{shiryo: 1, title: 題, sections: [{id: a, title: 節, mesage: 文}], sumary: []}"
    with pytest.raises(shiryo.Failed) as failed:
        shiryo.load("a.yaml", text)
    found = failed.value.diagnostics
    assert {d.severity for d in found} == {shiryo.Severity.ERROR}
    assert [d.code for d in found] == ["outline.unknown-key-near"] * 2


def test_what_is_no_choice_is_refused():
    article, _ = shiryo.read("a.md", ARTICLE.encode())
    job = shiryo.load("a.yaml", made(), article=article)
    for wrong in (
        lambda: shiryo.build(job, ["decks"]),  # type: ignore[list-item]
        lambda: shiryo.build(job, variants=["short"]),  # type: ignore[list-item]
        lambda: shiryo.build(job, variants=["slides"], per_page=5),
        lambda: shiryo.draft(article, slides=-1),
        lambda: shiryo.draft(article, style="口語"),
    ):
        with pytest.raises(ValueError, match="is none of"):
            wrong()


def test_templates_are_found_by_name_and_by_folder(tmp_path: Path):
    own = tmp_path / "templates" / "house"
    own.mkdir(parents=True)
    (own / "theme.yaml").write_text("extends: briefing\ntitle: 社の形\n", "utf-8")
    assert shiryo.templates(tmp_path)["house"] == own
    assert shiryo.find_template("house", tmp_path).theme.title == "社の形"
    assert shiryo.find_template(str(own)).theme.title == "社の形"
    with pytest.raises(shiryo.Failed):
        shiryo.find_template("no-such", tmp_path)
