import type { Source, Span } from "@wf/parser";
import { onceASource } from "./once-a-source.ts";

/** A client secret as text of a configuration, which should not be there: `client_secret = "…"`. */
const written = /(client_secret[ \t]*=[ \t]*")((?:[^"\\\n]|\\.)*)/g;

/** The same place of a source that shows stars for client secrets written out in it: what is shown lands in logs. */
export function hideWrittenSecrets(place: Span): Span {
  return { ...place, source: withoutSecrets(place.source) };
}

const withoutSecrets = onceASource((source: Source): Source => {
  const text = source.text.replaceAll(
    written,
    (_, before: string, secret: string) => `${before}${"*".repeat(secret.length)}`,
  );
  return text === source.text ? source : { ...source, text };
});
