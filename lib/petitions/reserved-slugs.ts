/** Addresses that no petition can have: something else stands there (`/ledger/audit`). */
export const reservedSlugs = ['audit']
