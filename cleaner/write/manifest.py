"""The manifest: what a finished run read and wrote, with checksums; and the memory that the next run starts from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson

from cleaner import __version__
from cleaner.read import Item
from cleaner.run.tally import Tally
from cleaner.validate import Validator

MANIFEST = "manifest.json"


def manifest_of(
    context: bytes,
    entries: Sequence[Mapping[str, Any]],
    inputs: Mapping[str, Sequence[Item]],
    total: Tally,
    names: Mapping[str, str],
) -> bytes:
    """The manifest for the finished outputs ``entries``, as JSON.

    ``context`` holds version, rule-set hash and configuration hash; ``names`` the rules' names by code.  Raises
    RuntimeError when the manifest does not fit its schema.
    """
    _, rules, config = context.decode().split()
    outputs = []
    for entry in entries:
        read = [{"path": item.rel, "bytes": item.size} for item in inputs[entry["name"]]]
        files = [
            {"path": path, "sha256": made[0], "bytes": made[1], "rows": made[2]}
            for path, made in entry["files"].items()
        ]
        numbers = _numbers(entry["tally"], names)
        outputs.append({"name": entry["name"], "inputs": read, "key": entry["key"], "files": files, **numbers})
    manifest = {"schema": 1, "version": __version__, "rules": rules, "config": config}
    manifest |= {"totals": _numbers(total.plain(), names), "outputs": outputs}
    faults = Validator("manifest").faults(manifest)
    if faults:
        raise RuntimeError(f"the manifest does not fit its schema: {faults[0]}")
    return orjson.dumps(manifest, option=orjson.OPT_INDENT_2) + b"\n"


def _numbers(plain: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    rules = [{"code": code, "name": names.get(code, ""), "count": count} for code, count in plain["rules"].items()]
    return {**plain, "rules": rules}


def outputs_of(path: Path) -> dict[str, dict[str, Any]]:
    """The outputs of the manifest that an earlier run has left at ``path``, by name, as the journal holds them.

    Empty when there is none, or none that this version understands.
    """
    try:
        manifest = orjson.loads(path.read_bytes())
        return {output["name"]: _entry(output) for output in manifest["outputs"]} if manifest["schema"] == 1 else {}
    except (OSError, orjson.JSONDecodeError, KeyError, TypeError, AttributeError):
        return {}


def _entry(output: Mapping[str, Any]) -> dict[str, Any]:
    files = {file["path"]: [file["sha256"], file["bytes"], file["rows"]] for file in output["files"]}
    tally = {name: value for name, value in output.items() if name not in ("name", "inputs", "key", "files")}
    tally["rules"] = {rule["code"]: rule["count"] for rule in output["rules"]}
    return {"name": output["name"], "key": output["key"], "files": files, "tally": tally}
