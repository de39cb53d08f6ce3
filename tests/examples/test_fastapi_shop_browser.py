"""An order in a real browser, from the products to the opened PDF."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support import expected_conditions
from selenium.webdriver.support.ui import Select, WebDriverWait

from scripts.shop_process import running

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    CHROMIUM is None or DRIVER is None,
    reason="no browser: apt-get install chromium chromium-driver",
)
DEADLINE_S = 10
PHONE, SMALL_PHONE = 390, 320


@pytest.fixture(scope="module")
def shop() -> Iterator[str]:
    with running() as address:
        yield address


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Chrome]:
    options = ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        f"--user-data-dir={tmp_path}",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = Chrome(options, ChromeService(DRIVER))
    try:
        yield driver
    finally:
        driver.quit()


def one(browser: Chrome, css: str) -> WebElement:
    """The element, once it is there."""
    return WebDriverWait(browser, DEADLINE_S).until(
        lambda driver: driver.find_element(By.CSS_SELECTOR, css)
    )


def fill(browser: Chrome, **values: str) -> None:
    for name, value in values.items():
        field = one(browser, f"[name={name}]")
        field.clear()
        field.send_keys(value)


def offered(browser: Chrome, name: str) -> list[str]:
    """The codes that a list lets the buyer choose."""
    return [
        option.get_dom_attribute("value")
        for option in Select(one(browser, f"[name={name}]")).options
        if option.is_enabled()
    ][1:]


def resize(browser: Chrome, width: int) -> None:
    browser.set_window_size(width, 900)  # pyright: ignore[reportUnknownMemberType]


def evaluate(browser: Chrome, expression: str) -> str:
    """The result of a script, as text."""
    return str(browser.execute_script(f"return {expression}"))  # pyright: ignore[reportUnknownMemberType]


def other_window(browser: Chrome) -> None:
    """Goes to the window that was opened last."""
    WebDriverWait(browser, DEADLINE_S).until(lambda driver: len(driver.window_handles) > 1)
    browser.switch_to.window(browser.window_handles[-1])


def test_nothing_is_cut_off_on_a_small_phone(shop: str, browser: Chrome) -> None:
    resize(browser, SMALL_PHONE)
    browser.get(shop)
    boxes = "[...document.querySelectorAll('.products :is(li, .buy)')]"
    cut_off = f"{boxes}.filter(box => box.scrollWidth > box.clientWidth).length"
    assert int(evaluate(browser, f"{boxes}.length")) > 2
    # The layout takes a moment.
    WebDriverWait(browser, DEADLINE_S).until(lambda driver: evaluate(driver, cut_off) == "0")


def test_a_form_error_describes_its_field(shop: str, browser: Chrome) -> None:
    browser.get(f"{shop}/datos?cafe=1")
    fill(browser, name="Xochilt Casas Chavez", tax_id="CACX760510")
    one(browser, "form button").click()
    field = one(browser, "[name=tax_id][aria-describedby=tax_id-finding]")
    assert field.accessible_name == "RFC"
    assert browser.switch_to.active_element == field  # the first wrong field gets the focus


def test_a_buyer_gets_from_the_products_to_the_pdf(shop: str, browser: Chrome) -> None:
    resize(browser, PHONE)
    browser.get(shop)
    fill(browser, cafe="2", taza="1")
    one(browser, "main button").click()

    fill(browser, name="Xochilt Casas Chavez", tax_id="CACX760510", zip="3625")
    one(browser, "form button").click()
    assert "homoclave" in one(browser, "#tax_id-finding").text
    assert "cinco dígitos" in one(browser, "#zip-finding").text

    fill(browser, tax_id="cacx7605101p8", zip="36257")
    assert "601" not in offered(browser, "tax_system")  # for companies only
    Select(one(browser, "[name=tax_system]")).select_by_value("605")
    assert "G03" not in offered(browser, "use")
    Select(one(browser, "[name=tax_system]")).select_by_value("612")
    Select(one(browser, "[name=use]")).select_by_value("G03")
    one(browser, "form button").click()

    one(browser, "[data-step=waiting] .button").click()
    order = browser.current_window_handle
    other_window(browser)
    assert "$627.00" in one(browser, "button").text
    one(browser, "button").click()
    assert "Pagado" in one(browser, "strong").text
    browser.close()

    browser.switch_to.window(order)
    uuid = one(browser, "[data-step=invoiced] .uuid").text  # the page updated itself
    for width in (PHONE, 1280):
        resize(browser, width)
        assert int(evaluate(browser, "document.documentElement.scrollWidth")) <= width
    log = browser.execute("getLog", {"type": "browser"})["value"]
    # No script was blocked or failed.
    assert [entry for entry in log if entry["source"] != "network"] == []
    for kind in ("XML", "PDF"):
        browser.find_element(By.PARTIAL_LINK_TEXT, kind).click()
        other_window(browser)
        WebDriverWait(browser, DEADLINE_S).until(
            expected_conditions.url_contains(f"/factura.{kind.lower()}")
        )
        assert evaluate(browser, "document.contentType") == f"application/{kind.lower()}"
        assert kind == "PDF" or uuid in browser.page_source.lower()
        browser.close()
        browser.switch_to.window(order)
