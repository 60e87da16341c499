# Writes what is wrong with every configuration as SARIF. Code scanning takes one run of a tool in an upload, so that
# the results of several directories are put into one.
set -euo pipefail
. "$(dirname "$0")/directories.sh"
file="${RUNNER_TEMP:?}/wf.sarif"
for directory in "${directories[@]}"; do
  # It fails where there are mistakes, and those are what is asked for.
  wf -C "$directory" validate --format sarif | tr -d '\n' || true
  echo
done | node -e '
  const logs = require("fs").readFileSync(0, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
  const [first] = logs;
  first.runs[0].results = logs.flatMap((log) => log.runs[0].results);
  console.log(JSON.stringify(first));
' > "$file"
echo "file=$file" >> "${GITHUB_OUTPUT:?}"
