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
  /** What the person has chosen not to apply, in a sentence; empty where nothing. */
  readonly leftOut: string;
  /** Whether regions can be left out. */
  readonly choosing: boolean;
  readonly look: Look;
}

/** The questions answered so far, and the one at hand with what it costs the workers beside it. */
export function Approval(props: ApprovalProps): ReactNode {
  const { questions, state, size, look } = props;
  const { colors, signs } = look;
  // The question goes away while the plan is looked at, and is asked again.
  if (state.outcome === "browsing") return null;
  const current = questions[state.given];
  return (
    <Box flexDirection="column">
      {questions.slice(0, state.given).map(({ what }) => (
        <Paragraph key={what} text={what} width={size.columns - 2} sign={colors.good(signs.done)} />
      ))}
      {current !== undefined && <OpenQuestion question={current} {...props} />}
      <Outcome state={state} look={look} />
    </Box>
  );
}

interface OpenQuestionProps extends ApprovalProps {
  readonly question: Question;
}

function OpenQuestion(props: OpenQuestionProps): ReactNode {
  const { question, questions, state, size, leftOut, choosing, look } = props;
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
        {leftOut !== "" && <Paragraph text={leftOut} width={width} paint={colors.warning} />}
        <ImpactLines lines={question.impact} size={size} look={look} />
        <Paragraph text={question.prompt} width={width} />
        <Text>{`${colors.strong(">")} ${typed}${asking ? signs.cursor : ""}`}</Text>
        {refusedPaste && <Paragraph text={pasteRefused} width={width} paint={colors.warning} />}
        {asking && <Text wrap="truncate">{colors.faint(hints(choosing).join(` ${signs.separator} `))}</Text>}
      </Box>
    </>
  );
}

function hints(choosing: boolean): readonly string[] {
  return ["Enter compares", choosing ? "Tab to read and choose" : "Tab to read the plan", "Esc cancels"];
}

const pasteRefused =
  "A line break that came with the text is not an Enter: type the answer, then press Enter.";

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
  return <Text>{`${because}${look.colors.error("Cancelled.")} Nothing was changed.`}</Text>;
}
