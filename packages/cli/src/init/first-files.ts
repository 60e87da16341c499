import { format } from "@wf/parser";
import { type Answers, groupsIn } from "./answers.ts";
import { firstConfiguration } from "./first-configuration.ts";

/** A file that a start needs, by its name in the directory. */
export interface FirstFile {
  readonly name: string;
  readonly content: string;
}

/** The configuration that complete answers describe, in its canonical layout. */
export function configurationFile(answers: Answers): FirstFile {
  const { region = "", name = "", issuer = "", group = "" } = answers;
  const clientId = answers["client-id"] ?? "";
  const text = firstConfiguration({
    provider:
      answers.provider === "cognito"
        ? { kind: "cognito", userPool: answers["user-pool"] ?? "", clientId }
        : { kind: "oidc", issuer, clientId },
    region,
    name,
    groups: groupsIn(group),
  });
  return { name: "main.wf.hcl", content: format({ name: "main.wf.hcl", text }).value };
}

/** What belongs in no repository: the program's own files, and files of values, which may be secret. */
export const ignoreFile: FirstFile = {
  name: ".gitignore",
  content: [
    "# What wf keeps for itself: journals of runs, locks, the region of --local.",
    ".wf/",
    "",
    "# Values of variables, which may be secret.",
    "*.wfvars.hcl",
    "",
  ].join("\n"),
};
