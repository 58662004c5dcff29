import type { StaffRole } from '@/prisma/generated/enums'

/** Someone signed in at the desk with both factors, as of this request: the role comes from the database. */
export interface Staff {
  id: string
  email: string
  role: StaffRole
  /** Somebody asks to shut them out: until that is decided they can do nothing. */
  frozen?: boolean
  session: {
    id: string
    device: string
    factor: string
    /** The second factor was shown more than ten minutes ago: not enough for some verbs (`needsStepUp`). */
    stale?: boolean
  }
}
