# Checks every configuration without credentials; each mistake becomes an annotation on its line.
set -euo pipefail
directories=("$WF_ACTION_DIRECTORY")
if [ "$WF_ACTION_RECURSIVE" = true ]; then
  directories=()
  while IFS= read -r -d "" directory; do
    directories+=("$directory")
  done < <(find "$WF_ACTION_DIRECTORY" \( -name ".?*" -o -name node_modules \) -prune -o -name "*.wf.hcl" -printf "%h\0" | sort -zu)
fi
failed=0
for directory in "${directories[@]}"; do
  wf -C "$directory" validate --format github || failed=1
done
exit "$failed"
