# make run    installs what is missing, builds for release and serves the demonstration;
#             ESSAIM_PORT=9000 make run, and every other option in the same way
# make test   installs what the tests need and runs everything
# make lint   looks at the form of the code alone
# make bench  measures, on this machine alone

SHELL := /bin/sh
.DEFAULT_GOAL := run

packages := libsqlite3-dev libxml2-dev libargon2-dev libcmark-gfm-dev libstemmer-dev zlib1g-dev libpng-dev libturbojpeg0-dev \
	libwebp-dev pkg-config tzdata
test-packages := chromium newsboat python3-venv sqlite3 strace wrk
bench-packages := wrk

# Installs the Debian packages of the list that are missing; asks nothing, and needs no network when all are there.
define install
	@missing=$$(for package in $(1); do \
		[ "$$(dpkg-query -W -f '$${db:Status-Status}' $$package 2>/dev/null)" = installed ] || echo $$package; \
	done); \
	[ -z "$$missing" ] && exit 0; \
	echo "Installing" $$missing; \
	root=; [ "$$(id -u)" = 0 ] || root=sudo; \
	$$root apt-get -qq -o Acquire::Retries=3 update </dev/null && \
	$$root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 \
		install --yes --no-install-recommends $$missing </dev/null
endef

.PHONY: run deps test lint bench

run: deps
	swift build --configuration release --product essaim
	@exec .build/release/essaim serve --demo

deps:
	$(call install,$(packages))

test: deps .venv/complete
	$(call install,$(test-packages))
	swift build --build-tests
	@swift test --skip-build --parallel > .build/tests.log 2>&1 && tail -n 1 .build/tests.log || \
		{ cat .build/tests.log; echo; echo "Failed:"; grep -a '✘\|recorded an issue' .build/tests.log; exit 1; }
	$(MAKE) lint
	.build/debug/essaim check
	.venv/bin/pytest Tests/Browser

lint:
	swift format lint --strict --parallel --recursive Sources Tests Package.swift

bench: deps
	$(call install,$(bench-packages))
	swift build --configuration release --product essaim
	.build/release/essaim bench

.venv/complete: Tests/Browser/requirements.txt
	$(call install,python3-venv)
	python3 -m venv --clear .venv
	.venv/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@
