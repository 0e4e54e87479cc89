"""Debian's Chromium."""

import contextlib
import os
import shutil

from playwright.sync_api import sync_playwright

PROGRAM = os.environ.get("ESSAIM_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"


@contextlib.contextmanager
def launched():
    """A browser, for the thread that opens it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()
