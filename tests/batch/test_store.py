"""A real server that speaks S3: what is put there is whole, known again, and nobody else's."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from batches import ROWS, files, needed, parsed, rows, run, told, written

needed("s3fs", "moto", "flask")

TO = "s3://briefings/2026 年"


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Any]:
    """Yield a client of a server with a bucket."""
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    client = boto3.client("s3", endpoint_url=f"http://{host}:{port}", region_name="us-east-1")
    client.create_bucket(Bucket="briefings")
    yield client
    for name in stored(client):
        client.delete_object(Bucket="briefings", Key=f"2026 年/{name}")
    server.stop()


def stored(store: Any) -> dict[str, bytes]:
    found = store.list_objects_v2(Bucket="briefings").get("Contents", [])
    read = {o["Key"]: store.get_object(Bucket="briefings", Key=o["Key"]) for o in found}
    return {name.removeprefix("2026 年/"): got["Body"].read() for name, got in read.items()}


def test_a_bucket_has_what_a_folder_would(store: Any, tmp_path: Path):
    at = written(tmp_path / "a")
    assert run(at, rows()).returncode == 0
    assert run(at, rows("--report", to=TO)).returncode == 0
    found = stored(store)
    manifest, report = found.pop("manifest.jsonl"), found.pop("report.html")
    assert found == files(at)
    assert parsed(manifest.decode()) == told(at)
    assert "すべて、警告なしに" in report.decode()

    (at / "rows.csv").write_text((at / "rows.csv").read_text("utf-8").replace("111299", "1"))
    store.delete_object(Bucket="briefings", Key=f"2026 年/{ROWS[0][0]}.pdf")
    again = run(at, rows("--resume", to=TO))
    assert "作成 2 件・前のまま 2 件" in again.stderr


def test_what_somebody_else_put_there_stays(store: Any, tmp_path: Path):
    at = written(tmp_path / "a")
    key = f"2026 年/{ROWS[1][0]}.pptx"
    store.put_object(Bucket="briefings", Key=key, Body=b"mine")
    done = run(at, rows(to=TO))
    assert done.returncode == 1
    assert "batch.edited-store" in done.stderr
    assert stored(store)[f"{ROWS[1][0]}.pptx"] == b"mine"
    assert run(at, rows("--force", "--resume", to=TO)).returncode == 0
    assert stored(store)[f"{ROWS[1][0]}.pptx"].startswith(b"PK")


def test_a_kill_leaves_whole_objects_and_is_resumed(store: Any, tmp_path: Path):
    many = [(f"第{n}市", n) for n in range(12)]
    at = written(tmp_path / "a", many)
    run(at, rows())
    with subprocess.Popen(rows(to=TO), cwd=at, stderr=subprocess.DEVNULL, env=os.environ) as batch:
        until = time.monotonic() + 60
        while len(stored(store)) < 5 and time.monotonic() < until:
            time.sleep(0.02)
        batch.send_signal(signal.SIGKILL)
    wanted = files(at)
    assert stored(store).items() <= wanted.items()
    assert run(at, rows("--resume", to=TO)).returncode == 0
    found = stored(store)
    assert parsed(found.pop("manifest.jsonl").decode()) == told(at)
    assert found == wanted


@pytest.mark.usefixtures("store")
def test_a_bucket_that_is_not_there_is_said(tmp_path: Path):
    done = run(written(tmp_path / "a"), rows(to="s3://nobody/x"))
    assert done.returncode == 2
    assert "batch.no-store" in done.stderr
    assert "Traceback" not in done.stderr
