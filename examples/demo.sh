#!/bin/sh
# Reads three bundled articles, keeps them in ./demo/ledger, and briefs the pair they tell of.
# Works offline; `make demo` puts the virtual environment's `legation` on the PATH.
set -eu
cd "$(dirname "$0")/.."
ledger=demo/ledger
mkdir -p demo

say() { printf '\n== %s\n\n' "$*"; }

say "1. Read three articles and keep what they say"
legation read examples/articles --ledger "$ledger"

say "2. Why each row of the wire report is there"
legation read examples/articles/wire-2013-11-02.txt --explain --no-keep

say "3. The brief of Russia and Japan, as of 1 December 2013"
legation brief RUS JPN --as-of 2013-12-01 --ledger "$ledger"

legation brief RUS JPN --as-of 2013-12-01 --ledger "$ledger" --html > demo/brief.html
say "The same brief as a page: demo/brief.html"
say "4. What an opinion page claims, against the record"
legation check examples/articles/opinion-2013-11-29.html --ledger "$ledger"

legation check examples/articles/opinion-2013-11-29.html --ledger "$ledger" --html > demo/checked.html
say "The same page annotated: demo/checked.html"
echo "Next: legation events --ledger $ledger --state CHN"
echo "      legation states Japan --on 2013-11-02"
