import type { StaffRole } from '@/prisma/generated/enums'

/** A member of staff signed in with both factors, as of this request: the role comes from the database. */
export interface Staff {
  id: string
  email: string
  /** Their name, if they gave one. */
  name?: string | null
  role: StaffRole
  /** A request to disable them is pending: until it is decided they can do nothing. */
  frozen?: boolean
  session: {
    id: string
    device: string
    factor: string
    /** The second factor was verified more than ten minutes ago, too long for some verbs (`needsStepUp`). */
    stale?: boolean
  }
}
