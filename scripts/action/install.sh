# Installs wf, unless the job has done so.
set -euo pipefail
if [ -n "$WF_ACTION_PACKAGE" ]; then
  npm install --global --no-audit --no-fund --ignore-scripts -- "$WF_ACTION_PACKAGE"
fi
if ! command -v wf > /dev/null; then
  echo "::error title=wf is not installed::Give the action the input package, or put wf on the PATH in an earlier step."
  exit 1
fi
wf version
