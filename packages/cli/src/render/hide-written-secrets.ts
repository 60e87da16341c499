import {
  assertNever,
  type Body,
  children,
  type Expression,
  parse,
  type Source,
  type Span,
  type TemplatePart,
} from "@wf/parser";
import { onceASource } from "./once-a-source.ts";

/** The same place of a source that shows stars for client secrets written out in it: what is shown lands in logs. */
export function hideWrittenSecrets(place: Span): Span {
  return { ...place, source: withoutSecrets(place.source) };
}

const withoutSecrets = onceASource((source: Source): Source => {
  if (!source.text.includes("client_secret")) return source;
  const text = secretsIn(parse(source).value.body).flatMap(textsIn).reduce(withStars, source.text);
  // What stands where nothing could be read, behind a bracket that is not closed.
  const shown = text.replaceAll(written, (_, before: string, secret: string) => before + stars(secret));
  return shown === source.text ? source : { ...source, text: shown };
});

const written = /(client_secret"?[ \t]*[=:][ \t]*")((?:[^"\\\n]|\\.)*)/g;

function withStars(text: string, { end, start }: Span): string {
  return text.slice(0, start) + stars(text.slice(start, end)) + text.slice(end);
}

function stars(text: string): string {
  return text.replaceAll(/[^\r\n]/g, "*");
}

/** What client secrets are set to. */
function secretsIn({ items }: Body): readonly Expression[] {
  return items.flatMap((item) => {
    if (item.kind === "block") return secretsIn(item.body);
    return item.name.name === "client_secret" ? [item.expression] : [];
  });
}

/** Where texts are written in an expression, in heredocs and within other expressions too; what cannot be read is one. */
function textsIn(expression: Expression): readonly Span[] {
  const own = expression.kind === "template" ? expression.parts.flatMap(literalsIn) : [];
  const unread = expression.kind === "invalid" ? [expression.span] : [];
  return [...unread, ...own, ...children(expression).flatMap(textsIn)];
}

function literalsIn(part: TemplatePart): readonly Span[] {
  switch (part.kind) {
    case "literal":
      return [part.span];
    case "if":
      return [...part.then, ...(part.otherwise ?? [])].flatMap(literalsIn);
    case "for":
      return part.parts.flatMap(literalsIn);
    case "interpolation":
      return [];
    default:
      return assertNever(part);
  }
}
