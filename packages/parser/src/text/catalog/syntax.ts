import { didYouMean, error } from "./entry.ts";

const once = "Each may be set once: remove one of the two.";

/** What can be wrong with the text before anything is known of its meaning. */
export const syntaxCatalog = {
  "unexpected-token": error<{ found: string; expected: string }>(
    ({ found }) => `Unexpected ${found}`,
    ({ found, expected }) => `Found ${found}, where ${expected} is expected.`,
  ),
  "invalid-character": error<{ character: string; hint: string }>(
    ({ character }) => `The character ${JSON.stringify(character)} has no meaning here`,
    ({ hint }) => hint,
  ),
  "nesting-too-deep": error<{ limit: number }>(
    () => "Nested too deep",
    ({ limit }) =>
      `Brackets, strings and operators may be nested in each other ${limit} deep. Give parts of the expression names in a locals block.`,
  ),
  "more-errors": error<{ limit: number }>(
    ({ limit }) => `There are more errors than the ${limit} shown of this file`,
    () => "Correct the first ones: what follows is often the same mistake, or comes from it.",
  ),
  "unclosed-comment": error(
    () => "This comment has no end",
    () => "A comment that begins with /* goes on to */. Add */ where it should end.",
  ),

  // Bodies
  "item-expected": error<{ found: string }>(
    ({ found }) => `Expected an attribute or a block, found ${found}`,
    () => 'A line begins with a name: attribute = value, or a block such as workteam "readers" { … }.',
  ),
  "quoted-attribute-name": error(
    () => "An attribute's name stands without quotes",
    () => "Remove the quotes: name = value. Quotes are for a block's labels and the keys of an object.",
  ),
  "missing-equals": error<{ name: string; found: string }>(
    ({ name, found }) => `Expected "=" or a block after "${name}", found ${found}`,
    ({ name }) => `To set an attribute, write ${name} = value. To open a block, write ${name} { … }.`,
  ),
  "duplicate-attribute": error<{ name: string }>(
    ({ name }) => `The attribute "${name}" is set twice`,
    () => once,
  ),
  "missing-newline-after-attribute": error<{ name: string; found: string }>(
    ({ name, found }) => `Expected the end of the line after the value of "${name}", found ${found}`,
    () =>
      "Each attribute stands on a line of its own, without a comma or semicolon. A value goes on over several lines only inside brackets.",
  ),
  "missing-newline-after-block": error<{ type: string; found: string }>(
    ({ type, found }) => `Expected the end of the line after the block "${type}", found ${found}`,
    () => "A block's closing brace ends the line. Begin the next one on a line of its own.",
  ),
  "invalid-block-header": error<{ type: string; found: string }>(
    ({ type, found }) => `Expected a label or "{" after "${type}", found ${found}`,
    ({ type }) => `A block is written ${type} "label" { … }: its labels are names or strings in quotes.`,
  ),
  "equals-in-block-header": error<{ type: string }>(
    ({ type }) => `A block takes no "=": "${type}" has a label, so it is a block`,
    ({ type }) =>
      `Remove the equals sign to open a block, or the label to set the attribute: ${type} = value.`,
  ),
  "block-without-brace": error<{ type: string }>(
    ({ type }) => `The block "${type}" has no "{" on its line`,
    () => "The opening brace stands on the line of the block's type and labels.",
  ),
  "nested-block-in-one-line": error<{ name: string }>(
    ({ name }) => `A block in one line holds no other block: "${name}"`,
    ({ name }) =>
      `It holds one attribute at most. Put "${name}" on a line of its own, or set it with an equals sign if it is an attribute.`,
  ),
  "one-line-block-goes-on": error<{ type: string; found: string }>(
    ({ type, found }) => `Expected "}" after the one attribute of the block "${type}", found ${found}`,
    () =>
      "A block in one line holds one attribute and is closed on that line. Put more of them on lines of their own, with the closing brace below.",
  ),
  "unclosed-block": error<{ type: string }>(
    ({ type }) => `The block "${type}" is not closed`,
    () =>
      'There is no "}" for this brace before the end of the text. A brace may also be missing in a block inside it.',
  ),
  "template-in-label": error<{ opening: string }>(
    () => "A label is plain text",
    ({ opening }) =>
      `Labels are known before anything is evaluated: no ${opening} in them. For the text itself write ${opening[0] ?? ""}${opening}.`,
  ),

  // Expressions
  "expression-expected": error<{ found: string }>(
    ({ found }) => `Expected a value, found ${found}`,
    () =>
      "A value is a string, a number, true, false, null, a reference, a function call, [ … ], { … } or ( … ).",
  ),
  "trailing-text": error<{ found: string }>(
    ({ found }) => `Expected the end of the expression, found ${found}`,
    () => "There is one expression here, and nothing after it.",
  ),
  "unclosed-bracket": error<{ what: string; closer: string }>(
    ({ what, closer }) => `${what} has no closing ${closer}`,
    ({ closer }) =>
      `There is no ${closer} for this one before the end of the text. It may also be missing in brackets inside it.`,
  ),
  "missing-closer": error<{ what: string; closer: string; found: string }>(
    ({ what, closer, found }) => `Expected "${closer}" to end ${what}, found ${found}`,
    ({ closer }) => `Add "${closer}", or an operator if the expression goes on.`,
  ),
  "missing-comma": error<{ what: string; closer: string; found: string }>(
    ({ closer, found }) => `Expected a comma or "${closer}", found ${found}`,
    ({ what }) => `Commas stand between ${what}. One may follow the last.`,
  ),
  "missing-item-separator": error<{ found: string }>(
    ({ found }) => `Expected a comma, a new line or "}", found ${found}`,
    () => "The items of an object stand on lines of their own or have commas between them.",
  ),
  "missing-object-value": error<{ found: string }>(
    ({ found }) => `Expected "=" and a value after this key, found ${found}`,
    () =>
      'An item of an object is written key = value. A key that is not a plain name stands in quotes, one to be evaluated in parentheses: "a.b" = 1, (var.key) = 2.',
  ),
  "missing-conditional-branch": error<{ found: string }>(
    ({ found }) => `Expected ":" and the other value, found ${found}`,
    () => "A conditional has two values: condition ? value if true : value if false.",
  ),
  "attribute-name-expected": error<{ found: string }>(
    ({ found }) => `Expected an attribute's name after the dot, found ${found}`,
    () => 'After a dot stands a name, a number or *. For a name with other characters write ["name"].',
  ),
  "invalid-number": error<{ digits: string }>(
    ({ digits }) => `${digits} is not a number`,
    () =>
      "A number has digits, one point at most, and an exponent at most: 10, 0.25, 6.02e23. A version stands in quotes.",
  ),
  "chained-legacy-index": error<{ digits: string }>(
    ({ digits }) => `".${digits}" reads as one number, not as two indexes`,
    ({ digits }) => `Write [${digits.replace(".", "][")}] instead.`,
  ),
  "nested-splat": error(
    () => "A splat with a dot holds no other splat",
    () => "Write [*] instead of .* for the outer one: everything that follows belongs to each of its items.",
  ),
  "function-name-expected": error<{ found: string }>(
    ({ found }) => `Expected a function's name after "::", found ${found}`,
    () => "A function of a namespace is written namespace::name(…).",
  ),
  "call-expected": error<{ name: string; found: string }>(
    ({ name, found }) => `Expected "(" after "${name}", found ${found}`,
    () => 'A name with "::" is a function\'s: call it with its arguments in parentheses.',
  ),
  "expansion-not-last": error<{ found: string }>(
    ({ found }) => `Expected ")" after "...", found ${found}`,
    () => "Only the last argument can be expanded to several.",
  ),
  "invalid-for": error<{ expected: string; found: string }>(
    ({ expected, found }) => `Expected ${expected} in the for expression, found ${found}`,
    () =>
      "For a list write [for value in list : result if condition], for an object {for key, value in object : key => value}.",
  ),
  "for-key-in-tuple": error(
    () => "A for expression in [ … ] makes a list, which has no keys",
    () => "Remove the key and =>, or write the for expression in { … } to make an object.",
  ),
  "for-grouping-in-tuple": error(
    () => "A for expression in [ … ] makes a list, which has no groups",
    () => "Remove the dots. With { … } they gather the values of one key in a list.",
  ),
  "for-key-missing": error(
    () => "A for expression in { … } makes an object, which needs keys",
    () => "Write {for key, value in collection : key => value}, or [ … ] to make a list.",
  ),

  // Templates
  "unclosed-string": error(
    () => "This string is not closed",
    () => 'There is no " for it before the end of the text.',
  ),
  "newline-in-string": error(
    () => "This string is not closed on its line",
    () =>
      'Add the closing ". For a line break in a string write \\n, for text of several lines a heredoc: <<EOT.',
  ),
  "unclosed-heredoc": error<{ marker: string }>(
    ({ marker }) => `The heredoc is not closed by "${marker}"`,
    ({ marker }) =>
      `It ends with a line that holds ${marker} alone. That line must end, too: it can't be the last one without a line break.`,
  ),
  "invalid-escape": error<{ escape: string; reason: string }>(
    ({ escape }) => `${escape} is not an escape`,
    ({ reason }) => reason,
  ),
  "unclosed-interpolation": error<{ opening: string }>(
    ({ opening }) => `This ${opening} has no closing brace`,
    ({ opening }) =>
      `Add "}" after the expression. If the text itself is meant, write ${opening[0] ?? ""}${opening}.`,
  ),
  "text-after-interpolation": error<{ opening: string; found: string }>(
    ({ found }) => `Expected "}" after the expression, found ${found}`,
    ({ opening }) =>
      `A sequence holds one expression. If it belongs to another language, a shell script say, write ${opening[0] ?? ""}${opening} for its opening.`,
  ),
  "directive-expected": error<{ found: string; near: string | undefined }>(
    ({ found }) => `Expected a directive after "%{", found ${found}`,
    ({ near }) =>
      `Directives are if, else, endif, for and endfor.${didYouMean(near)} For the text itself write %%{.`,
  ),
  "unclosed-directive": error<{ directive: string; closing: string }>(
    ({ directive, closing }) => `%{ ${directive} } has no %{ ${closing} }`,
    ({ closing }) => `Add %{ ${closing} } within the same template.`,
  ),
  "unexpected-directive": error<{ directive: string; reason: string }>(
    ({ directive }) => `Unexpected %{ ${directive} }`,
    ({ reason }) => reason,
  ),
};
