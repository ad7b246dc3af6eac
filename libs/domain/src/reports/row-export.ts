/** A file of up to so many rows is made while somebody waits; a longer one is made in the background. */
export const mostRowsAtOnce = 5000;

/** No file holds more rows than these; one that holds fewer than there are says so in its last line. */
export const mostRowsOfFile = 2_000_000;

/** How many days a file that was made in the background is kept for whoever asked for it. */
export const exportKeptDays = 3;
