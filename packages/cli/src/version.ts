declare const WF_VERSION: string;

/** This release of wf, put in by the build. */
export const version: string = typeof WF_VERSION === "string" ? WF_VERSION : "0.0.0";

declare const WF_HOMEPAGE: string;

/** Where wf's pages are, put in by the build; undefined where the package names no home. */
export const homepage: string | undefined =
  typeof WF_HOMEPAGE === "string" && WF_HOMEPAGE !== "" ? WF_HOMEPAGE : undefined;
