import { spanTo } from "../text/source.ts";
import type { BinaryOperator, Expression } from "./ast.ts";

/** Operands and, one fewer, the operators between them, as they were read. */
export interface BinaryChain {
  readonly operands: Expression[];
  /** How high each operand's tree is. */
  readonly heights: number[];
  readonly operators: BinaryOperator[];
}

const precedence: Readonly<Record<BinaryOperator, number>> = {
  "||": 1,
  "&&": 2,
  "==": 3,
  "!=": 3,
  "<": 4,
  "<=": 4,
  ">": 4,
  ">=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "%": 6,
};

/** Whether the lexer's operator is one that the tree knows; all are. */
export function isBinaryOperator(text: string): text is BinaryOperator {
  return text in precedence;
}

interface Tree {
  readonly tree: Expression;
  readonly height: number;
}

/** The tree that the operators' precedence makes of a chain; operators of one precedence group from the left. */
export function binaryTree({ operands, heights, operators }: BinaryChain): Tree {
  const done: Tree[] = [];
  const waiting: BinaryOperator[] = [];
  for (let index = 0; index < operands.length; index += 1) {
    const tree = operands[index];
    if (tree === undefined) break;
    done.push({ tree, height: heights[index] ?? 1 });
    const next = operators[index];
    const bound = next === undefined ? 0 : precedence[next];
    for (let top = waiting.at(-1); top !== undefined && precedence[top] >= bound; top = waiting.at(-1)) {
      waiting.pop();
      join(done, top);
    }
    if (next !== undefined) waiting.push(next);
  }
  const [whole] = done;
  if (whole === undefined) throw new Error("a chain has at least one operand");
  return whole;
}

/** Makes one tree of the last two. */
function join(done: Tree[], operator: BinaryOperator): void {
  const right = done.pop();
  const left = done.pop();
  if (left === undefined || right === undefined) return;
  const place = spanTo(left.tree.span, right.tree.span);
  done.push({
    tree: { kind: "binary", operator, left: left.tree, right: right.tree, span: place },
    height: Math.max(left.height, right.height) + 1,
  });
}
