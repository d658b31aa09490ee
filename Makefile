# One name for every verb; the work is in scripts/ and in the CMake presets (build/PRESET).

PREFIX ?= /usr/local

.PHONY: build run stop test unit asan tsan fuzz bench lint format install clean help

build: ## install what is missing and build (build/release)
	@scripts/setup run
	@scripts/build release drover drover-runtime

run: ## build, start examples/web under the supervisor, show its URL; Ctrl-C ends it
	@scripts/run start

stop: ## end what `make run` started
	@scripts/run stop

test: ## build and run every test
	@scripts/test release

unit: ## build and run the unit tests only
	@scripts/test release -L '^unit$$'

asan: ## the tests under AddressSanitizer and UndefinedBehaviorSanitizer
	@scripts/test asan

tsan: ## the tests of all that is free of V8 under ThreadSanitizer
	@scripts/test tsan

fuzz: ## feed the parsers of bytes from outside for FUZZ_SECONDS (60) each
	@scripts/fuzz

bench: ## one table: Drover beside every other runtime found
	@scripts/bench

lint: ## layers, format, shell, hosts and clang-tidy on what changed
	@scripts/setup test
	@scripts/build release
	@scripts/lint

format: ## format the C++ sources
	@git ls-files --cached --others --exclude-standard '*.cc' '*.h' | xargs clang-format-14 -i

install: build ## install a tree that runs from any place it is copied to (PREFIX=/usr/local)
	@cmake --install build/release --prefix '$(PREFIX)'

clean: stop ## remove what was built; the packages in .deps stay
	@rm -rf build

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile
