/** Signatures that one person may act on alone within 24 hours; the database holds to it as well (`solo_quota`). */
export const SOLO_QUOTA = 100
