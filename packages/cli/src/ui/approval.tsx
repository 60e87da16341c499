import { Box, Text } from "ink";
import type { ReactNode } from "react";
import type { ApprovalState } from "./approval-state.ts";
import type { Question } from "./questions.ts";
import type { Look } from "./theme.ts";

export interface ApprovalProps {
  readonly questions: readonly Question[];
  readonly state: ApprovalState;
  /** The screen's height, in rows. */
  readonly rows: number;
  readonly look: Look;
}

/** The questions answered so far, and the one at hand with what it costs the workers beside it. */
export function Approval({ questions, state, rows, look }: ApprovalProps): ReactNode {
  const { colors, signs } = look;
  const current = questions[state.given];
  return (
    <Box flexDirection="column">
      {questions.slice(0, state.given).map(({ what }, index) => (
        <Text key={index}>{`${colors.good(signs.done)} ${what}`}</Text>
      ))}
      {current !== undefined && (
        <OpenQuestion question={current} questions={questions} state={state} rows={rows} look={look} />
      )}
      <Outcome state={state} look={look} />
    </Box>
  );
}

interface OpenQuestionProps extends ApprovalProps {
  readonly question: Question;
}

function OpenQuestion({ question, questions, state, rows, look }: OpenQuestionProps): ReactNode {
  const { colors, signs } = look;
  const { given, outcome, refusedPaste, typed } = state;
  const count = questions.length === 1 ? "" : colors.faint(` (${given + 1} of ${questions.length})`);
  const asking = outcome === "asking";
  return (
    <>
      <Text>{`${colors.strong("Do you want to apply this?")}${count}`}</Text>
      <Box flexDirection="column" paddingLeft={2}>
        <Text>{question.what}</Text>
        <ImpactLines lines={question.impact} rows={rows} look={look} />
        <Text>{question.prompt}</Text>
        <Text>{`${colors.strong(">")} ${typed}${asking ? signs.cursor : ""}`}</Text>
        {refusedPaste && (
          <Text>
            {colors.warning("Text pasted with a line break is not an answer: type it, then press Enter.")}
          </Text>
        )}
        {asking && <Text>{colors.faint(`Enter compares ${signs.separator} Esc cancels`)}</Text>}
      </Box>
    </>
  );
}

function ImpactLines({
  lines,
  rows,
  look,
}: {
  readonly lines: readonly string[];
  readonly rows: number;
  readonly look: Look;
}): ReactNode {
  const { colors, signs } = look;
  const shown = lines.slice(0, Math.max(1, Math.floor(rows / 3)));
  return (
    <>
      {shown.map((line, index) => (
        <Box key={index}>
          <Text>{`${colors.warning(signs.impact)} `}</Text>
          <Text>{line}</Text>
        </Box>
      ))}
      {lines.length > shown.length && (
        <Text>{colors.warning(`and ${lines.length - shown.length} more, in the plan above`)}</Text>
      )}
    </>
  );
}

function Outcome({ state, look }: Pick<ApprovalProps, "state" | "look">): ReactNode {
  const { colors } = look;
  const { answers, given, outcome, wrong } = state;
  if (outcome !== "cancelled") return null;
  const because = wrong === undefined ? "" : `"${wrong}" is not "${answers[given] ?? ""}". `;
  return <Text>{`${because}${colors.error("Apply cancelled.")} Nothing was changed.`}</Text>;
}
