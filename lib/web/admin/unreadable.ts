/** A form's field holds what none of our pages puts there: nothing is done, and the desk says so. */
export class Unreadable extends Error {}
