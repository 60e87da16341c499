import path from "node:path";
import { externalDataInterceptor, getHomeDir, readFile } from "@smithy/core/config";

/**
 * Lets the SDK make sense of AWS's configuration files once a process. It reads them once, but parses the texts for each
 * setting of each account anew: with a thousand profiles in them, and an account for each, that takes longer than all calls.
 */
export function parseSharedFilesOnce({
  AWS_CONFIG_FILE: config,
  AWS_SHARED_CREDENTIALS_FILE: credentials,
}: Readonly<Record<string, string | undefined>>): void {
  const texts = externalDataInterceptor.getFileRecord();
  for (const file of [sharedFile(config, "config"), sharedFile(credentials, "credentials")])
    texts[file] ??= parsedOnce(readFile(file));
}

/** Where the SDK looks for it. */
function sharedFile(named: string | undefined, usual: string): string {
  if (named === undefined || named === "") return path.join(getHomeDir(), ".aws", usual);
  return named.startsWith("~/") ? path.join(getHomeDir(), named.slice(2)) : named;
}

/** The SDK parses a text, and takes the profiles out of what that gives: functions of its own, the same each time. */
function parsedOnce(text: Promise<string>): Promise<string> {
  // A file that is not there is told by who asks for it.
  text.catch(() => undefined);
  return givenOnce(text, 2);
}

/** A promise that gives what it holds to the same function once, whoever asks; so many promises deep. */
function givenOnce<T>(promise: Promise<T>, depth: number): Promise<T> {
  const then = promise.then.bind(promise);
  const results = new Map<unknown, Promise<unknown>>();
  // oxlint-disable-next-line unicorn/no-thenable -- it is a promise already, and stays one.
  return Object.defineProperty(promise, "then", {
    value: (...handlers: Parameters<typeof then>) => {
      const handler = handlers.find((each) => each !== undefined);
      const made = results.get(handler) ?? then(...handlers);
      if (!results.has(handler)) results.set(handler, depth > 1 ? givenOnce(made, depth - 1) : made);
      return made;
    },
  });
}
