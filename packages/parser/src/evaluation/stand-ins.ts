/** What stands in a text for a value that must not be shown. */
export const sensitiveText = "(sensitive value)";

/** What stands in a text for a value that is not known yet. */
export const unknownText = "(known after apply)";
