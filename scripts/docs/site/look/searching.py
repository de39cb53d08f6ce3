"""The search of the built site, used as a reader does: typed into its field."""

from __future__ import annotations

from typing import cast

from .browser import Browser

WAIT_MS = 10_000
COUNTING = """
    window.answers = 0;
    window.Worker = class extends Worker {
        constructor(...given) {
            super(...given);
            this.addEventListener("message", ({data}) => {
                if (data.type === 3) window.answers++;
            });
        }
    };
"""
"""Run before the page: nothing that it shows says that an answer has come."""

OPEN = """
    document.querySelector(".md-search__button").click();
    const until = performance.now() + given[0];
    while (performance.now() < until) {
        const hosts = [...document.querySelectorAll("body div")].filter((one) => one.shadowRoot);
        if (hosts.some((one) => one.shadowRoot.querySelector("input[role=combobox]"))) return;
        await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error("the search did not open");
"""
ASK = """
    const root = [...document.querySelectorAll("body div")].map((one) => one.shadowRoot)
        .find((one) => one && one.querySelector("input[role=combobox]"));
    const field = root.querySelector("input[role=combobox]");
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
    const before = window.answers;
    set.call(field, given[0]);
    field.dispatchEvent(new Event("input", {bubbles: true}));
    const until = performance.now() + given[1];
    while (window.answers === before) {
        if (performance.now() > until) throw new Error(`no answer to ${given[0]}`);
        await new Promise((done) => setTimeout(done, 20));
    }
    await new Promise((done) => setTimeout(done, 100)); // until it is shown
    return [...root.querySelectorAll("a[role=option]")].map((one) => one.href);
"""


def hits(browser: Browser, address: str, queries: list[str]) -> list[list[str]]:
    """The paths that the search of a page gives for each query, best first."""
    found: list[list[str]] = []
    browser.before_each_page(COUNTING)
    browser.open(address, width=1280)
    browser.run(OPEN, WAIT_MS)
    for query in queries:
        links = cast("list[str]", browser.run(ASK, query, WAIT_MS))
        found.append([link.partition("?")[0] for link in links])
    return found
