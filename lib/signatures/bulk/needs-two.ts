/** Removals that one person may do alone within 24 hours; the database holds to it as well (removals/take-alone.ts). */
export const MOST_ALONE = 100
