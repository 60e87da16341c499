import type { Diagnostic } from "../../text/diagnostic.ts";
import type { DecodedBlock, DecodedBody } from "../decoded.ts";

/** Looks at one workforce beyond what the schema says of each attribute alone. Unknown values are passed over. */
export type WorkforceRule = (workforce: DecodedBlock, configuration: DecodedBody) => readonly Diagnostic[];
