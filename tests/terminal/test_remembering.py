"""The memory of names as whole processes: what is printed of it, and how it is turned off."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.terminal.terminal import PROGRAM

NEWS = (
    "Kepala Kantor Imigrasi Palu Surinto Walgeman membuka acara itu pada Senin pagi.",
    "Aturan itu sudah lama ditunggu warga, kata Surinto Walgeman di ruang kerjanya.",
    "Warga menilai Surinto Walgeman cakap. Mereka menunggu lama, lalu Walgeman datang.",
)


def test_what_the_memory_gave_is_printed_as_such_and_can_be_turned_off(tmp_path: Path) -> None:
    folder = tmp_path / "archive"

    def call(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*PROGRAM, "--archive", str(folder), *arguments],
            input=stdin, capture_output=True, text=True, cwd=tmp_path, timeout=300,
        )  # fmt: skip

    def person() -> list[dict[str, Any]]:
        done = call("search", "menilai", "--emit", "entities")
        records = [json.loads(line) for line in done.stdout.splitlines()]
        return [record for record in records if record["kind"] == "person"]

    records = [
        {"id": str(number), "title": "Kabar", "date": f"2025-03-0{number}", "body": body}
        for number, body in enumerate(NEWS, 1)
    ]
    lines = "".join(json.dumps(record) + "\n" for record in records)
    assert call("add", "-", stdin=lines).returncode == 0
    [found] = person()
    assert (found["name"], found["cue"], found["from_memory"], found["layer"]) == (
        "Surinto Walgeman", "memory", True, "found",
    )  # fmt: skip
    assert found["forms"] == ["Surinto Walgeman", "Walgeman"]

    shown = call("search", "menilai", "--emit", "entities", "--format", "text").stdout
    assert "Surinto Walgeman [Walgeman] - known from other articles\n" in shown

    (folder / "rules").mkdir()
    (folder / "rules" / "memory.yaml").write_text("recall: off\n", encoding="utf-8")
    assert call("check", "--reread").returncode == 0
    assert person() == []
