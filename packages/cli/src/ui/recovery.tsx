import { Box, Text } from "ink";
import type { ReactNode } from "react";
import type { RecoverState } from "../recover/recover-state.ts";
import type { RecoverChoice, RecoverStep, RecoverTarget, RecoverView } from "../recover/recover-view.ts";
import { wrapWords } from "../render/wrap-words.ts";
import type { ScreenSize } from "./lane-window.ts";
import { Paragraph } from "./paragraph.tsx";
import { stepWindow } from "./step-window.ts";
import type { Look } from "./theme.ts";

export interface RecoveryProps {
  readonly view: RecoverView;
  readonly state: RecoverState;
  readonly size: ScreenSize;
  readonly look: Look;
}

/** What an unfinished run did and did not do, and the ways to end it. */
export function Recovery({ view, state, size, look }: RecoveryProps): ReactNode {
  const { colors } = look;
  const asking = state.outcome === "asking";
  const chosen = view.choices.find(({ way }) => way === state.outcome);
  const width = size.columns - 6;
  const choiceRows = view.choices.reduce(
    (sum, choice) => sum + 1 + wrapWords(textOf(choice), width).length,
    0,
  );
  const stepRows = Math.max(view.targets.length, size.rows - choiceRows - view.targets.length * 3 - 6);
  const each = Math.max(1, Math.floor(stepRows / view.targets.length));
  return (
    <Box flexDirection="column">
      <Text>{colors.strong(`The run of ${view.started} UTC did not come to its end.`)}</Text>
      {view.targets.map((target) => (
        <Target key={target.heading} target={target} rows={each} size={size} look={look} />
      ))}
      <Text> </Text>
      {asking &&
        view.choices.map((choice, index) => (
          <Choice
            key={choice.way}
            choice={choice}
            isMarked={index === state.marked}
            width={width}
            look={look}
          />
        ))}
      {asking && <Hint state={state} look={look} />}
      {chosen !== undefined && <Text>{colors.strong(chosen.label)}</Text>}
      {state.outcome === "cancelled" && <Text>Nothing was changed; the run is still unfinished.</Text>}
    </Box>
  );
}

interface TargetProps extends Pick<RecoveryProps, "size" | "look"> {
  readonly target: RecoverTarget;
  readonly rows: number;
}

function Target({ target, rows, size, look }: TargetProps): ReactNode {
  const { colors } = look;
  const { shown, doneAbove, openBelow } = stepWindow(target.steps, rows);
  const width = size.columns - 2;
  return (
    <Box flexDirection="column">
      <Text wrap="truncate">{colors.strong(target.heading)}</Text>
      <Box flexDirection="column" paddingLeft={2}>
        <Paragraph text={target.verdict} width={width} />
        {doneAbove > 0 && <Text>{colors.faint(`${doneAbove} more done`)}</Text>}
        {shown.map((step, index) => (
          <Text key={`${index} ${step.text}`} wrap="truncate">
            {stepText(step, look)}
          </Text>
        ))}
        {openBelow > 0 && <Text>{colors.faint(`${openBelow} more to do`)}</Text>}
        {target.gone.length > 0 && (
          <Paragraph
            text={`Taken away, and not brought back: ${target.gone.join(", ")}.`}
            width={width}
            paint={colors.warning}
          />
        )}
      </Box>
    </Box>
  );
}

function stepText({ state, text }: RecoverStep, { colors, signs }: Look): string {
  if (state === "done") return `${colors.good(signs.done)} ${text}`;
  if (state === "open") return colors.faint(`${signs.waiting} ${text}`);
  if (state === "failed") return `${colors.error(signs.failed)} ${text}`;
  return `${colors.warning("?")} ${text}: begun, and perhaps carried out`;
}

interface ChoiceProps extends Pick<RecoveryProps, "look"> {
  readonly choice: RecoverChoice;
  readonly isMarked: boolean;
  readonly width: number;
}

function Choice({ choice, isMarked, width, look }: ChoiceProps): ReactNode {
  const { colors, signs } = look;
  const label = isMarked ? colors.strong(choice.label) : choice.label;
  return (
    <Box flexDirection="column">
      <Text>{`${isMarked ? signs.here : " "} ${choice.obstacle === undefined ? label : colors.faint(choice.label)}`}</Text>
      <Box paddingLeft={4}>
        <Paragraph text={textOf(choice)} width={width} paint={colors.faint} />
      </Box>
    </Box>
  );
}

function textOf({ does, obstacle }: RecoverChoice): string {
  return obstacle === undefined ? does : `Not possible: ${obstacle}`;
}

function Hint({ state, look }: Pick<RecoveryProps, "state" | "look">): ReactNode {
  const { colors, signs } = look;
  if (state.confirming)
    return (
      <Text>{`${colors.warning("Forget the run for good?")} y forgets it, any other key goes back`}</Text>
    );
  const keys = [`${signs.upDown} picks`, "Enter takes it", "Esc leaves"];
  return <Text>{colors.faint(keys.join(` ${signs.separator} `))}</Text>;
}
