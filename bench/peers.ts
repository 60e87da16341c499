import { parse as parseByWebAssembly } from "@cdktf/hcl2json";
import hcl2Parser from "hcl2-parser";

/** Packages of npm that parse HCL2; both are HashiCorp's Go, compiled, and make JSON of a file. */
export const peers: Readonly<Record<string, (text: string) => unknown>> = {
  "@cdktf/hcl2json (WebAssembly)": (text) => parseByWebAssembly("main.tf", text),
  "hcl2-parser (GopherJS)": (text) => hcl2Parser.parseToObject(text),
};
