#!/usr/bin/env bash
# Installs what the tests need, builds once, runs all of them one project after the other.
# Last line: "N passed, N failed, N skipped". Extra arguments go to dotnet (-p:PublishedPackages=true, a restore source, …).
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if ! command -v chromium >/dev/null && command -v apt-get >/dev/null; then
  echo "Installing Chromium and a Chinese font for the browser tests"
  (apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk) >/dev/null 2>&1 \
    || echo "Chromium could not be installed: the browser tests will be skipped, and say so"
fi

if ! command -v strace >/dev/null && command -v apt-get >/dev/null; then
  echo "Installing strace for the tests that cut the power and let the disk fail"
  (apt-get update -qq && apt-get install -y -qq --no-install-recommends strace) >/dev/null 2>&1 \
    || echo "strace could not be installed: those tests will be skipped, and say so"
fi

if ! command -v 7z >/dev/null && command -v apt-get >/dev/null; then
  echo "Installing 7-Zip, which has to open what the contacts tool locks"
  (apt-get update -qq && apt-get install -y -qq --no-install-recommends p7zip-full) >/dev/null 2>&1 \
    || echo "7-Zip could not be installed: its test will be skipped, and says so"
fi

if ! command -v exiftool >/dev/null && command -v apt-get >/dev/null; then
  echo "Installing exiftool, which looks for notes in our copies of pictures and in our papers"
  (apt-get update -qq && apt-get install -y -qq --no-install-recommends libimage-exiftool-perl) >/dev/null 2>&1 \
    || echo "exiftool could not be installed: its tests will be skipped, and say so"
fi

if ! command -v soffice >/dev/null && command -v apt-get >/dev/null; then
  echo "Installing LibreOffice Writer for the tests that open our documents with it"
  (apt-get update -qq && apt-get install -y -qq --no-install-recommends libreoffice-writer-nogui poppler-utils fonts-noto-cjk) >/dev/null 2>&1 \
    || echo "LibreOffice could not be installed: those tests will be skipped, and say so"
fi

dotnet build ChatHelper.sln -v quiet "$@" || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }

passed=0 failed=0 skipped=0
for project in ChatHelper.Core.Tests ChatHelper.Tests ChatHelper.Browser.Tests; do
  log=$(mktemp)
  dotnet test "tests/$project" --no-build --logger "console;verbosity=normal" "$@" 2>&1 | tee "$log" \
    | grep -avE '^ *(Passed|Standard Output)|^    |^\[xUnit|^$' || true
  count() { grep -aE "^ *$1: +[0-9]+" "$log" | grep -oE '[0-9]+' | tail -1; }
  total=$(count 'Total tests')
  if [ -z "$total" ]; then failed=$((failed + 1)); fi # a run that died before its summary
  passed=$((passed + $(count Passed || true) + 0))
  failed=$((failed + $(count Failed || true) + 0))
  skipped=$((skipped + $(count Skipped || true) + 0))
  rm -f "$log"
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
