import { type ApiError, validationError } from "./api-error.ts";

/** What a List call may ask for; the operations that know no sorting leave it out. */
export interface PageRequest<Item> {
  readonly items: readonly Item[];
  /** Sorts by this; unique, so that a page can start after it. */
  readonly key: (item: Item) => string;
  readonly descending: boolean;
  readonly maxResults: number;
  readonly nextToken: string | undefined;
  /** What the listing is of; a token of another listing is refused. */
  readonly listing: readonly (string | undefined)[];
}

/** One page, with the token of the next if there is one. */
export type Page<Item> =
  | { readonly kind: "page"; readonly items: readonly Item[]; readonly next: { readonly NextToken?: string } }
  | { readonly kind: "refused"; readonly error: ApiError };

/** Cuts a page out of a listing; what is added or deleted between pages moves none of the others. */
export function page<Item>(request: PageRequest<Item>): Page<Item> {
  const { key, descending, maxResults } = request;
  const start = readToken(request);
  if (start.kind === "refused") return start;
  const sign = descending ? -1 : 1;
  const compare = (a: string, b: string): number => sign * (a < b ? -1 : a > b ? 1 : 0);
  const rest = request.items
    .toSorted((a, b) => compare(key(a), key(b)))
    .filter((item) => start.after === undefined || compare(key(item), start.after) > 0);
  const items = rest.slice(0, maxResults);
  const last = items.at(-1);
  if (rest.length <= maxResults || last === undefined) return { kind: "page", items, next: {} };
  const token = JSON.stringify([listingName(request), key(last)]);
  return { kind: "page", items, next: { NextToken: Buffer.from(token).toString("base64url") } };
}

/** A sort key of a time: later times sort after earlier ones, equal ones by name. */
export function timeKey(time: number, name: string): string {
  return `${String(Math.trunc(time)).padStart(16, "0")}/${name}`;
}

type Start =
  | { readonly kind: "start"; readonly after: string | undefined }
  | { readonly kind: "refused"; readonly error: ApiError };

function readToken<Item>(request: PageRequest<Item>): Start {
  if (request.nextToken === undefined) return { kind: "start", after: undefined };
  const content = parse(Buffer.from(request.nextToken, "base64url").toString());
  if (Array.isArray(content) && content[0] === listingName(request) && typeof content[1] === "string") {
    return { kind: "start", after: content[1] };
  }
  return { kind: "refused", error: validationError("Invalid NextToken") };
}

function listingName<Item>({ listing, descending }: PageRequest<Item>): string {
  return [...listing, descending].join("/");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
