/** A file was cancelled while it was made: nothing of it stays. */
export class ExportCancelled extends Error {}

/** The server stops while a file is made: another one, or this one later, makes it anew. */
export class ExportLeft extends Error {}
