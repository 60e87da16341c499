const longest = 1000;

/**
 * AWS's text made fit to show: validation texts echo the value they refuse, so the client secret is taken out, under its
 * member's name and wherever else it stands; then control characters and line breaks.
 */
export function safeText(text: string, secret?: string): string {
  const masked = text.replaceAll(
    /Value '(?:(?!Value ')[\s\S])*' at '([^']*clientSecret)'/gi,
    "Value '(sensitive)' at '$1'",
  );
  const redacted =
    secret === undefined || secret.length < 4 ? masked : masked.replaceAll(secret, () => "(sensitive)");
  const plain = redacted.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}
