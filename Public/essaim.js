// Everything works without this file: it only makes a few acts smoother.
(() => {
    "use strict";
    const live = document.getElementById("live");
    const say = (text) => { if (live) { live.textContent = ""; setTimeout(() => { live.textContent = text; }, 50); } };

    // The menu closes on Escape and on a press elsewhere.
    const menus = () => document.querySelectorAll("details.menu[open]");
    document.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        menus().forEach((menu) => { menu.open = false; menu.querySelector("summary").focus(); });
    });
    document.addEventListener("click", (event) => {
        menus().forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
    });

    // After a refused form, the reader starts at the summary of what to mend.
    document.querySelector(".summary")?.focus();

    // A form goes out once; one marked data-part brings back only its own part of the page.
    // What was refused was typed already, and is kept by this page alone.
    let changed = Boolean(document.querySelector(".summary") && document.querySelector("form[data-guard]"));
    document.addEventListener("submit", async (event) => {
        const form = event.target;
        if (form.method !== "post") return;
        if (form.dataset.sent) { event.preventDefault(); return; }
        form.dataset.sent = "yes";
        changed = false;
        const part = form.closest("[data-part]");
        if (!part || event.submitter?.name) return;
        event.preventDefault();
        try {
            const body = new URLSearchParams(new FormData(form));
            const answer = await fetch(form.action, { method: "POST", body });
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            const fresh = answer.ok && page.getElementById(part.id);
            if (!fresh && answer.ok && answer.redirected) { location.href = answer.url; return; }
            if (!fresh) throw new Error("refused");
            // What one act changes elsewhere on the page, such as how many supports are left, changes with it.
            document.querySelectorAll("[data-part]").forEach((old) => {
                const other = old !== part && !old.contains(document.activeElement) && page.getElementById(old.id);
                if (other) old.replaceWith(other);
            });
            part.replaceWith(fresh);
            fresh.querySelector("button, a")?.focus();
            say(page.querySelector(".flash")?.textContent.trim() ?? "");
        } catch {
            form.submit();
        }
    });
    window.addEventListener("pageshow", () => {
        document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
    });

    // A long text is never lost by a slip of the hand.
    document.addEventListener("input", (event) => { if (event.target.closest("form[data-guard]")) changed = true; });
    window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });

    // What is being written is kept as a draft when the pen rests. A form that is sent waits for it, so that no draft
    // comes after its idea.
    document.querySelectorAll("form[data-draft]").forEach((form) => {
        let rest, keeping;
        const keep = async () => {
            if (!form.querySelector("textarea").value.trim()) return;
            const body = new URLSearchParams(new FormData(form));
            body.set("act", "draft");
            const answer = await fetch(form.action, { method: "POST", body });
            if (!answer.ok || !answer.redirected) return;
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            form.querySelector("[data-kept]").textContent = page.querySelector(".flash")?.textContent.trim() ?? "";
        };
        form.addEventListener("input", () => {
            clearTimeout(rest);
            rest = setTimeout(() => {
                if (form.dataset.sent || keeping) return;
                keeping = keep().catch(() => {}).finally(() => { keeping = undefined; });
            }, 8000);
        });
        form.addEventListener("submit", (event) => {
            clearTimeout(rest);
            if (!keeping) return;
            event.preventDefault();
            event.stopPropagation();
            keeping.then(() => form.requestSubmit(event.submitter));
        });
    });

    // Ideas that resemble the title show themselves under it while it is being typed.
    document.querySelectorAll("[data-similar]").forEach((place) => {
        const title = document.getElementById("title");
        let rest, asked = "";
        const ask = async () => {
            const text = title.value.trim();
            if (text === asked) return;
            asked = text;
            if (text.length < 8) { place.replaceChildren(); return; }
            const answer = await fetch(place.dataset.similar + "?" + new URLSearchParams({ title: text }));
            if (!answer.ok || asked !== text) return;
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            const fresh = page.getElementById("similar");
            // Voting would lead away from what is being written: here, ideas are read, in another tab.
            fresh?.querySelectorAll(".ballot").forEach((ballot) => ballot.remove());
            fresh?.querySelectorAll("a").forEach((link) => { link.target = "_blank"; link.rel = "noopener"; });
            place.replaceChildren(...(fresh?.childNodes ?? []));
        };
        title?.addEventListener("input", () => {
            clearTimeout(rest);
            rest = setTimeout(() => { ask().catch(() => {}); }, 600);
        });
    });

    // A queue is worked through by single keys as well, for those who leave them on; the list beside it says which.
    document.querySelectorAll("form[data-shortcuts]").forEach((form) => {
        const list = form.querySelector(".shortcuts"), power = list.querySelector("input");
        const boxes = [...form.querySelectorAll("[name=posts]")], reason = form.querySelector("[name=reason]");
        const button = (act) => form.querySelector(`button[value=${act}]`);
        const keys = { show: "p", hide: "h" };
        const tell = () => Object.entries(keys).forEach(([act, key]) => {
            if (power.checked) button(act).setAttribute("aria-keyshortcuts", key);
            else button(act).removeAttribute("aria-keyshortcuts");
        });
        let place = -1;
        const choose = () => {
            if (boxes.some((box) => box.checked) || place < 0) return;
            boxes[place].checked = true;
        };
        const move = (step) => {
            place = Math.min(Math.max(place + step, 0), boxes.length - 1);
            boxes[place].focus();
            boxes[place].closest("li").scrollIntoView({ block: "nearest" });
        };
        const acts = {
            j: () => move(1),
            k: () => move(-1),
            x: () => { if (place < 0) move(1); boxes[place].checked = !boxes[place].checked; },
            p: () => { choose(); form.requestSubmit(button("show")); },
            h: () => { choose(); if (reason.value) form.requestSubmit(button("hide")); else reason.focus(); },
        };
        list.hidden = false;
        power.checked = localStorage.getItem("shortcuts") !== "off";
        power.addEventListener("change", () => { localStorage.setItem("shortcuts", power.checked ? "on" : "off"); tell(); });
        boxes.forEach((box, index) => box.addEventListener("focus", () => { place = index; }));
        document.addEventListener("keydown", (event) => {
            const act = acts[event.key];
            if (!act || !power.checked || event.ctrlKey || event.metaKey || event.altKey || event.repeat && "ph".includes(event.key)) return;
            if (event.target.closest("textarea, select, input:not([type=checkbox])")) return;
            event.preventDefault();
            act();
        });
        tell();
    });

    // A file that is too large is not even sent.
    document.addEventListener("change", (event) => {
        const input = event.target;
        const words = input.dataset.most && input.closest(".field").querySelector("[data-too-large]");
        if (!words) return;
        words.hidden = !(input.files[0]?.size > Number(input.dataset.most));
        if (words.hidden) return;
        input.value = "";
        say(words.textContent);
    });

    // What takes its time says so while it lasts.
    document.querySelectorAll("form[data-busy]").forEach((form) => {
        form.addEventListener("submit", () => {
            form.querySelector(".busy").hidden = false;
            setTimeout(() => form.querySelectorAll("button").forEach((button) => { button.disabled = true; }));
        });
    });

    // What goes on by itself is looked at again, until it leads elsewhere.
    const progress = document.querySelector("[data-progress]");
    if (progress) {
        const look = async () => {
            const answer = await fetch(location.href, { redirect: "manual" }).catch(() => null);
            if (answer && !answer.ok) return location.reload();
            const page = answer && new DOMParser().parseFromString(await answer.text(), "text/html");
            const found = page?.querySelector("[data-progress]");
            if (page && !found) return location.reload();
            if (found) progress.replaceChildren(...found.childNodes);
            setTimeout(look, 1500);
        };
        setTimeout(look, 1500);
    }

    // A number with bounds can be slid to as well, and what follows from it comes without a press of the button.
    document.querySelectorAll("input[data-slide]").forEach((number) => {
        const slide = document.createElement("input");
        slide.type = "range";
        ["min", "max"].forEach((name) => { slide[name] = number[name]; });
        slide.step = number.dataset.slide;
        slide.value = number.value;
        slide.setAttribute("aria-label", document.querySelector(`label[for="${number.id}"]`).textContent);
        number.after(slide);
        let rest;
        const compute = async () => {
            const form = number.form;
            const answer = await fetch(form.action + "?" + new URLSearchParams(new FormData(form)));
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            const fresh = answer.ok && page.getElementById("years");
            if (fresh) document.getElementById("years").replaceWith(fresh);
        };
        const follow = (one, other) => {
            other.value = one.value;
            clearTimeout(rest);
            rest = setTimeout(() => { compute().catch(() => {}); }, 300);
        };
        slide.addEventListener("input", () => follow(slide, number));
        number.addEventListener("input", () => follow(number, slide));
    });

    // What remains of a limited text, told near the end only.
    document.querySelectorAll("textarea[maxlength]").forEach((area) => {
        const left = document.getElementById(area.id + "-left");
        if (!left) return;
        const show = () => {
            const rest = area.maxLength - area.value.length;
            left.hidden = rest > area.maxLength / 5;
            left.querySelector("b").textContent = rest.toLocaleString(document.documentElement.lang);
        };
        area.addEventListener("input", show);
        show();
    });
})();
