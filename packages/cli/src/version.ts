declare const WF_VERSION: string;

/** This release of wf, put in by the build. */
export const version: string = typeof WF_VERSION === "string" ? WF_VERSION : "0.0.0";
