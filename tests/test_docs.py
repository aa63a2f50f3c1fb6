"""The pages for users: every command line in them runs, and every command and option of the tool is in a test."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from shell import CLEAN, ENVIRONMENT, FINDINGS, ROOT

from cleaner.cli import cli

GENERATED = ("rules.md", "commands.md", "reasons.md")
PAGES = [ROOT / "README.md", *(page for page in sorted((ROOT / "docs").glob("*.md")) if page.name not in GENERATED)]

SHELL = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`(corpus-clean [^`\n]+)`")
CONFIGURATION = re.compile(r"^```toml\n(.*?)^```", re.MULTILINE | re.DOTALL)


def commands(page: Path) -> list[str]:
    """The command lines of a page that call the tool, as they stand there, without what makes an environment."""
    text = page.read_text(encoding="utf-8")
    shown = [line for block in SHELL.findall(text) for line in block.splitlines()]
    shown = [line.rpartition(" && .venv/bin/")[2] for line in shown] + INLINE.findall(text)
    return [line for line in shown if re.search(r"(?:^|\| )corpus-clean\s", line)]


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)], ids=lambda page: page.name)
def test_every_command_line_of_a_page_runs(page: Path, tmp_path: Path) -> None:
    for name in ("fixtures/dump", "dump", "in"):
        shutil.copytree(ROOT / "fixtures/dump", tmp_path / name)
    with gzip.open(tmp_path / "dump.jsonl.gz", "wt") as packed:
        packed.write('{"text": "The ferry sailed."}\n')
    text = page.read_text(encoding="utf-8")
    (tmp_path / "corpus-clean.toml").write_text("".join(CONFIGURATION.findall(text)), encoding="utf-8")
    tools = tmp_path / "bin"
    tools.mkdir()
    for name, does in (("corpus-clean", f'"{sys.executable}" -m cleaner "$@"'), ("less", "cat")):
        (tools / name).write_text(f"#!/bin/sh\nexec {does}\n")
        (tools / name).chmod(0o755)
    path = {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}
    for line in commands(page):
        script = f"set -o pipefail; {line}"
        done = subprocess.run(
            ["bash", "-c", script], cwd=tmp_path, env={**ENVIRONMENT, **path}, capture_output=True, check=False,
            stdin=subprocess.DEVNULL, timeout=120,
        )  # fmt: skip
        assert done.returncode in (CLEAN, FINDINGS), f"{line}\n{done.stderr.decode()}"


def test_every_setting_is_in_a_page() -> None:
    keys = json.loads((ROOT / "schemas" / "config-1.json").read_bytes())["properties"]
    running, profiles = ((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("running.md", "profiles.md"))
    wanted = [(key, running) for key in (*keys, *keys["limits"]["properties"]) if key not in ("source", "limits")]
    wanted += [(key, profiles) for key in keys["source"]["additionalProperties"]["properties"]]
    assert len(wanted) > 35
    assert [key for key, page in wanted if f"`{key}`" not in page] == []


def test_every_command_and_option_is_in_a_test() -> None:
    others = [path for path in (ROOT / "tests").glob("test_*.py") if path != Path(__file__)]
    tests = "\n".join(path.read_text(encoding="utf-8") for path in others)
    missing = [name for name in cli.commands if not re.search(rf"[\"' (]{name}[\"' ]", tests)]
    for name, command in cli.commands.items():
        options = [one for one in command.params if isinstance(one, click.Option)]
        missing += [f"{name} {one.opts[0]}" for one in options if not any(word in tests for word in one.opts)]
    assert not missing
