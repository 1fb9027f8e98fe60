"""Headless Chromium decides photos on the review page with the keyboard alone, and the invoice follows."""

import json
import re
import shutil
import sqlite3
import time
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

import harness
from harness import expect, wait_for


class Clerk:
    """A browser with a clerk before it, who has a keyboard and nothing else."""

    def __init__(self, port, language="tr"):
        options = webdriver.ChromeOptions()
        # The sandbox of Chromium needs what a container, or root, does not have; it only ever opens our own page.
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                         "--hide-scrollbars", "--window-size=1366,900", f"--lang={language}"):
            options.add_argument(argument)
        options.add_experimental_option("prefs", {"intl.accept_languages": language})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        for place in ("chromium", "chromium-browser", "google-chrome"):
            if shutil.which(place):
                options.binary_location = shutil.which(place)
                break
        self.browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
        self.page = f"http://127.0.0.1:{port}/review"

    def open(self, path=""):
        self.browser.get(self.page + path)

    def press(self, *keys):
        # A page that has just come takes no Enter for a moment: the key that sent the last page must not decide here.
        time.sleep(0.45)
        ActionChains(self.browser).send_keys(*keys).perform()

    def text(self, selector):
        found = self.browser.find_elements(By.CSS_SELECTOR, selector)
        return found[0].text if found else ""

    def wait(self, what, selector, words="", seconds=8):
        wait_for(what, seconds, lambda: words in self.text(selector) and self.has(selector))

    def has(self, selector):
        return bool(self.browser.find_elements(By.CSS_SELECTOR, selector))

    def shows_photo(self):
        """Whether the picture came, in its place over the whole of the drawing."""
        return self.browser.execute_async_script("""
            const done = arguments[arguments.length - 1], image = document.querySelector(".photo image");
            if (!image) return done(false);
            const probe = new Image();
            probe.onload = () => done(probe.naturalWidth > 100); probe.onerror = () => done(false);
            probe.src = image.getAttribute("href");""")

    def complaints(self):
        """What the browser had to complain of: a policy that was broken, a script that failed."""
        return [entry["message"] for entry in self.browser.get_log("browser")
                if entry["level"] == "SEVERE" and "409" not in entry["message"]]

    def photograph(self, folder, path):
        """The page in both languages, both themes, wide and narrow."""
        folder.mkdir(parents=True, exist_ok=True)
        for language in ("tr", "en"):
            for theme in ("light", "dark"):
                for cookie, value in (("endeks-language", language), ("endeks-theme", theme)):
                    self.browser.add_cookie({"name": cookie, "value": value, "path": "/review"})
                for name, width, height in (("wide", 1366, 768), ("narrow", 360, 760)):
                    self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
                        "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500})
                    self.open(path)
                    expect(self.browser.execute_script("return document.documentElement.scrollWidth <= innerWidth"),
                           f"{path} is wider than {width} px in {language}")
                    time.sleep(0.4)
                    self.browser.save_screenshot(str(folder / f"{language}-{theme}-{name}.png"))
        self.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def send(bench, file, phone, wamid):
    """A customer's photo with a wish for a person: whatever the reader makes of it, a clerk decides."""
    jpeg = (bench.clone / "Images/photos" / file).read_bytes()
    media = bench.offer(jpeg)
    photo = harness.image(wamid, media, harness.base64_sha256(jpeg))
    photo["image"]["caption"] = "Yetkili biri baksın"
    body = harness.envelope(harness.customer(photo, phone=phone))
    bench.post_until_taken(body)


def decide(bench, clerk, folder):
    clerk.open()
    clerk.press("Ayşe Deneme", Keys.ENTER)
    clerk.wait("the queue", "h1", "2")
    clerk.press(Keys.ENTER)
    clerk.wait("the first photo", "#index")
    first = clerk.browser.current_url.rsplit("/", 1)[1]
    expect(clerk.shows_photo(), "the photo does not show")
    expect(clerk.has(".overlay .window") and len(clerk.browser.find_elements(By.CSS_SELECTOR, ".overlay .box")) > 4,
           "no window or no digits over the photo")
    if folder:
        clerk.photograph(folder, f"/{first}")
        clerk.browser.delete_cookie("endeks-language")
        clerk.open(f"/{first}")
    return first


def test(options):
    folder = Path(options.screenshots) if options.screenshots else None
    with harness.Bench(options) as bench:
        bench.import_subscribers(bench.clone / "Images/photos/subscribers.csv")
        bench.start_stand_in("--count", "0")
        bench.start_service()
        send(bench, "gas-10.jpg", "905550001110", "wamid.REVIEW10")
        wait_for("the first photo in review", 60, lambda: bench.status()["photos"]["review"] == 1)
        send(bench, "gas-03.jpg", "905550001103", "wamid.REVIEW03")
        wait_for("two photos in review", 60, lambda: bench.status()["photos"]["review"] == 2)
        bench.wait_until_idle()
        clerk = Clerk(bench.staff)
        try:
            first = decide(bench, clerk, folder)
            other_clerk(bench, first)
            second_look(bench, clerk, first)
            # Digits that are typed go into the field; the amount follows before anything is sent.
            clerk.press("01075")
            clerk.wait("the amount while typing", "#preview", "54 m³")
            clerk.wait("the button that names what it does", "#accept", "01075")
            clerk.press(Keys.ENTER)
            clerk.wait("the decision", ".done h1", "01075")
            expect(bench.status()["invoices"] == 0, "the invoice was made before the ten seconds were over")
            clerk.press("z")
            clerk.wait("the photo again", ".say.good")
            clerk.press(Keys.ESCAPE, "?")
            clerk.wait("the list of keys", ".keys[open] dl", "Enter")
            clerk.press("?")
            clerk.press("e", "01075", Keys.ENTER)
            clerk.wait("the decision anew", ".done h1", "01075")
            # Enter: the next photo. X, the third reason, Enter: rejected, with the sentence shown before.
            clerk.press(Keys.ENTER)
            clerk.wait("the second photo", "#index")
            expect(clerk.browser.current_url.rsplit("/", 1)[1] != first, "the same photo came again")
            clerk.press("x")
            clerk.wait("the reasons", ".reject[open] .reasons", "Fotoğraf çok karanlık")
            clerk.press("3", Keys.ENTER)
            clerk.wait("the rejection", ".done h1")
            clerk.press(Keys.ENTER)
            clerk.wait("an empty queue", ".plain h1")
            expect(not clerk.complaints(), f"the browser complains: {clerk.complaints()}")
        finally:
            clerk.browser.quit()
        wait_for("the invoice", 30, lambda: bench.status()["invoices"] == 1)
        verdict = wait_for("the verdict", 30, lambda: [
            m for m in bench.answers_to("wamid.REVIEW10") if m.get("document")])[0]
        text = bench.pdf_text(verdict)
        expect("01075" in text and "01021" in text, f"the invoice is another one:\n{text}")
        wait_for("the rejection's sentence", 30, lambda: [
            m for m in bench.answers_to("wamid.REVIEW03") if "çok karanlık" in m.get("words", "")])
        kinds = [kind for (kind,) in bench.rows("SELECT state FROM review_decision ORDER BY id")]
        expect(kinds == 5 * ["withdrawn"] + 2 * ["done"], f"decisions: {kinds}")
        expect(bench.service.stop() == 0, "the service did not end with 0")
    return "two photos decided by keys alone, a guess and a high use looked at twice; one invoice, one tip, each withdrawal kept"


def second_look(bench, clerk, photo):
    """A very high use, and a digit that is a guess, take a second Enter, or a ticked box where there is no script."""
    clerk.press("01900")
    clerk.wait("the warning", "#preview", "879 m³")
    clerk.press(Keys.ENTER)
    clerk.wait("what to look at, and that Enter again accepts", "#ask[role=alert]", "Bir daha Enter")
    expect(clerk.browser.switch_to.active_element.get_attribute("id") == "index", "the focus is not in the field")
    # Another value is asked about anew.
    clerk.press(Keys.END, Keys.BACKSPACE, "1")
    clerk.wait("the other use", "#preview", "880 m³")
    clerk.press(Keys.ENTER)
    clerk.wait("the question about the other value", "#ask", "Bir daha Enter")
    expect(not decisions(bench), "one Enter sent an index that was to be looked at")
    clerk.press(Keys.ENTER)
    clerk.wait("the decision at the second Enter", ".done h1", "01901")
    clerk.press("z")
    clerk.wait("the photo again", ".say.good")

    # What was read and has a digit that is a guess. Which digit the reader guesses is its own affair, so one is made.
    reading = json.loads(bench.rows(f"SELECT reading FROM photo WHERE id = {photo}")[0][0])
    black = [digit for digit in reading["digits"] if not digit["isDecimal"]]
    for place, digit in enumerate(black):
        digit["confidence"] = 0.4 if place == 2 else 0.999
        digit["value"] = int("01075"[place])
    reading["index"] = "01075"
    with sqlite3.connect(bench.data / "endeks.sqlite", timeout=10) as database:
        database.execute("UPDATE photo SET reading = ?, read_index = '01075' WHERE id = ?", (json.dumps(reading), photo))
    clerk.open(f"/{photo}")
    clerk.press(Keys.ENTER)
    clerk.wait("the guess by its place", "#ask", "3. hane (0)")
    selected = clerk.browser.execute_script("const i = document.activeElement; return [i.id, i.selectionStart, i.selectionEnd]")
    expect(selected == ["index", 2, 3], f"the focus is not on the digit: {selected}")
    cookie = "; ".join(f"{c['name']}={c['value']}" for c in clerk.browser.get_cookies())
    form = {"action": "accept", "index": "01075"}
    status, _, page = bench.staff_page(f"/review/{photo}/decision", form, cookie)
    expect(status == 422 and not decisions(bench), f"a guess was taken without the ticked box: {status}")
    # The ticked box says what was looked at.
    box = re.search(r'name="checked" value="([^"]+)"', page).group(1)
    clerk.press(Keys.ENTER)
    clerk.wait("the decision at the second Enter", ".done h1", "01075")
    clerk.press("z")
    clerk.wait("the photo again", ".say.good")
    status, _ = bench.staff_form(f"/review/{photo}/decision", form | {"index": "01076", "checked": box}, cookie)
    expect(status == 422, f"the ticked box was taken for another index: {status}")
    status, _ = bench.staff_form(f"/review/{photo}/decision", form | {"checked": box}, cookie)
    expect(status == 303, f"the ticked box was not taken: {status}")
    status, _ = bench.staff_form(f"/review/{photo}/undo", {}, cookie)
    expect(status == 303, f"not undone: {status}")
    for digit in black:
        digit["confidence"] = 0.999
    with sqlite3.connect(bench.data / "endeks.sqlite", timeout=10) as database:
        database.execute("UPDATE photo SET reading = ? WHERE id = ?", (json.dumps(reading), photo))
    # Every digit sure, the use a usual one: one Enter, as ever.
    clerk.open(f"/{photo}")
    clerk.press(Keys.ENTER)
    clerk.wait("the decision at the first Enter", ".done h1", "01075")
    clerk.press("z")
    clerk.wait("the photo again", ".say.good")


def decisions(bench):
    return bench.rows("SELECT 1 FROM review_decision WHERE state <> 'withdrawn'")


def other_clerk(bench, photo):
    """A second browser sees whose the photo is, and cannot decide it."""
    other = Clerk(bench.staff, "en")
    try:
        other.open()
        other.press("Ayşe Deneme", Keys.ENTER)
        other.wait("the queue", "main.queue", "Ayşe Deneme")
        other.open(f"/{photo}")
        other.wait("whose it is", "h1", "Ayşe Deneme")
        expect(not other.has("#decide"), "two clerks may decide one photo")
    finally:
        other.browser.quit()


if __name__ == "__main__":
    given = harness.arguments(__doc__, screenshots=("", "put screenshots into this folder"))
    harness.main("review_page", lambda: test(given))
