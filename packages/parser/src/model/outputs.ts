import { evaluate } from "../evaluation/evaluate.ts";
import { childScope, type Scope } from "../evaluation/scope.ts";
import { containsSensitive, sensitive } from "../evaluation/sensitivity.ts";
import { objectValue, stringValue, unknownValue, type Value } from "../evaluation/value.ts";
import { stringType } from "../evaluation/types.ts";
import { type Diagnostic, diagnostic, type WithDiagnostics } from "../text/diagnostic.ts";
import { collect } from "../text/gather-diagnostics.ts";
import { attributeValue } from "./block-value.ts";
import { blocksOf, type DecodedBlock, type DecodedBody, textOf, truthOf } from "./decoded.ts";
import { instanceAddress } from "./instance-address.ts";
import { attributeNamed } from "./schema.ts";

/** What AWS decides about a workforce, for outputs to refer to. */
export interface LiveAttributes {
  readonly arn: string;
  readonly subDomain: string | undefined;
}

/** An output as shown: its value is unknown until the workforce is there. */
export interface Output {
  readonly name: string;
  readonly description: string | undefined;
  readonly sensitive: boolean;
  readonly value: Value;
}

/** A declared output; evaluated once the live workforces, by address, are known. */
export interface OutputDeclaration {
  readonly name: string;
  readonly evaluate: (live: ReadonlyMap<string, LiveAttributes>) => WithDiagnostics<Output>;
}

/** The declared outputs, each evaluated once with unknown live values so that mistakes show offline. */
export function readOutputs(
  decoded: DecodedBody,
  scope: Scope,
): WithDiagnostics<readonly OutputDeclaration[]> {
  const diagnostics: Diagnostic[] = [];
  const scopes = new WeakMap<ReadonlyMap<string, LiveAttributes>, Scope>();
  // All outputs see the same workforces, which may be thousands.
  const scopeAmong = (live: ReadonlyMap<string, LiveAttributes>): Scope => {
    const made = scopes.get(live) ?? childScope(scope, [["workforce", workforceRoot(decoded, live)]]);
    scopes.set(live, made);
    return made;
  };
  const nothing: ReadonlyMap<string, LiveAttributes> = new Map();
  const outputs = blocksOf(decoded, "output").map((block) => {
    const declaration: OutputDeclaration = {
      name: block.labels[0] ?? "",
      evaluate: (live) => evaluateOutput(block, scopeAmong(live)),
    };
    collect(declaration.evaluate(nothing), diagnostics);
    return declaration;
  });
  return { value: outputs, diagnostics };
}

function evaluateOutput(block: DecodedBlock, scope: Scope): WithDiagnostics<Output> {
  const diagnostics: Diagnostic[] = [];
  const expression = block.attributes.get("value")?.attribute.expression;
  const value = expression === undefined ? unknownValue() : collect(evaluate(expression, scope), diagnostics);
  const declared = truthOf(block, "sensitive") ?? false;
  if (containsSensitive(value) && !declared && expression !== undefined) {
    diagnostics.push(diagnostic("sensitive-output", expression.span, { name: block.labels[0] ?? "" }));
  }
  return {
    value: {
      name: block.labels[0] ?? "",
      description: textOf(block, "description"),
      sensitive: declared,
      value: declared ? sensitive(value) : value,
    },
    diagnostics,
  };
}

/** What `workforce` stands for: by label, and under `for_each` by label and key. */
export function workforceRoot(decoded: DecodedBody, live: ReadonlyMap<string, LiveAttributes>): Value {
  const labels = new Map<string, (readonly [key: string | undefined, value: Value])[]>();
  const open = new Set<string>();
  for (const item of decoded.body.items)
    if (item.kind === "block" && item.type.name === "workforce") labels.set(item.labels[0]?.value ?? "", []);
  for (const block of blocksOf(decoded, "workforce")) {
    if (!block.certain) open.add(block.labels[0] ?? "");
    const label = block.labels[0] ?? "";
    const address = instanceAddress(`workforce.${label}`, block.key);
    labels.get(label)?.push([block.key, workforceValue(block, live.get(address))]);
  }
  return objectValue(
    [...labels].map(([label, instances]) => {
      const single = instances.find(([key]) => key === undefined);
      const several = objectValue(instances.map(([key, each]) => [key ?? "", each] as const));
      const value = open.has(label) ? unknownValue() : (single?.[1] ?? several);
      return [label, value] as const;
    }),
  );
}

function workforceValue(block: DecodedBlock, live: LiveAttributes | undefined): Value {
  const portal = live?.subDomain;
  const written = (name: string): Value => {
    const schema = attributeNamed(block.schema, name);
    return schema === undefined ? unknownValue() : attributeValue(block, name, schema);
  };
  const under = (path: string): Value => text(portal === undefined ? undefined : `https://${portal}${path}`);
  return objectValue([
    ["name", written("name")],
    ["region", written("region")],
    ["arn", text(live?.arn)],
    ["sub_domain", text(portal)],
    ["redirect_uri", under("/oauth2/idpresponse")],
    ["logout_uri", under("/logout")],
  ]);
}

function text(value: string | undefined): Value {
  return value === undefined ? unknownValue(stringType) : stringValue(value);
}
