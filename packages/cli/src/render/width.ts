/** How wide a text is where no terminal says so. */
export const defaultWidth = 100;

/** Narrower than this, a plan cannot be read. */
export const narrowest = 40;
