/** Beyond so many, "more than" is exact enough for a page: a count that stops there is quick however many there are. */
export const MAX_COUNTED = 10_000
