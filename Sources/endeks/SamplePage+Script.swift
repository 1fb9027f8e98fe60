extension SamplePage {
    /// Key strokes for who looks through many photos: J and K go on and back, L changes the language, Escape closes.
    ///
    /// The page does without it; each of these is a link or a button too.
    static let script = """
        addEventListener("keydown", (event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const photos = [...document.querySelectorAll("article")];
          const open = document.querySelector("figure:target");
          const goTo = (article) => { location.hash = article.id; article.focus({ preventScroll: true }); };
          if (event.key === "Escape" && open) return goTo(open.closest("article"));
          if (event.key === "l") {
            const other = document.querySelector("[name=language]:not(:checked)");
            other.checked = true;
            document.documentElement.lang = other.id;
          }
          const step = { j: 1, k: -1 }[event.key];
          if (!step) return;
          const here = photos.findLastIndex((article) => article.getBoundingClientRect().top < 100);
          goTo(photos[Math.max(0, Math.min(photos.length - 1, here + step))]);
        });
        document.querySelectorAll("[name=language]").forEach((choice) =>
          choice.addEventListener("change", () => (document.documentElement.lang = choice.id)));
        """
}
