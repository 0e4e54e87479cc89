"""The first visit of the list of challenges costs little: requests, bytes, movement."""

# Besides the pictures that managers chose for their challenges; the bytes are those of all.
MOST_REQUESTS = 4
MOST_BYTES = 30_000


def test_first_visit_of_the_list_is_light(chromium, quiet):
    context = chromium.new_context(base_url=quiet.origin)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    addresses, weights = {}, {}
    session.on("Network.requestWillBeSent", lambda e: addresses.setdefault(e["requestId"], e["request"]["url"]))
    session.on("Network.loadingFinished", lambda e: weights.update({e["requestId"]: e["encodedDataLength"]}))
    page.goto("/fr/challenges", wait_until="networkidle")
    bill = "\n".join(f"{weights.get(i, 0):8.0f} {address}" for i, address in addresses.items())
    ours = [i for i, address in addresses.items() if not address.startswith("data:")]
    assert all(addresses[i].startswith(quiet.origin) for i in ours), bill
    assert len([i for i in ours if "/files/" not in addresses[i]]) <= MOST_REQUESTS, bill
    assert sum(weights.values()) <= MOST_BYTES, bill
    context.close()


def test_second_visit_brings_back_no_asset(chromium, quiet):
    context = chromium.new_context(base_url=quiet.origin)
    page = context.new_page()
    page.goto("/fr/challenges", wait_until="networkidle")
    fetched = []
    page.on("response", lambda r: None if r.request.resource_type == "document" else fetched.append(r))
    page.goto("/fr/themes", wait_until="networkidle")
    # What a content-hashed address names never changes, so that the browser need not ask.
    assert [r.url for r in fetched if not r.from_service_worker and "immutable" not in
            r.headers.get("cache-control", "")] == []
    context.close()
