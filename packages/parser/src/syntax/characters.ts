/** Units of UTF-16 with a meaning to the lexer. */
export const tab = 9;
export const lineFeed = 10;
export const carriageReturn = 13;
export const space = 32;
export const quote = 34;
export const hash = 35;
export const dollar = 36;
export const percent = 37;
export const star = 42;
export const slash = 47;
export const lessThan = 60;
export const backslash = 92;
export const leftBrace = 123;
export const byteOrderMark = 0xfe_ff;
