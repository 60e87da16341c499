/** What `wf init` may ask for, and takes as flags of the same names. */
export type FieldId = "provider" | "region" | "name" | "issuer" | "client-id" | "user-pool" | "group";

/** Answers as they are typed; groups stand in one text, with spaces or commas between them. */
export type Answers = Readonly<Partial<Record<FieldId, string>>>;

/** The groups that a text names. */
export function groupsIn(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,]+/).filter((each) => each !== ""))];
}
