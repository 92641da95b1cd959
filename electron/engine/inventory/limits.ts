/** A file larger than this is not read, bytes. */
export const maxFileBytes = 20 * 1024 * 1024;

/** Rows of one sheet, more than any workstation's list. */
export const maxRows = 50_000;
