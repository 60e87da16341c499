import { sensitiveText, type Workforce, type Workteam } from "@wf/parser";
import {
  type Attributes,
  type AttributeValue,
  desiredWorkforceAttributes,
  desiredWorkteamAttributes,
} from "./attributes.ts";

/** Shorter ones would blacken half of every message, and are no secret that is worth the name. */
const shortest = 4;

/** Every text that a configured workforce calls sensitive, its secret and its teams' texts among them. */
export function sensitiveTexts(workforce: Workforce | undefined): ReadonlySet<string> {
  if (workforce === undefined) return new Set();
  const provider = workforce.identityProvider;
  const texts = [
    ...(provider?.kind === "oidc" ? [provider.clientSecret.reveal()] : []),
    ...textsIn(desiredWorkforceAttributes(workforce), workforce),
    ...workforce.workteams.flatMap((team) => textsIn(desiredWorkteamAttributes(team), team)),
  ];
  return new Set(texts.filter((text) => text.length >= shortest));
}

/** A message with every such text blackened, the longest first, lest a part of one gives the rest away. */
export function withoutTexts(message: string, texts: ReadonlySet<string>): string {
  return [...texts]
    .sort((left, right) => right.length - left.length)
    .reduce((safe, text) => safe.replaceAll(text, () => sensitiveText), message);
}

function textsIn(attributes: Attributes, { sensitive }: Workforce | Workteam): readonly string[] {
  return [...attributes]
    .filter(([path]) => sensitive.has(path) || sensitive.has(path.split(".")[0] ?? path))
    .flatMap(([, value]) => textsOf(value));
}

function textsOf(value: AttributeValue): readonly string[] {
  if (value.kind === "text") return [value.value];
  if (value.kind === "set") return value.values;
  return value.kind === "map" ? Object.entries(value.entries).flat() : [];
}
