/** Thrown for a field that none of our pages sends: nothing is done, and the page says so. */
export class Unreadable extends Error {}
