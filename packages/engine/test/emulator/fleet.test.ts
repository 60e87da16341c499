import { expect, test } from "vitest";
import { sagemakerAccount } from "../../src/adapters/sagemaker/index.ts";
import { type EmulatorSeed, startEmulator } from "../../src/emulator/index.ts";

test("A thousand regions are kept apart", async () => {
  const names = Array.from({ length: 1000 }, (_, index) => `us-park-${index + 1}`);
  const regions: NonNullable<EmulatorSeed["regions"]> = Object.fromEntries(
    names.map((name) => [
      `123456789012/${name}`,
      {
        workforce: {
          name: `wildlife-${name}`,
          identityProvider: { kind: "cognito", userPool: `${name}_Savanna01`, clientId: "rangers" },
        },
      },
    ]),
  );
  const emulator = await startEmulator({ state: { regions } });
  const account = sagemakerAccount({
    endpoint: emulator.url,
    credentials: { accessKeyId: "AKIAWILDLIFE", secretAccessKey: "savanna" },
  });
  const live = await Promise.all(names.map((name) => account.region(name).read()));
  expect(live.map(({ workforce }) => workforce?.name)).toEqual(names.map((name) => `wildlife-${name}`));
  expect(emulator.calls()).toHaveLength(3000);
  await emulator.close();
});
