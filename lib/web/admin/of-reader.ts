import { cache } from 'react'
import { findWaiting } from '@/lib/overview/find-waiting'
import { listKeptForms } from '@/lib/staff/drafts/kept-form'
import type { Staff } from '@/lib/staff/staff'

// For the frame of every page, and some pages: read once per request.

/** The queues of this person. */
export const waitingFor = cache((staff: Staff) => findWaiting(staff, new Date()))

/** This person's unfinished forms, newest first. */
export const keptFormsOf = cache((staff: Staff) => listKeptForms(staff))
