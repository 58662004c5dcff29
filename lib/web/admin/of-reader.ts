import { cache } from 'react'
import { findWaiting } from '@/lib/overview/find-waiting'
import { listKeptForms } from '@/lib/staff/drafts/kept-form'
import type { Staff } from '@/lib/staff/staff'

// What the frame of every page shows of its reader, and some pages too: read once for each page.

/** What waits for them. */
export const waitingFor = cache((staff: Staff) => findWaiting(staff, new Date()))

/** What they typed and nothing came of yet, the newest first. */
export const keptFormsOf = cache((staff: Staff) => listKeptForms(staff))
