"""`shiryo batch`, as a person, cron and a kill meet it."""

import contextlib
import hashlib
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest
from batches import OUTLINE, ROWS, command, files, rows, run, table, told, words, written

from shiryo.batch import manifest
from shiryo.workspace import ledger


@pytest.fixture
def at(tmp_path: Path) -> Path:
    return written(tmp_path / "記事 と\n表")


def test_each_row_makes_a_briefing_and_the_manifest_is_exact(at: Path):
    done = run(at, [*rows(), "--workers", "2"])
    assert (done.returncode, done.stdout) == (0, "")
    lines, made = told(at), files(at)
    assert [(line["number"], line["place"], line["name"]) for line in lines] == [
        (n, f"rows.csv:{3 * n - 1}", name) for n, (name, _) in enumerate(ROWS, 1)
    ]
    outputs = {name: digest for line in lines for name, digest in line["outputs"].items()}
    assert outputs == {name: hashlib.sha256(data).hexdigest() for name, data in made.items()}
    assert sorted(made) == sorted(f"{n}{end}" for n, _ in ROWS for end in (".pptx", ".pdf"))
    for name, count in ROWS:
        assert all(f"{name}の人口は{count}人" in text for text in words(at, name))


def test_only_what_is_missing_or_changed_is_made_again(at: Path):
    run(at, rows())
    made = {name: (at / "out" / name).stat().st_mtime_ns for name in files(at)}
    first = told(at)
    (at / "out/小樽市.pdf").unlink()
    (at / "rows.csv").write_text(table([*ROWS[:2], ("函館市", 7), ("釧路市", 9)]), "utf-8")
    done = run(at, rows("--resume"))
    assert "作成 3 件・前のまま 1 件" in done.stderr
    assert "1 件は、今回の表" in done.stderr
    now = {name: (at / "out" / name).stat().st_mtime_ns for name in files(at)}
    assert {n for n, t in now.items() if made.get(n) != t} == {
        f"{n}{end}" for n in ("小樽市", "函館市", "釧路市") for end in (".pptx", ".pdf")
    }
    assert told(at)[0] == first[0]
    (at / "a.yaml").write_text(OUTLINE + "  - {id: b, title: 次, message: 文}\n", "utf-8")
    assert "作成 4 件・前のまま 0 件" in run(at, rows("--resume")).stderr


def test_a_row_that_fails_is_told_and_the_others_are_made(at: Path):
    (at / "rows.csv").write_text(
        table().replace('函館市,251084,"年,人', '函館市,251084,"年,人,他') + ",5,\n夕張市,1,\n",
        "utf-8",
    )
    done = run(at, rows("--report"))
    assert done.returncode == 1
    assert "作成 3 件" in done.stderr
    assert "rows.csv:8: エラー: 「函館市」を作れません" in done.stderr
    found = {line["place"]: line["diagnostics"] for line in told(at) if line["status"] == "failed"}
    codes = {place: [d["code"] for d in said] for place, said in found.items()}
    assert codes == {
        "rows.csv:8": ["compose.bad-chart-data"],
        "rows.csv:14": ["batch.no-name"],
        "rows.csv:15": ["files.missing"],
    }
    page = (at / "out/report.html").read_text("utf-8")
    at_head = page.index("できなかったもの 3 件")
    assert at_head < page.index("rows.csv:8") < page.index("rows.csv:15")
    (at / "rows.csv").write_text("市,人口,系列\n札幌市,1,\n", "utf-8")
    assert run(at, rows()).returncode == 2


def test_one_name_for_two_rows_is_refused_before_anything_is_made(at: Path):
    (at / "rows.csv").write_text("市,人口,系列\nAbc,1,\n札幌市,1,\naBC,2,\n", "utf-8")
    done = run(at, rows())
    assert done.returncode == 2
    assert "rows.csv:4 の「aBC」は、rows.csv:2 の「Abc」と同じ名前" in done.stderr
    assert not (at / "out").exists()


def test_outlines_keep_their_folders(at: Path):
    for name in ("b/甲", "b/c/乙", "丙"):
        path = at / f"in/{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{{shiryo: 1, title: {path.stem}, sections: [{{id: a, title: 節}}]}}")
    (at / "in/丁.yaml").write_text("title: [", "utf-8")
    done = run(at, command("in/**/*.yaml", "-d", "out", "--only", "handout"))
    assert done.returncode == 1
    assert sorted(files(at)) == ["b/c/乙.pdf", "b/甲.pdf", "丙.pdf"]
    again = run(at, command("in/**/*.yaml", "-d", "out", "--only", "handout", "--resume"))
    assert "作成 0 件・前のまま 3 件・失敗 1 件" in again.stderr


def test_what_a_person_edited_is_not_overwritten(at: Path):
    run(at, rows())
    (at / "out/小樽市.pptx").write_bytes(b"mine")
    done = run(at, rows())
    assert done.returncode == 1
    assert "files.edited" in done.stderr
    assert (at / "out/小樽市.pptx").read_bytes() == b"mine"
    assert [line["status"] for line in told(at)] == ["made", "failed", "made", "made"]
    assert run(at, rows("--force")).returncode == 0
    assert (at / "out/小樽市.pptx.bak").read_bytes() == b"mine"
    (at / "out" / manifest.NAME).write_bytes(b"mine")
    assert run(at, rows("--resume")).returncode == 2
    assert (at / "out" / manifest.NAME).read_bytes() == b"mine"


def test_a_kill_at_any_moment_leaves_nothing_half_and_is_resumed(at: Path):
    many = [(f"第{n}市", n) for n in range(16)]
    whole = written(at.parent / "whole", many)
    written(at, many)
    run(whole, rows())
    wanted = files(whole)
    for seconds, number in ((1.5, 9), (2.2, 15), (2.6, 9)):
        process = subprocess.Popen(rows("--resume"), cwd=at, stderr=subprocess.PIPE, text=True)
        time.sleep(seconds)
        process.send_signal(number)
        said = process.communicate()[1]
        if process.returncode == -number and number != signal.SIGKILL:
            raise AssertionError(said)
        if process.returncode == 128 + number:
            assert "続きは、同じコマンドに --resume" in said.strip().splitlines()[-1]
        here = {p.name: p.read_bytes() for p in (at / "out").glob("[!.]*.p*")}
        assert all(wanted[name] == data for name, data in here.items())
    assert run(at, rows("--resume")).returncode == 0
    assert files(at) == wanted
    assert told(at) == told(whole)


def test_two_batches_do_not_write_into_one_folder(at: Path):
    many = table([(f"第{n}市", n) for n in range(60)])
    (at / "rows.csv").write_text(many, "utf-8")
    with subprocess.Popen(rows(), cwd=at, stderr=subprocess.DEVNULL) as first:
        while not (at / "out" / ledger.NAME).exists():
            time.sleep(0.01)
        second = run(at, rows())
        first.send_signal(signal.SIGINT)
    assert second.returncode == 2
    assert "files.locked" in second.stderr


def test_a_ledger_that_is_spoilt_or_hostile_loses_nothing(at: Path):
    run(at, rows())
    made = files(at)
    path = at / "out" / ledger.NAME
    path.write_bytes(b"no database" * 1000)
    done = run(at, rows("--resume"))
    assert "manifest.jsonl" in done.stderr  # it is not known any more whose that is
    done = run(at, rows("--resume", "--force"))
    assert (done.returncode, "作成 4 件" in done.stderr) == (0, True)
    with contextlib.closing(sqlite3.connect(path)) as base, base:
        base.execute("UPDATE made SET outputs = ?", ('[["../x", ["a"], 1, 1]]',))
    assert run(at, rows("--resume")).returncode == 0
    path.unlink()
    (at / "else").write_bytes(b"")
    path.symlink_to(at / "else")
    assert "batch.bad-ledger" in run(at, rows()).stderr
    assert {name: data for name, data in files(at).items() if not name.endswith(".bak")} == made


def test_no_home_no_locale_and_a_full_file_system(at: Path):
    assert run(at, rows(), HOME="/nowhere", LC_ALL="C", LANG="C").returncode == 0
    (at / "rows.csv").write_text(table([(f"第{n}市", n) for n in range(9)]), "utf-8")
    limited = ["bash", "-c", 'ulimit -f 20; exec "$@"', "_", *rows("--resume")]
    done = run(at, limited)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    files(at)
    assert run(at, rows("--resume")).returncode == 0


def test_what_is_wrong_with_the_command_is_said(at: Path):
    def refused(code: str, *args: str) -> bool:
        done = run(at, command(*args, "-d", "out"))
        return done.returncode == 2 and f"[{code}]" in done.stderr and not (at / "out").exists()

    assert refused("batch.data-and-name", "a.yaml", "--data", "rows.csv")
    assert refused("batch.one-outline", "a.yaml", "a.yaml", "--data", "rows.csv", "--name", "a")
    assert refused("batch.none-found", "no/*.yaml")
    assert refused("compose.undefined", "a.yaml", "--data", "rows.csv", "--name", "{{ 町 }}")
    assert refused("files.missing", "a.yaml", "--data", "no.csv", "--name", "{{ 市 }}")
    (at / "empty.csv").write_text("市\n", "utf-8")
    assert refused("batch.nothing", "a.yaml", "--data", "empty.csv", "--name", "{{ 市 }}")
