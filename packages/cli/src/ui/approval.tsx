import { Box, Text } from "ink";
import type { ReactNode } from "react";
import type { ApprovalState } from "./approval-state.ts";
import type { ScreenSize } from "./lane-window.ts";
import { Paragraph } from "./paragraph.tsx";
import type { Question } from "./questions.ts";
import type { Look } from "./theme.ts";

export interface ApprovalProps {
  readonly questions: readonly Question[];
  readonly state: ApprovalState;
  readonly size: ScreenSize;
  readonly look: Look;
}

/** The questions answered so far, and the one at hand with what it costs the workers beside it. */
export function Approval({ questions, state, size, look }: ApprovalProps): ReactNode {
  const { colors, signs } = look;
  const current = questions[state.given];
  return (
    <Box flexDirection="column">
      {questions.slice(0, state.given).map(({ what }) => (
        <Paragraph key={what} text={what} width={size.columns - 2} sign={colors.good(signs.done)} />
      ))}
      {current !== undefined && (
        <OpenQuestion question={current} questions={questions} state={state} size={size} look={look} />
      )}
      <Outcome state={state} look={look} />
    </Box>
  );
}

interface OpenQuestionProps extends ApprovalProps {
  readonly question: Question;
}

function OpenQuestion({ question, questions, state, size, look }: OpenQuestionProps): ReactNode {
  const { colors, signs } = look;
  const { given, outcome, refusedPaste, typed } = state;
  const count = questions.length === 1 ? "" : colors.faint(` (${given + 1} of ${questions.length})`);
  const asking = outcome === "asking";
  const width = size.columns - 2;
  return (
    <>
      <Text>{`${colors.strong("Do you want to apply this?")}${count}`}</Text>
      <Box flexDirection="column" paddingLeft={2}>
        <Paragraph text={question.what} width={width} />
        <ImpactLines lines={question.impact} size={size} look={look} />
        <Paragraph text={question.prompt} width={width} />
        <Text>{`${colors.strong(">")} ${typed}${asking ? signs.cursor : ""}`}</Text>
        {refusedPaste && <Paragraph text={pasteRefused} width={width} paint={colors.warning} />}
        {asking && <Text>{colors.faint(`Enter compares ${signs.separator} Esc cancels`)}</Text>}
      </Box>
    </>
  );
}

const pasteRefused = "Text pasted with a line break is not an answer: type it, then press Enter.";

interface ImpactLinesProps extends Pick<ApprovalProps, "size" | "look"> {
  readonly lines: readonly string[];
}

/** What the workers notice; the lines may take a third of the screen. */
function ImpactLines({ lines, size, look }: ImpactLinesProps): ReactNode {
  const { colors, signs } = look;
  const shown = lines.slice(0, Math.max(1, Math.floor(size.rows / 3)));
  const hidden = lines.length - shown.length;
  return (
    <>
      {shown.map((line) => (
        <Paragraph key={line} text={line} width={size.columns - 4} sign={colors.warning(signs.impact)} />
      ))}
      {hidden > 0 && <Text>{colors.warning(`and ${hidden} more, in the plan above`)}</Text>}
    </>
  );
}

function Outcome({ state, look }: Pick<ApprovalProps, "state" | "look">): ReactNode {
  const { answers, given, outcome, wrong } = state;
  if (outcome !== "cancelled") return null;
  const because = wrong === undefined ? "" : `"${wrong}" is not "${answers[given] ?? ""}". `;
  return <Text>{`${because}${look.colors.error("Apply cancelled.")} Nothing was changed.`}</Text>;
}
