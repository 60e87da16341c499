# Checks every configuration without credentials; each mistake becomes an annotation on its line.
set -euo pipefail
. "$(dirname "$0")/directories.sh"
failed=0
for directory in "${directories[@]}"; do
  wf -C "$directory" validate --format github || failed=1
done
exit "$failed"
