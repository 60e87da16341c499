# The directories of the configurations, as the array `directories`.
directories=("$WF_ACTION_DIRECTORY")
if [ "$WF_ACTION_RECURSIVE" = true ]; then
  directories=()
  while IFS= read -r -d "" directory; do
    directories+=("$directory")
  done < <(
    find "$WF_ACTION_DIRECTORY" -mindepth 1 \( -name ".?*" -o -name node_modules \) -prune -o -name "*.wf.hcl" -print0 |
      while IFS= read -r -d "" file; do printf "%s\0" "${file%/*}"; done |
      sort -zu
  )
fi
