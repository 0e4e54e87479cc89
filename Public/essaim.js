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
    let changed = false;
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
