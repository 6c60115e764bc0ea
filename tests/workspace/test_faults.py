import os
import subprocess
import sys
from pathlib import Path

import faults
import pytest


@pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked")
@pytest.mark.parametrize("way", faults.WAYS)
def test_whatever_fails_or_stops_it_nothing_is_lost_and_the_next_run_is_right(
    way: str, tmp_path: Path
):
    command = [sys.executable, faults.__file__, way]
    memory = Path("/dev/shm")  # where bringing to the disk costs nothing
    folder = memory if os.access(memory, os.W_OK) else tmp_path
    environment = {**os.environ, "TMPDIR": str(folder)}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment, timeout=300
    )
    found = done.stdout.splitlines()
    assert (found[:-1], done.stderr) == ([], "")
    assert int(found[-1].removeprefix("calls ")) > 100
