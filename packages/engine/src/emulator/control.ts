import * as z from "zod";
import type { Cloud } from "./cloud.ts";
import { faultRules } from "./faults.ts";
import { stateSchema } from "./state-schema.ts";

/** A request to the emulator itself rather than to the AWS it stands for. */
export interface ControlRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** What the emulator says to it, as JSON. */
export interface ControlAnswer {
  readonly status: number;
  readonly body: unknown;
  /** The state was set. */
  readonly changed: boolean;
}

/** Answers `GET /_wf/calls`, `GET /_wf/state`, `PUT /_wf/state` and `PUT /_wf/faults`. */
export function control(cloud: Cloud, { method, path, body }: ControlRequest): ControlAnswer {
  switch (`${method} ${path}`) {
    case "GET /_wf/calls":
      return { status: 200, body: cloud.calls(), changed: false };
    case "GET /_wf/state":
      return { status: 200, body: cloud.state(), changed: false };
    case "PUT /_wf/state":
      return set(stateSchema, body, true, (state) => cloud.setState(state));
    case "PUT /_wf/faults":
      return set(faultRules, body, false, (faults) => cloud.setFaults(faults));
    default:
      return { status: 404, body: { message: `There is no ${method} ${path}` }, changed: false };
  }
}

/** Only a program on this machine may control the emulator, not a page in its browser, under whatever name it came. */
export function mayControl(headers: {
  readonly origin?: string | undefined;
  readonly host?: string | undefined;
}): boolean {
  return headers.origin === undefined && /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? "");
}

function set<Value>(
  schema: z.ZodType<Value>,
  body: string,
  changed: boolean,
  use: (value: Value) => void,
): ControlAnswer {
  const json = parse(body);
  if (json === undefined) return { status: 400, body: { message: "The body is not JSON" }, changed: false };
  const read = schema.safeParse(json);
  if (!read.success) return { status: 400, body: { message: z.prettifyError(read.error) }, changed: false };
  use(read.data);
  return { status: 200, body: {}, changed };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
