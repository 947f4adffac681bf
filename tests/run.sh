#!/usr/bin/env bash
# The whole suite. Installs what it needs and may (rabbitmq-server, chromium, faketime, nodejs, npm, python3-feedparser, newsboat, and by npm what
# tests/clients pins), says what is skipped and why, and ends with
# a line "N passed, N failed, N skipped". Arguments go to `dotnet build` and `dotnet test`, e.g. -p:MongoDb=true.
#
# With --faults first: the long form of the fault suite alone, which prints its table and the same last line.
#   tests/run.sh --faults [--seed N] [--articles 5000] [--engine sqlite|mongodb] [--only BrokerReset,ClockStepped]
# The MongoDB engine needs NEWSPLATFORM_TEST_MONGODB. The seed, random unless given, repeats articles and order of faults.
set -uo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

install_missing() {
  local missing=()
  [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || missing+=(rabbitmq-server)
  command -v chromium >/dev/null || missing+=(chromium)
  compgen -G '/usr/lib/*/faketime/libfaketimeMT.so.1' >/dev/null || missing+=(faketime)
  command -v node >/dev/null || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  [ -d /usr/lib/python3/dist-packages/feedparser ] || missing+=(python3-feedparser)
  [ -x /usr/bin/newsboat ] || missing+=(newsboat)
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "Not installed and not mine to install (needs apt-get and root): ${missing[*]}. Tests that need them are skipped."
    return
  fi
  echo "Installing ${missing[*]} ..."
  # The package starts a broker of its own where an init system runs; the tests use private ones.
  if ! { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"; } >"$results/apt.log" 2>&1; then
    tail -n 5 "$results/apt.log"
    echo "The installation failed; tests that need ${missing[*]} are skipped (in CI they fail)."
  fi
}

# The clients of others that the suite holds against the platform. No script of a package runs.
install_clients() {
  [ -d tests/clients/node_modules ] && [ tests/clients/node_modules/.package-lock.json -nt tests/clients/package-lock.json ] && return
  command -v npm >/dev/null || { echo "npm is not installed; tests that need tests/clients are skipped (in CI they fail)."; return; }
  echo "Installing tests/clients ..."
  npm ci --prefix tests/clients --ignore-scripts --no-audit --no-fund >"$results/npm.log" 2>&1 || { tail -n 5 "$results/npm.log"; echo "The installation failed; tests that need tests/clients are skipped (in CI they fail)."; }
}

count() { # name of a counter, over all result files
  cat "$results"/*.trx 2>/dev/null | grep -o '<Counters [^>]*' | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" | awk '{ sum += $1 } END { print sum + 0 }'
}

run_faults() {
  local seed=$RANDOM articles=5000 engine=sqlite only=""
  while [ $# -gt 0 ]; do
    case "$1" in
      --seed) seed=${2:-} ;;
      --articles) articles=${2:-} ;;
      --engine) engine=${2:-} ;;
      --only) only=${2:-} ;;
      *) echo "--faults does not take '$1': give --seed, --articles, --engine or --only, each with its value."; return 2 ;;
    esac
    shift 2 || { echo "The last option has no value."; return 2; }
  done
  if ! [[ $seed =~ ^[0-9]{1,9}$ && $articles =~ ^[1-9][0-9]{0,5}$ && $engine =~ ^(sqlite|mongodb)$ ]]; then
    echo "--seed is '$seed', --articles '$articles', --engine '$engine': give a number, a number from 1 to 999999, and sqlite or mongodb."
    return 2
  fi

  local build=()
  [ "$engine" = mongodb ] && build=(-p:MongoDb=true)
  dotnet build tests/EndToEnd -c Release -v quiet "${build[@]}" || { echo "The build failed."; echo "0 passed, 1 failed"; return 1; }
  NEWSPLATFORM_FAULTS_SEED=$seed NEWSPLATFORM_FAULTS_ARTICLES=$articles NEWSPLATFORM_FAULTS_ONLY=$only \
    dotnet tests/EndToEnd/bin/Release/net10.0/NewsPlatform.EndToEnd.Tests.dll -noColor -showLiveOutput \
    -method "*.FaultTests.Nothing_is_lost_doubled_or_stale_on_${engine}_whatever_breaks" -method '*.RollingRestartTests.*' | sed -u -E 's/^ *NewsPlatform\.EndToEnd\.Tests\.Faults\.[^ ]+ \[OUTPUT\] //' | tee "$results/faults.log"
  local status=${PIPESTATUS[0]}
  sed -n -E 's/.*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+).*/\1 \2 \3 \4/p' "$results/faults.log" |
    { read -r total errors failed skipped && echo "$((total - errors - failed - skipped)) passed, $((errors + failed)) failed, $skipped skipped"; }
  return "$status"
}

install_missing
install_clients

if [ "${1:-}" = --faults ]; then
  shift
  run_faults "$@"
  exit
fi

echo "Building ..."
dotnet build NewsPlatform.sln -c Release -v quiet "$@" || { echo "The build failed."; echo "0 passed, 1 failed"; exit 1; }

dotnet test NewsPlatform.sln -c Release --no-build -m:1 --logger trx --results-directory "$results" --logger "console;verbosity=minimal" "$@"
status=$?

total=$(count total) executed=$(count executed) passed=$(count passed)
skipped=$((total - executed)) failed=$((executed - passed))
if [ "$skipped" -gt 0 ]; then
  echo "Skipped, with the reason:"
  cat "$results"/*.trx | grep -A 6 'outcome="NotExecuted"' | sed -n 's/.*<StdOut>\(.*\)<\/StdOut>.*/\1/p; s/.*<Message>\(.*\)<\/Message>.*/\1/p' | sort | uniq -c | sed 's/^/  /'
fi
[ "$executed" -gt 0 ] || { echo "No test ran."; status=1; }
[ "$failed" -eq 0 ] || status=1
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
