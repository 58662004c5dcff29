import { SLOTS_A_DAY } from '@/lib/staff/quota/slots'

/** Signatures that one person may act on alone within 24 hours; the database enforces it as well (`solo_quota`). */
export const SOLO_QUOTA = SLOTS_A_DAY
