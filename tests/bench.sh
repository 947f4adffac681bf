#!/usr/bin/env bash
# Measures the shipped code on sets of test data: builds in Release and runs it.
#   tests/bench.sh quality <extraction|metadata|feeds|language|entities|clusters|pairs> --data DIR --out pred.jsonl [--score] [--scorers DIR] [--take N] [--soak N]
# DIR is one set's folder (html/ and ground-truth.json, cases.jsonl and files/, sentences.jsonl, docs.jsonl …) or a folder of such folders.
# --score calls the scorers (python3), found in a folder "scorers" beside DIR or above it, or by --scorers; --soak reads N items and prints the memory.
#   tests/bench.sh fuzz [--cases 100000] [--seed N] [--only CASE]
# Broken feeds and pages: no crash, no read over a second, memory bounded.
#   tests/bench.sh polling [SOURCES [SEED]]
# A day of polling on virtual time (10,000 sources unless told): what was missed, what hosts saw; fails when an ordinary day misses an item that was shown for longer than the poll floor, or a wild one more than 1 in 1,000.
#   tests/bench.sh stories [replay|cost|duplicates|grouping] [--articles 1000000]
# The story leader on invented news: a start after a million decisions, the cost of an article and of finding its reprints at 10,000, 100,000 and a million. Needs 4 GB of disk a million.
#   tests/bench.sh stories folds --data DIR
# The grouping on one set (docs.jsonl with gold.jsonl or pairs.jsonl): settings chosen on a random half of its topics and told by the other half, twenty times; mean and spread.
#   tests/bench.sh hostile
# Time and memory of the analysis against the length of texts that nobody writes; fails where four times the text costs more than eight times the work.
#   tests/bench.sh search [--sizes 10000,100000,1000000] [--questions 200] [--keep DIR]
# Fifteen kinds of search through the gateway at growing sizes of an invented archive: p50, p95 and p99; fails when p95 is 50 ms or more, or the largest three times the smallest. Needs 8 GB of disk a million.
#   tests/bench.sh asyncapi
# Writes the description of the events (gateway/DescribeApi/asyncapi.json) anew from the contracts.
#   tests/bench.sh screenshots
# Takes the README's pictures of the site anew, with Chromium.
#   tests/bench.sh build-words <names|lemmas|background> …
# Makes the word lists and counts that the services ship, from public packages and sets.
#   tests/bench.sh train-names <measure|check|train|groups> …
#   tests/bench.sh train-languages <--measure FILE… | OUTPUT FILE…>
#   tests/bench.sh train-extraction <--measure DIR… | OUTPUT DIR…>
# Train the models that the services ship, or measure the training on held-out parts. tests/Benchmarks/README.md: the command and the data of every shipped file.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)/Benchmarks"
case "${1:-}" in
  fuzz) folder=Fuzz program=FuzzBench ;;
  stories) folder=Stories program=StoryBench; shift ;;
  hostile) folder=Hostile program=HostileBench; shift ;;
  search) folder=Search program=SearchBench; shift ;;
  polling) folder=PollDay program=PollDay; shift ;;
  build-words) folder=BuildWordLists program=BuildWordLists; shift ;;
  train-names) folder=TrainNames program=TrainNames; shift ;;
  train-languages) folder=TrainLanguages program=TrainLanguages; shift ;;
  train-extraction) folder=TrainExtraction program=TrainExtraction; shift ;;
  *) folder=Quality program=QualityBench ;;
esac
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
if [ "${1:-}" = asyncapi ]; then
  dotnet build "$here/../Contracts" -c Release -v quiet -p:RunAnalyzers=false >&2
  exec dotnet "$here/../Contracts/bin/Release/net10.0/NewsPlatform.Contracts.Tests.dll" -explicit only -class "*AsyncApiTests"
fi
if [ "${1:-}" = screenshots ]; then
  dotnet build "$here/../EndToEnd" -c Release -v quiet -p:RunAnalyzers=false >&2
  mkdir -p "$here/../../deploy/samples/screenshots"
  exec dotnet "$here/../EndToEnd/bin/Release/net10.0/NewsPlatform.EndToEnd.Tests.dll" -explicit only -class NewsPlatform.EndToEnd.Tests.Site.Screenshots
fi
dotnet build "$here/$folder" -c Release -v quiet -p:RunAnalyzers=false >&2
exec dotnet "$here/$folder/bin/Release/net10.0/NewsPlatform.$program.dll" "$@"
