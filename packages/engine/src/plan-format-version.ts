/** The newest format of plans as data that this version writes and reads: minor versions add members, major ones change them. */
export const planFormatVersion = "1.0";
