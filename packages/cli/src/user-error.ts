/** Something that the user can do something about: shown as a message and a help, never as a stack trace. */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly help: string;

  constructor(message: string, help: string, options?: ErrorOptions) {
    super(message, options);
    this.help = help;
  }
}
