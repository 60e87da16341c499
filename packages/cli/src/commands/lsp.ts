import type { Context } from "../context.ts";
import type { ExitCode } from "../exit-code.ts";
import { serve } from "../lsp/serve.ts";
import { UserError } from "../user-error.ts";

/** Answers an editor in the Language Server Protocol; a person at a terminal is told what it is for. */
export async function lsp({ io }: Context): Promise<ExitCode> {
  if (io.stdin.isTTY)
    throw new UserError(
      "wf lsp talks to an editor, not to a person.",
      "Let your editor start it: docs/editors.md says how.",
    );
  return serve(io);
}
