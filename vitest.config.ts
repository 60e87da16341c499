import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
    testTimeout: 30_000,
    // Most of them wait for programs that they have started: a core kept free would be idle.
    maxWorkers: "100%",
  },
});
