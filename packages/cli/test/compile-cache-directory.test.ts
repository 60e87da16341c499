import { expect, test } from "vitest";
import { compileCacheDirectory } from "../src/compile-cache-directory.ts";

test.each([
  ["the user's own cache", { HOME: "/home/ranger" }, "/home/ranger/.cache/wf"],
  ["XDG's", { HOME: "/home/ranger", XDG_CACHE_HOME: "/caches" }, "/caches/wf"],
  [
    "not XDG's where it is relative, as XDG says",
    { HOME: "/home/ranger", XDG_CACHE_HOME: "c" },
    "/home/ranger/.cache/wf",
  ],
  ["nowhere without a home: others can write to the temporary directory", {}, undefined],
  ["where Node was told already", { HOME: "/home/ranger", NODE_COMPILE_CACHE: "/tmp/c" }, undefined],
])("compiled code is kept in %s", (_where, environment, expected) => {
  expect(compileCacheDirectory(environment)).toBe(expected);
});
