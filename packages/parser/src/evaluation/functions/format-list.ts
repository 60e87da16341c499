import { FunctionFailure } from "../function-definition.ts";
import { checkTextLength } from "../limits.ts";
import { stringType } from "../types.ts";
import { listValue, stringValue, type Value } from "../value.ts";
import { formatText } from "./format.ts";

/** `formatlist`: lists give an element each round, other values are the same in all. */
export function formatLists(pattern: string, args: readonly Value[]): Value {
  let rounds: number | undefined;
  for (const [index, each] of args.entries()) {
    if (each.kind === "null") throw new FunctionFailure(index + 1, "it must not be null");
    if (each.kind !== "sequence") continue;
    rounds ??= each.items.length;
    if (rounds !== each.items.length)
      throw new FunctionFailure(
        index + 1,
        `it has ${each.items.length} elements, but an earlier list has ${rounds}`,
      );
  }
  const results: Value[] = [];
  let length = 0;
  for (let round = 0; round < (rounds ?? 1); round += 1) {
    const inRound = args.flatMap((each) => (each.kind === "sequence" ? (each.items[round] ?? []) : [each]));
    const text = formatText(pattern, inRound);
    length += text.length;
    checkTextLength(length);
    results.push(stringValue(text));
  }
  return listValue(stringType, results);
}
