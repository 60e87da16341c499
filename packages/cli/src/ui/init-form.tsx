import { Box, Text } from "ink";
import type { ReactNode } from "react";
import { type Field, fieldsFor } from "../init/fields.ts";
import { configurationFile } from "../init/first-files.ts";
import { allAnswers, checkPending, type InitState, pendingAnswer, questionsFor } from "../init/init-state.ts";
import { checkAnswer } from "../init/check-answer.ts";
import { ChoiceList } from "./choice-list.tsx";
import { FilePreview } from "./file-preview.tsx";
import type { ScreenSize } from "./lane-window.ts";
import { LineInput } from "./line-input.tsx";
import { Paragraph } from "./paragraph.tsx";
import type { Look } from "./theme.ts";

export interface InitFormProps {
  readonly state: InitState;
  readonly files: readonly string[];
  readonly size: ScreenSize;
  readonly look: Look;
}

/** The answers so far and the open question, or the file that they make. */
export function InitForm({ state, files, size, look }: InitFormProps): ReactNode {
  const { colors, signs } = look;
  const answers = allAnswers(state);
  const questions = questionsFor(state);
  const current = questions[state.at];
  const asked = settled(state);
  return (
    <Box flexDirection="column">
      {state.outcome === "asking" && <Text>{colors.strong("A first configuration")}</Text>}
      {asked.map(({ id, label }) => (
        <Text key={id} wrap="truncate">
          {`${colors.good(signs.done)} ${label.padEnd(labelColumns)}${colors.faint(answers[id] ?? "")}`}
        </Text>
      ))}
      {state.outcome === "cancelled" && <Text>{`${colors.error("Cancelled.")} Nothing was written.`}</Text>}
      {state.outcome === "asking" && current !== undefined && (
        <Question field={current} state={state} size={size} look={look} />
      )}
      {state.outcome === "asking" && current === undefined && (
        <Review rowsAbove={asked.length} state={state} files={files} size={size} look={look} />
      )}
    </Box>
  );
}

const labelColumns = 19;

/** What is given, and what is answered before the open question; on the question itself it comes back. */
function settled(state: InitState): readonly Field[] {
  const open = questionsFor(state).slice(state.at);
  return fieldsFor(allAnswers(state), state.surroundings).filter(
    ({ id }) => !open.some((each) => each.id === id),
  );
}

/** How far down the file can be scrolled; nowhere while there is no file yet. */
export function lastTop(state: InitState, size: ScreenSize): number {
  if (questionsFor(state)[state.at] !== undefined) return Infinity;
  const rows = previewRows(settled(state).length, size);
  const lines = configurationFile(allAnswers(state)).content.trimEnd().split("\n").length;
  return lines <= rows ? 0 : lines - rows + 1;
}

/** The title, blank lines, the question, the hints, and a row that Ink needs below. */
const reviewRows = 7;

function previewRows(rowsAbove: number, { rows }: ScreenSize): number {
  return Math.max(3, rows - rowsAbove - reviewRows);
}

interface QuestionProps extends Pick<InitFormProps, "state" | "size" | "look"> {
  readonly field: Field;
}

function Question({ field, state, size, look }: QuestionProps): ReactNode {
  const { colors, signs } = look;
  const isChoice = field.choices.length > 0;
  const keys = [
    isChoice ? `${signs.upDown} picks` : "Enter takes it",
    ...(isChoice ? ["Enter takes it"] : []),
    ...(state.at > 0 ? ["Shift-Tab goes back"] : []),
    "Esc leaves",
  ];
  return (
    <Box flexDirection="column">
      <Box>
        <Box flexShrink={0}>
          <Text>{`${colors.strong(">")} ${colors.strong(field.label.padEnd(labelColumns))}`}</Text>
        </Box>
        {!isChoice && (
          <LineInput
            line={state.line}
            placeholder={field.fallback(allAnswers(state))}
            columns={size.columns - labelColumns - 3}
            look={look}
          />
        )}
      </Box>
      <Box flexDirection="column" paddingLeft={2}>
        {isChoice && (
          <ChoiceList choices={field.choices} chosen={state.line.text} width={size.columns - 2} look={look} />
        )}
        <Paragraph text={field.help} width={size.columns - 2} paint={colors.faint} />
        <Verdict field={field} state={state} size={size} look={look} />
        <Text>{colors.faint(keys.join(` ${signs.separator} `))}</Text>
      </Box>
    </Box>
  );
}

/** What is wrong with what is typed; louder once Enter was pressed on it. */
function Verdict({ field, state, size, look }: QuestionProps): ReactNode {
  const { colors } = look;
  const { problem, warning } = state.refused
    ? checkAnswer(field.id, pendingAnswer(state, field), allAnswers(state))
    : checkPending(state, field);
  const text = problem ?? warning;
  const paint = problem !== undefined && state.refused ? colors.error : colors.warning;
  return text === undefined ? null : <Paragraph text={text} width={size.columns - 2} paint={paint} />;
}

interface ReviewProps extends InitFormProps {
  readonly rowsAbove: number;
}

function Review({ state, files, size, look, rowsAbove }: ReviewProps): ReactNode {
  const { colors, signs } = look;
  const file = configurationFile(allAnswers(state));
  const rows = previewRows(rowsAbove, size);
  const scrolls = lastTop(state, size) > 0;
  const keys = [
    "Enter writes",
    ...(scrolls ? [`${signs.upDown} scrolls`] : []),
    "Shift-Tab goes back",
    "Esc leaves",
  ];
  return (
    <Box flexDirection="column">
      <Text> </Text>
      <FilePreview text={file.content} top={state.top} rows={rows} look={look} />
      <Text> </Text>
      <Paragraph text={`Write ${files.join(" and ")}?`} width={size.columns} paint={colors.strong} />
      <Text>{colors.faint(keys.join(` ${signs.separator} `))}</Text>
    </Box>
  );
}
