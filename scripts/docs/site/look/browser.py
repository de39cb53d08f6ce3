"""A Chromium without a window, driven by Selenium."""

from __future__ import annotations

import base64
import json
import shutil
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from attrs import frozen
from selenium.webdriver import Chrome, ChromeOptions, ChromeService

HINT = "a browser is needed: apt-get install chromium chromium-driver"
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--force-device-scale-factor=1",
)
HEIGHT = 900
SCHEMES = ("light", "dark")


class NoBrowserError(Exception):
    """There is no Chromium, or nothing to drive it. The text says how to get it."""


@frozen
class Browser:
    """A browser that shows one page at a time."""

    driver: Chrome

    def open(self, address: str, *, width: int, scheme: str = "light") -> None:
        """Shows a page in a window of a width, for somebody who prefers a scheme of colours."""
        self._tell(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=HEIGHT,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self._tell("Emulation.setEmulatedMedia", features=features)
        self.driver.get(address)

    def before_each_page(self, script: str) -> None:
        """Runs a script in all pages that are opened from now on, before their own."""
        self._tell("Page.addScriptToEvaluateOnNewDocument", source=script)

    def run(self, script: str, *arguments: object) -> Any:
        """The result of a script, which may await."""
        waiting = f"""
            const done = arguments[arguments.length - 1];
            const given = Array.from(arguments).slice(0, -1);
            (async () => {{ {script} }})().then(
                (value) => done({{value}}), (error) => done({{error: String(error)}}));
        """
        answer: dict[str, Any] = self.driver.execute_async_script(waiting, *arguments)  # pyright: ignore[reportUnknownMemberType]
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["value"]

    def picture(self) -> bytes:
        """A PNG of the window."""
        return base64.b64decode(self._tell("Page.captureScreenshot", format="png")["data"])

    def requested(self) -> Iterator[str]:
        """The addresses that it asked for since the last call."""
        entries: list[dict[str, str]] = self.driver.get_log("performance")  # type: ignore[no-untyped-call]  # pyright: ignore[reportUnknownMemberType]
        for entry in entries:
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                yield message["params"]["request"]["url"]

    def _tell(self, command: str, **parameters: object) -> dict[str, Any]:
        answer: dict[str, Any] = self.driver.execute_cdp_cmd(command, parameters)  # pyright: ignore[reportUnknownMemberType]
        return answer


@contextmanager
def browsing() -> Generator[Browser, None, None]:
    """A browser until the block ends.

    Raises:
        NoBrowserError: none is installed.
    """
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        raise NoBrowserError(HINT)
    with TemporaryDirectory() as profile:
        options = ChromeOptions()
        options.binary_location = chromium
        for argument in (*ARGUMENTS, f"--user-data-dir={Path(profile)}"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        chrome = Chrome(options, ChromeService(driver))
        try:
            yield Browser(chrome)
        finally:
            chrome.quit()
