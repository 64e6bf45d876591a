/** How long a deletion waits for *Undo*, in milliseconds. */
export const undoTime = 8_000
