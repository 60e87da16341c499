import {
  assertNever,
  type AttributeSchema,
  fits,
  isPoolOf,
  knownRegions,
  oidcGroup,
  suggest,
  type TextConstraint,
} from "@wf/parser";
import { type Answers, type FieldId, groupsIn } from "./answers.ts";
import { schemaAt } from "./schema-at.ts";

/** What is to be said of an answer. */
export interface Checked {
  /** Why it cannot be. */
  readonly problem?: string;
  /** Why it is probably not meant. */
  readonly warning?: string;
}

/** Holds an answer against the language's own constraints, given the answers before it. */
export function checkAnswer(id: FieldId, text: string, before: Answers): Checked {
  switch (id) {
    case "provider":
      return text === "oidc" || text === "cognito" ? {} : mustBe('"oidc" or "cognito"');
    case "region":
      return checkRegion(text);
    case "name":
      return heldAgainst(text, attributeAt("name", "workforce"));
    case "issuer":
      return heldAgainst(text, attributeAt("issuer", "workforce", "oidc_config"));
    case "client-id":
      return heldAgainst(text, attributeAt("client_id", "workforce", "oidc_config"));
    case "user-pool":
      return checkUserPool(text, before);
    case "group":
      return checkGroups(groupsIn(text), before.provider === "cognito");
    default:
      return assertNever(id);
  }
}

function checkRegion(text: string): Checked {
  const held = heldAgainst(text, attributeAt("region", "workforce"));
  if (held.problem !== undefined || knownRegions.includes(text)) return held;
  const near = suggest(text, knownRegions);
  const meant = near === undefined ? "" : ` Is ${near} meant?`;
  return { warning: `This version of wf does not know the region.${meant}` };
}

function checkUserPool(text: string, { region }: Answers): Checked {
  const held = heldAgainst(text, attributeAt("user_pool", "workforce", "cognito_config"));
  if (held.problem !== undefined || region === undefined || isPoolOf(text, region)) return held;
  return mustBe(`a pool of the workforce's own region: its id begins with ${region}_`);
}

function checkGroups(groups: readonly string[], cognito: boolean): Checked {
  const { count, text } = attributeAt("groups", "workforce", "workteam");
  if (count !== undefined && (groups.length < count.minimum || groups.length > count.maximum))
    return mustBe(`${count.minimum} to ${count.maximum} groups, and there are ${groups.length}`);
  const constraint = cognito ? text : oidcGroup;
  const wrong = groups.find((group) => constraint !== undefined && !fits(group, constraint));
  return wrong === undefined || constraint === undefined
    ? {}
    : { problem: `${JSON.stringify(wrong)} must be ${constraint.allowed}.` };
}

function heldAgainst(text: string, { text: constraint }: { readonly text?: TextConstraint }): Checked {
  return constraint === undefined || fits(text, constraint) ? {} : mustBe(constraint.allowed);
}

function mustBe(allowed: string): Checked {
  return { problem: `It must be ${allowed}.` };
}

function attributeAt(name: string, ...types: readonly string[]): AttributeSchema {
  const attribute = schemaAt(...types).attributes[name];
  if (attribute === undefined) throw new Error(`There is no attribute ${name} in ${types.join(".")}`);
  return attribute;
}
