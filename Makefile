# The one entry for people and for continuous integration.

# short | full: how much data the long-running tests take.
export QUALITY_SIZE ?= short
# Where `make report` writes, and further arguments for the program.
REPORT ?= report
ARGS ?=

# small | full: how much data the benchmarks take.
SIZE ?= full

.PHONY: report test test-long bench lint format docs

report:
	@Tests/Scripts/report "$(REPORT)" $(ARGS)

test:
	@Tests/Scripts/test

test-long:
	@$(MAKE) test QUALITY_SIZE=full
	@Tests/Scripts/thread-sanitizer

bench:
	@Tests/Scripts/bench "$(SIZE)" $(ARGS)

lint:
	@Tests/Scripts/lint

format:
	@Tests/Scripts/lint --fix

docs:
	@Tests/Scripts/set-up build
	@Tests/Scripts/documentation
