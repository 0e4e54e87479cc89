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
