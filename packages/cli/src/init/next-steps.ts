import path from "node:path";
import { type Context, shownPath } from "../context.ts";
import { wrapAfter, wrapWords } from "../render/wrap-words.ts";
import type { Answers } from "./answers.ts";
import { checkAnswer } from "./check-answer.ts";
import { exampleIssuer } from "./fields.ts";

/** What was written, and what to do now. */
export function nextSteps(context: Context, answers: Answers, ignoreFileWasThere: boolean): string {
  const { directory, io, local, out, width } = context;
  const prose = (text: string): readonly string[] => wrapWords(text, width);
  const shown = (name: string): string => shownPath(context, path.join(directory, name));
  const files = [shown("main.wf.hcl"), ...(ignoreFileWasThere ? [] : [shown(".gitignore")])];
  const inDirectory = directory === io.workingDirectory ? "" : ` -C ${shownPath(context, directory)}`;
  const wf = (command: string): string => `  wf ${command}${inDirectory}${local ? " --local" : ""}`;
  const isOidc = answers.provider === "oidc";
  const isExample = isOidc
    ? answers.issuer === exampleIssuer
    : answers["user-pool"]?.endsWith("_Example01") === true;
  const { warning } = checkAnswer("region", answers.region ?? "", answers);
  return [
    `${out.good("Wrote")} ${files.join(" and ")}.`,
    ...(warning === undefined
      ? []
      : wrapAfter(`${out.warning("Warning:")} `, `${answers.region}: ${warning}`, width)),
    ...(ignoreFileWasThere ? prose("There is a .gitignore already: let it hold .wf/ and *.wfvars.hcl.") : []),
    "",
    ...(isExample ? prose(`Put your ${isOidc ? "identity provider" : "user pool"}'s own values in it.`) : []),
    ...(isOidc ? prose("Give the client secret as WF_VAR_client_secret in the environment.") : []),
    "Then:",
    wf("validate"),
    wf("doctor"),
    wf("plan"),
    "",
    ...(local ? [] : ["To try it without AWS, add --local.", ""]),
  ].join("\n");
}
