import { describe, expect, test } from "vitest";
import { planMarker, plansByMarker } from "../../src/render/plan-marker.ts";

const radiology = planMarker("stacks/radiology", "radiology");
const wards = planMarker("stacks/radiology", "wards");
const unknown = planMarker("stacks/radiology", undefined);
const elsewhere = planMarker("stacks/wildlife", "radiology");

describe("a report", () => {
  test.each([
    ["of nothing", "", []],
    ["without a marker", "### Plan of radiology\n", []],
    ["of one plan", `${radiology}\n\nOne.\n`, [`${radiology}\n\nOne.\n`]],
    ["of two", `${radiology}\nOne.\n${wards}\nTwo.\n`, [`${radiology}\nOne.\n`, `${wards}\nTwo.\n`]],
    ["with text before its plans", `Before.\n${unknown}\nOne.`, [`${unknown}\nOne.`]],
    ["of drift, which no comment shows", `${planMarker(".", "radiology", "drift")}\n`, []],
    ["in whose text a marker is named", `See ${radiology}\n`, []],
  ])("%s is told apart by its markers", (_, report, texts) => {
    expect(plansByMarker(report).map(({ text }) => text)).toEqual(texts);
  });
});

test("a marker begins as those of its directory's stacks do, and as no other's", () => {
  const [found] = plansByMarker(radiology);
  const begins = (marker: string): boolean => marker.startsWith(found?.directory ?? "none");
  expect([radiology, wards, unknown, elsewhere].map(begins)).toEqual([true, true, true, false]);
  expect(found).toMatchObject({ marker: radiology, nameless: unknown });
});
