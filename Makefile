# The front door. `make run` opens a demo town hall; `make test` proves that
# all is well. Everything else is in the README.

.PHONY: run build test bench check crash format clean packages packages-test \
  packages-check

JOBS ?= $(shell nproc)
PORT ?= 8080
DEMO ?= data-demo
SPEED ?= 5

run: build
	build/release/suivant demo --data $(DEMO) --port $(PORT) \
	  --log data/day-1999-01-04.csv --date 1999-01-04 --speed $(SPEED)

build: packages
	@cmake --preset release --log-level=WARNING
	@cmake --build build/release --target suivant -- -j $(JOBS)

test: packages-test
	@cmake --preset release --log-level=WARNING
	@cmake --build build/release -- -j $(JOBS)
	@tools/run-tests build/release $(JOBS)

# A longer crash loop than the one in the tests: ROUNDS=1000 make crash
crash: packages-test
	@cmake --preset release --log-level=WARNING
	@cmake --build build/release -- -j $(JOBS)
	SUIVANT_CRASH_ROUNDS=$${ROUNDS:-500} build/release/tests/crash_tests

bench: packages-check
	@cmake --preset release --log-level=WARNING
	@bench/run build/release

check: packages-check
	@tools/check

format: packages-check
	@git ls-files '*.cpp' '*.hpp' | xargs clang-format-19 -i

packages:
	@tools/install tools/packages.txt
	@tools/unpack tools/packages-unpacked.txt

packages-test:
	@tools/install tools/packages.txt tools/packages-test.txt
	@tools/unpack tools/packages-unpacked.txt

packages-check:
	@tools/install tools/packages.txt tools/packages-test.txt \
	  tools/packages-check.txt
	@tools/unpack tools/packages-unpacked.txt

clean:
	rm -rf build
