# The directories of the configurations, as the array `directories`.
directories=("$WF_ACTION_DIRECTORY")
if [ "$WF_ACTION_RECURSIVE" = true ]; then
  directories=()
  while IFS= read -r -d "" directory; do
    directories+=("$directory")
  done < <(find "$WF_ACTION_DIRECTORY" -mindepth 1 \( -name ".?*" -o -name node_modules \) -prune -o -name "*.wf.hcl" -printf "%h\0" | sort -zu)
fi
