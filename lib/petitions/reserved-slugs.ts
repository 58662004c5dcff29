/** Slugs that no petition can have, because their URL is taken (`/ledger/audit`). */
export const reservedSlugs = ['audit']
