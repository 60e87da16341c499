# Plans, and shows the plan in the job's summary, or why there is none. Fails only in the step Result, after the comment is made.
set -uo pipefail
markdown="${RUNNER_TEMP:?}/wf-plan.md"
arguments=(plan --format markdown --detailed-exitcode)
[ "$WF_ACTION_RECURSIVE" = true ] && arguments+=(--recursive)
[ -n "$WF_ACTION_DENY" ] && arguments+=(--deny "$WF_ACTION_DENY")
[ -n "$WF_ACTION_PLAN_FILE" ] && arguments+=(--out "$WF_ACTION_PLAN_FILE")
while IFS= read -r argument; do
  [ -n "$argument" ] && arguments+=("$argument")
done <<< "$WF_ACTION_ARGUMENTS"

wf -C "$WF_ACTION_DIRECTORY" "${arguments[@]}" > "$markdown"
code=$?
planned=false
if [ -s "$markdown" ]; then
  planned=true
  cat "$markdown" >> "${GITHUB_STEP_SUMMARY:?}"
fi
{
  echo "exit-code=$code"
  echo "planned=$planned"
  echo "markdown=$markdown"
} >> "${GITHUB_OUTPUT:?}"
exit 0
