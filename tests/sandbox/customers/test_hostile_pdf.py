"""PDFs that are made to take long or to unpack to much: refused, while others are served."""

from __future__ import annotations

import subprocess
import sys
import zlib
from functools import cache

import anyio
import pytest

from gigstack_api.sandbox.call import UploadedFile
from gigstack_api.sandbox.errors import Refusal
from gigstack_api.sandbox.rules.customers import csf, pdf_text, pdf_worker

from ...support.sandbox import SandboxSession
from ..pdf import MORAL, pdf

pytestmark = pytest.mark.anyio
SHOW = b"BT /F1 9 Tf (x) Tj ET\n"


@cache
def pages(count: int, content: bytes) -> bytes:
    """A PDF whose pages share one compressed content."""
    packer = zlib.compressobj(9)
    stream = packer.compress(content) + packer.flush()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + b"3 0 R " * count + b"]/Count %d>>" % count,
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n" % len(stream) + stream + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    written, offsets = b"%PDF-1.4\n", list[int]()
    for number, entry in enumerate(objects, 1):
        offsets.append(len(written))
        written += b"%d 0 obj" % number + entry + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(written)
    return written + b"xref\n0 6\n0000000000 65535 f \n" + table + end


HOSTILE = {
    "30 KB of pages": (5000, 200, "has more than 20 pages"),
    "44 MB unpacked": (1, 2_000_000, "unpacks to more than 4194304 bytes"),
    "120 MB unpacked": (1, 5_500_000, "unpacks to too much"),
}


@pytest.mark.parametrize(("count", "lines", "reason"), HOSTILE.values(), ids=HOSTILE.keys())
async def test_a_hostile_pdf_is_refused_while_others_are_served(
    session: SandboxSession, count: int, lines: int, reason: str
) -> None:
    content = pages(count, SHOW * lines)
    answered: list[str] = []

    async def upload() -> None:
        answer = await session.send(
            "POST", "/v2/clients/csf", files={"file": ("a.pdf", content)}, timeout=60
        )
        answered.append(answer.text)
        assert (answer.status_code, answer.json()["error"]["code"]) == (400, "invalid_file_format")
        assert reason in answer.json()["error"]["message"]

    async with anyio.create_task_group() as group:
        group.start_soon(upload)
        await anyio.wait_all_tasks_blocked()
        assert (await session.send("GET", "/v2/clients")).status_code == 200
        assert answered == []


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_a_pdf_that_takes_too_long_is_refused() -> None:
    slow = UploadedFile("a.pdf", pages(20, SHOW * 20_000), "application/pdf")
    with pytest.raises(Refusal) as caught:
        await csf.read(slow)
    assert "takes too long to read" in caught.value.document["error"]["message"]


async def test_a_worker_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[float] = []

    def late(*_: object, timeout: float, **__: object) -> None:
        ended.append(timeout)
        raise subprocess.TimeoutExpired("python", timeout)

    monkeypatch.setattr(subprocess, "run", late)
    with pytest.raises(Refusal) as caught:
        await csf.read(UploadedFile("a.pdf", MORAL, "application/pdf"))
    assert "takes too long to read" in caught.value.document["error"]["message"]
    assert ended == [pdf_text.TIME_S]


async def test_a_worker_that_does_not_start_is_no_refusal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def failed(*_: object, **__: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess([], 1, b"")

    monkeypatch.setattr(subprocess, "run", failed)
    with pytest.raises(subprocess.CalledProcessError):
        await csf.read(UploadedFile("a.pdf", MORAL, "application/pdf"))


async def test_a_worker_that_is_killed_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object, **__: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess([], -9, b"RFC: EDE101010AB1")

    monkeypatch.setattr(subprocess, "run", killed)
    with pytest.raises(Refusal) as caught:
        await csf.read(UploadedFile("a.pdf", MORAL, "application/pdf"))
    assert caught.value.status == 400


def test_the_worker_reads_all_pages() -> None:
    assert pdf_worker.extract(pages(20, b"BT /F1 9 Tf (word) Tj ET")) == "\n".join(["word"] * 20)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (pages(21, SHOW), "has more than 20 pages"),
        (pages(1, bytes(pdf_worker.MAX_UNPACKED + 1)), "unpacks to more than"),
    ],
)
def test_the_worker_has_limits(content: bytes, reason: str) -> None:
    with pytest.raises(pdf_worker.TooLarge, match=reason):
        pdf_worker.extract(content)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits of a process")
def test_the_process_of_the_worker_is_limited() -> None:
    code = (
        "from gigstack_api.sandbox.rules.customers import pdf_worker\n"
        "import resource\n"
        "pdf_worker.limit_process()\n"
        "for kind in (resource.RLIMIT_CPU, resource.RLIMIT_AS):\n"
        "    print(resource.getrlimit(kind)[0])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(pdf_worker.CPU_S), str(pdf_worker.MEMORY_BYTES)]


def test_the_worker_says_what_is_wrong() -> None:
    said = {
        "": (pdf("word"), 0, b"word"),
        "large": (pages(21, SHOW), 3, b"has more than 20 pages"),
        "broken": (b"%PDF-1.4", 4, b""),
    }
    for content, code, out in said.values():
        done = subprocess.run(pdf_text.command(), input=content, capture_output=True, check=False)
        assert (done.returncode, done.stdout.strip()) == (code, out)
