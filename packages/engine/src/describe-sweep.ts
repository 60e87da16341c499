import type { SweepView } from "./plan-view.ts";
import type { Sweep } from "./sweep.ts";
import { targetName } from "./target-name.ts";

const unreadSentences = {
  "invalid-credentials": "Not looked into, as they are not enabled for the account: ",
  "endpoint-unreachable": "Not looked into, as SageMaker cannot be reached there: ",
  "access-denied": "Not looked into, as the credentials do not allow it: ",
} as const satisfies Readonly<Record<Sweep["unread"][number]["reason"], string>>;

/** What came of looking into regions that nothing names, as data and in sentences. */
export function describeSweep({ looked, others, unread }: Sweep): SweepView {
  const regions = looked === 1 ? "1 region" : `${looked} regions`;
  return {
    looked,
    others: others.map(({ target, workforce, stack }) => ({ ...target, workforce, stack })),
    unread: unread.map(({ target, reason }) => ({ ...target, reason })),
    messages: [
      `Looked into ${regions} that the configuration does not name.`,
      ...others.map(
        ({ target, workforce, stack, tagsReadable }) =>
          `Workforce "${workforce}" in ${targetName(target)} is left alone: ${whose(stack, tagsReadable)}.`,
      ),
      ...Map.groupBy(unread, ({ reason }) => reason)
        .entries()
        .map(([reason, group]) => {
          const places = group.map(({ target }) => targetName(target)).join(", ");
          return `${unreadSentences[reason]}${places}.`;
        }),
    ],
  };
}

function whose(stack: string | undefined, tagsReadable: boolean): string {
  if (!tagsReadable) return "whose it is is unknown, because its tags cannot be read";
  return stack === undefined ? "it was not made by wf" : `it belongs to stack "${stack}"`;
}
