"""Takes the README's picture of the review page: gas-10, whose third digit is a guess, as a clerk corrects it."""

from selenium.webdriver.common.keys import Keys

import harness
import review_page
from harness import expect, wait_for


def take(options):
    expect(options.picture, "--picture FILE is missing")
    with harness.Bench(options) as bench:
        photos = bench.clone / "Images/photos"
        bench.import_subscribers(photos / "subscribers.csv")
        bench.run("readings", "import", photos / "history.csv", "--data", bench.data)
        bench.start_stand_in("--count", "0")
        bench.start_service()
        review_page.send(bench, "gas-10.jpg", "905550001110", "wamid.PICTURE10")
        wait_for("the photo in review", 60, lambda: bench.status()["photos"]["review"] == 1)
        clerk = review_page.Clerk(bench.staff, "en")
        try:
            clerk.open()
            clerk.press("Ayşe Deneme", Keys.ENTER)
            clerk.wait("the queue", "h1", "1 photo")
            clerk.press(Keys.ENTER)
            clerk.wait("the photo", "#index")
            expect(clerk.shows_photo(), "the photo does not show")
            clerk.browser.add_cookie({"name": "endeks-theme", "value": options.theme, "path": "/review"})
            clerk.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
                "width": options.width, "height": options.height, "deviceScaleFactor": 1, "mobile": False})
            clerk.browser.refresh()
            if options.index:
                clerk.press(options.index)
                clerk.wait("the amount while typing", "#accept", options.index)
                clerk.press(Keys.ESCAPE)
            clerk.wait("the use of the last months", ".chart")
            clerk.browser.save_screenshot(options.picture)
            expect(not clerk.complaints(), f"the browser complains: {clerk.complaints()}")
        finally:
            clerk.browser.quit()
    return options.picture


if __name__ == "__main__":
    given = harness.arguments(
        __doc__, picture=("", "the PNG to write"), theme=("light", "light or dark"), width=(1366, "pixels"),
        height=(768, "pixels"), index=("01075", "what the clerk types; nothing if empty"))
    harness.main("review_picture", lambda: take(given))
