#!/usr/bin/env bash
# Measures the shipped code on sets of test data: builds in Release and runs it.
#   tests/bench.sh quality <extraction|metadata|feeds|language|entities|clusters|pairs> --data DIR --out pred.jsonl [--score] [--scorers DIR] [--take N] [--soak N]
# DIR is one set's folder (html/ and ground-truth.json, cases.jsonl and files/, sentences.jsonl, docs.jsonl …) or a folder of such folders.
# --score calls the scorers (python3), found in a folder "scorers" beside DIR or above it, or by --scorers; --soak reads N items and prints the memory.
#   tests/bench.sh fuzz [--cases 100000] [--seed N] [--only CASE]
# Broken feeds and pages: no crash, no read over a second, memory bounded.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)/Benchmarks"
name=Quality
[ "${1:-}" = fuzz ] && name=Fuzz
project="$here/$name"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build "$project" -c Release -v quiet -p:RunAnalyzers=false >&2
exec dotnet "$project/bin/Release/net10.0/NewsPlatform.${name}Bench.dll" "$@"
