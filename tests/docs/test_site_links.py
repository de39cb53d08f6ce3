"""The link check of the built site."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.docs.site import links


def faults(site: Path, **pages: str) -> list[str]:
    for name, body in pages.items():
        file = site / f"{name.replace('__', '/')}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    return [f"{fault.page}: {fault.reason}" for fault in links.check(site)]


def test_links_to_pages_anchors_and_files_work(tmp_path: Path) -> None:
    (tmp_path / "a b.svg").write_text("<svg/>", encoding="utf-8")
    assert not faults(
        tmp_path,
        index='<a href="en/errors.html#cu%C3%A1ndo">e</a><a href="#here" id="here">h</a>'
        '<img src="a%20b.svg" alt="a"><a href="">self</a><a name="old"></a><a href="#old">o</a>',
        en__errors='<h2 id="cuándo">when</h2><a href="../index.html">home</a>',
    )


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ('<a href="none.html">', "the file does not exist"),
        ('<a href="en/">', "the file does not exist"),
        ('<a href="#none">', "the anchor does not exist"),
        ('<a href="../other/x.html">', "leads out of the site"),
        ('<a href="/en/index.html">', "is absolute: the site could not be moved"),
        ('<a href="//host/x">', "is absolute: the site could not be moved"),
        ('<a href="https://nothing">', "is not an address"),
        ('<a href="mailto:me">', "is not a mail address"),
        ('<a href="javascript:x()">', "has the unknown scheme javascript"),
        ('<img src="none.png" alt="x">', "the file does not exist"),
        ('<img src="data:image/gif;base64,R0" >', "a picture without a text"),
        ('<img src="https://host.mx/x.png" alt="x">', "is loaded from another host"),
        ('<script src="https://host.mx/x.js"></script>', "is loaded from another host"),
        ('<link rel="stylesheet" href="https://host.mx/x.css">', "is loaded from another host"),
        ('<link rel="preconnect" href="//host.mx">', "is loaded from another host"),
    ],
)
def test_a_link_that_does_not_work_is_named(tmp_path: Path, body: str, reason: str) -> None:
    assert faults(tmp_path, index=body) == [f"index.html: {reason}"]


@pytest.mark.parametrize(
    "link", ["https://docs.gigstack.io/x?y=1", "http://127.0.0.1:4010/", "mailto:a@b.mx"]
)
def test_links_elsewhere_are_not_followed(tmp_path: Path, link: str) -> None:
    assert not faults(tmp_path, index=f'<a href="{link}">x</a><link rel="canonical" href="{link}">')


def test_twins_and_lists_lead_to_files(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("[x](none.md)\n```\n[y](code.md)\n```\n", encoding="utf-8")
    (tmp_path / "llms.txt").write_text("- [page](page.md)\n", encoding="utf-8")
    assert [str(fault) for fault in links.check(tmp_path)] == [
        "page.md: none.md: the file does not exist"
    ]


@pytest.mark.parametrize("name", ["site.css", "picture.svg"])
def test_styles_and_pictures_load_nothing_from_elsewhere(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(
        "a { fill: url(data:image/gif;base64,R0) } @font-face { src: url('https://cdn.mx/x') }"
    )
    assert [fault.link for fault in links.check(tmp_path)] == ["https://cdn.mx/x"]
