/** Terraform's own: 2 from `plan --detailed-exitcode` when there are changes, 3 from `fmt --check` when layout differs. */
export const exitCode = { fine: 0, error: 1, changes: 2, layoutDiffers: 3 } as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
