/// What saves the clerk key strokes; every action is a form or a link that works without it.
enum ReviewScript {
    static let text = #"""
        "use strict";
        document.documentElement.classList.add("script");
        const one = (query, root = document) => root.querySelector(query);
        const all = (query, root = document) => [...root.querySelectorAll(query)];
        const loaded = performance.now();

        const main = one("main");
        const photo = main.dataset.photo;
        const field = one("#index");
        const form = one("#decide");
        const reject = one(".reject");
        let leaving = false;
        document.addEventListener("submit", (event) => { leaving = leaving || !event.defaultPrevented; });

        /* Decide */
        const accept = one("#accept");
        const words = accept ? { accept: accept.dataset.accept, correct: accept.dataset.correct } : {};
        function nameTheButton() {
          if (!accept || !field) return;
          const typed = field.value.trim();
          const read = field.dataset.read;
          one("span", accept).textContent = typed === read || !typed ? `${words.accept} ${read}` : `${words.correct} ${typed}`;
        }
        let waiting, turns = 0;
        function preview() {
          nameTheButton();
          one("#ask").textContent = "";
          clearTimeout(waiting);
          waiting = setTimeout(async () => {
            const turn = ++turns;
            try {
              const answer = await fetch(`/review/${photo}/preview`, { method: "POST", body: new URLSearchParams(new FormData(form)) });
              if (!answer.ok) return;
              const { html } = await answer.json();
              if (turn === turns) one("#preview").innerHTML = html;
            } catch { /* offline: the server checks the index when it is sent */ }
          }, 180);
        }
        if (field) {
          field.addEventListener("input", () => { field.value = field.value.replace(/\D/g, ""); noteTyping(); preview(); });
          all("input[name=subscriber]").forEach((choice) => choice.addEventListener("change", () => { asked = undefined; preview(); }));
          field.addEventListener("keydown", (event) => {
            if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
            event.preventDefault();
            const digits = Math.max(field.value.length, 1), most = 10n ** BigInt(digits);
            const value = BigInt(field.value || "0") + (event.key === "ArrowUp" ? 1n : -1n);
            field.value = ((value + most) % most).toString().padStart(digits, "0");
            preview();
          });
          nameTheButton();
        }

        /* A digit that is a guess, and a use that is very high, are looked at: the first Enter asks, the second one sends */
        const checked = one("#checked");
        let asked = form && form.dataset.asked, askedAt = loaded;
        function noteTyping() { if (field.value.length < 2) one("#retyped").value = "1"; }
        function ask(check) {
          one("#ask").textContent = check.dataset.words;
          const place = check.dataset.place;
          field.focus();
          if (place) field.setSelectionRange(Number(place), Number(place) + 1);
          else field.setSelectionRange(field.value.length, field.value.length);
        }
        if (field) {
          form.addEventListener("submit", (event) => {
            // Without a check of this very index the server has the last word; it also sees whether it is this meter's.
            const check = one("#check");
            if (!check || check.value !== field.value) { checked.checked = false; return; }
            if (asked === check.dataset.mark) {
              checked.value = asked;
              checked.checked = performance.now() - askedAt > 400;
              if (!checked.checked) event.preventDefault();
              return;
            }
            event.preventDefault();
            asked = check.dataset.mark;
            askedAt = performance.now();
            ask(check);
          });
          // A key that is held down is no second look.
          field.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.repeat) event.preventDefault(); });
          const check = one("#check");
          if (asked && check && check.dataset.mark === asked) ask(check);
        }
        function correct(digit) {
          if (!field) return;
          field.focus();
          if (digit === undefined) return field.select();
          field.value = digit;
          noteTyping();
          preview();
        }

        /* The photo: zoom, turn, contrast, invert, digits */
        const figure = one(".photo");
        const picture = figure && one("svg", figure);
        if (picture) {
          const [width, height] = [Number(picture.dataset.width), Number(picture.dataset.height)];
          const first = picture.getAttribute("viewBox").split(" ").map(Number);
          const layer = one(".layer", picture);
          let view = [...first], turned = 0;
          const show = () => picture.setAttribute("viewBox", view.join(" "));
          const zoom = (by, at = [view[0] + view[2] / 2, view[1] + view[3] / 2]) => {
            const size = Math.min(Math.max(view[2] / by, width / 40), width * 1.6) / view[2];
            view = [at[0] - (at[0] - view[0]) * size, at[1] - (at[1] - view[1]) * size, view[2] * size, view[3] * size];
            show();
          };
          const whole = () => {
            const isWhole = view[2] >= Math.max(width, height);
            view = isWhole ? [...first] : turned % 180 ? [(width - height) / 2, (height - width) / 2, height, width] : [0, 0, width, height];
            show();
          };
          const turn = (by) => {
            turned = (turned + by + 360) % 360;
            layer.setAttribute("transform", `rotate(${turned} ${width / 2} ${height / 2})`);
            if (turned) { view = turned % 180 ? [(width - height) / 2, (height - width) / 2, height, width] : [0, 0, width, height]; } else { view = [...first]; }
            show();
          };
          const look = (name) => {
            const on = figure.classList.toggle(name);
            const button = one(`[data-look=${name}]`);
            button.setAttribute("aria-pressed", name === "bare" ? !on : on);
          };
          window.endeksPhoto = { zoom, whole, turn, look };
          const acts = { in: () => zoom(1.4), out: () => zoom(1 / 1.4), whole, left: () => turn(-90), right: () => turn(90) };
          all("[data-act]").forEach((button) => button.addEventListener("click", () => acts[button.dataset.act]()));
          all("[data-look]").forEach((button) => button.addEventListener("click", () => look(button.dataset.look)));
          const place = (event) => {
            const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse());
            return [point.x, point.y];
          };
          picture.addEventListener("wheel", (event) => { event.preventDefault(); zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, place(event)); }, { passive: false });
          let held = null;
          picture.addEventListener("pointerdown", (event) => { held = place(event); picture.setPointerCapture(event.pointerId); });
          picture.addEventListener("pointermove", (event) => {
            if (!held) return;
            const at = place(event);
            view[0] += held[0] - at[0]; view[1] += held[1] - at[1];
            show();
          });
          ["pointerup", "pointercancel"].forEach((name) => picture.addEventListener(name, () => { held = null; }));
        }

        /* Time that runs: the customer's window, the seconds to undo */
        all("[data-left]").forEach((place) => {
          const end = loaded + Number(place.dataset.left);
          const tick = () => {
            const minutes = Math.floor((end - performance.now()) / 60000);
            if (minutes < 0) return;
            const text = minutes >= 60
              ? place.dataset.hours.replace("{hours}", Math.floor(minutes / 60)).replace("{minutes}", minutes % 60)
              : place.dataset.minutes.replace("{minutes}", minutes);
            place.textContent = text;
          };
          setInterval(tick, 20000);
        });
        const undo = one(".toast");
        if (undo) {
          const end = loaded + Number(undo.dataset.undo);
          const seconds = one(".seconds", undo), bar = one("progress", undo);
          const tick = () => {
            const left = Math.max(0, end - performance.now());
            if (bar) bar.value = left;
            if (left > 0) {
              seconds.textContent = seconds.dataset.words.replace("{seconds}", Math.ceil(left / 1000));
              return setTimeout(tick, 200);
            }
            undo.classList.add("over");
            one("form", undo).hidden = true;
            seconds.textContent = undo.dataset.over;
            // Said once to those who listen; the seconds are only for those who look.
            one("[role=status]", undo).textContent = undo.dataset.over;
            setTimeout(() => { if (photo) undo.remove(); }, 2500);
          };
          tick();
        }

        /* The claim: kept while the page is looked at, given back on the way to the queue */
        if (photo && form) {
          const send = (what) => fetch(`/review/${photo}/${what}`, { method: "POST" });
          const beat = async () => {
            if (document.hidden || leaving) return;
            try {
              const answer = await send("renew");
              // Somebody else has it. What is typed stays, and the server has the last word.
              if (answer.status === 409 && one("#ask")) one("#ask").textContent = form.dataset.lost;
            } catch { /* the next beat tells */ }
          };
          setInterval(beat, 40000);
          document.addEventListener("visibilitychange", () => { if (!document.hidden) beat(); });
          // Whoever goes back to the queue gives the photo back. Not on pagehide: that comes after the next page's claim, and
          // would take the claim from a page that was only shown anew in another language.
          all("a[href='/review']").forEach((link) => link.addEventListener("click", (event) => {
            // Opened beside this page, which stays.
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            leaving = true;
            navigator.sendBeacon(`/review/${photo}/release`);
          }));
        }
        // A page that the browser kept is not what stands in the database now.
        addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

        /* Keys */
        const click = (query) => { const found = one(query); if (found) found.click(); return Boolean(found); };
        document.addEventListener("keydown", (event) => {
          if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
          const at = event.target;
          const isTyping = at.matches("input[type=text], input:not([type]), textarea, select");
          if (event.key === "Escape") {
            if (isTyping) at.blur();
            if (reject) reject.open = false;
            all("details[open]").forEach((open) => { open.open = false; });
            return;
          }
          if (isTyping || event.repeat) return;
          // A control that has the focus does what it always does.
          const hasFocus = at.matches("a, button, summary");
          if (event.key === "Enter") {
            if (hasFocus) return;
            // The key that sent the last page must not decide on this one.
            if (performance.now() - loaded < 300) return event.preventDefault();
            if (reject && reject.open) { event.preventDefault(); return click("#reject-send"); }
            event.preventDefault();
            click("#accept") || click("#next");
            return;
          }
          if (/^[0-9]$/.test(event.key)) {
            if (reject && reject.open) {
              const choice = all("input[name=reason]")[Number(event.key) - 1];
              if (choice) { choice.checked = true; choice.focus(); }
              return event.preventDefault();
            }
            if (event.key === "0" && window.endeksPhoto && !event.shiftKey && !field) return window.endeksPhoto.whole();
            if (field) { event.preventDefault(); correct(event.key); }
            return;
          }
          const tools = window.endeksPhoto;
          const acts = {
            e: () => correct(),
            x: () => { if (reject) { reject.open = true; one("input[name=reason]", reject).focus(); } },
            z: () => click("#undo"),
            q: () => click("#to-queue"),
            "?": () => { const keys = one(".keys"); keys.open = !keys.open; if (keys.open) one("summary", keys).focus(); },
            "+": () => tools && tools.zoom(1.4), "=": () => tools && tools.zoom(1.4), "-": () => tools && tools.zoom(1 / 1.4),
            w: () => tools && tools.whole(), "[": () => tools && tools.turn(-90), "]": () => tools && tools.turn(90),
            c: () => tools && tools.look("contrast"), i: () => tools && tools.look("invert"), d: () => tools && tools.look("bare"),
          };
          acts.a = () => click("#accept"); acts.r = acts.x;
          const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
          if (!act) return;
          event.preventDefault();
          act();
        });
        // Enter on a chosen reason sends it, whatever the browser takes for the form's own button.
        if (reject) reject.addEventListener("toggle", () => { if (reject.open) one("input[name=reason]", reject).focus(); });
        const name = one("#name");
        if (name) name.focus();
        """#
}
