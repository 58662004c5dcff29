import type { AdminKey } from '@/messages/admin/translator'

/** `unset`: not configured; `unknown`: it runs elsewhere and does not report. */
export type State = 'good' | 'attention' | 'unset' | 'unknown'

/** The lines of the status page, by part, in the order shown. */
export const parts = {
  worker: ['worker'],
  mail: ['mailQueue', 'mailFailed', 'bounces', 'sender'],
  ledger: ['ledger', 'ledgerLag', 'witnesses', 'recount', 'mirror'],
  audit: ['auditLog'],
  backups: ['backup', 'archive', 'drill'],
  machines: ['database', 'disk', 'diskOfBackups', 'clock'],
  versions: ['release', 'migrations'],
  erasures: ['erasures'],
} as const

export type Part = keyof typeof parts
export type LineName = (typeof parts)[Part][number]

/** Values for the placeholders of a message; `bytes` and `span` (ms) are formatted with a suitable unit. */
export type Value = number | string | Date | null | { bytes: number } | { span: number } | { faults: string[] }

/** A message key of the area `status`. */
type Says = AdminKey extends infer Key ? (Key extends `status.${infer Name}` ? Name : never) : never

/** One line of the status page, as codes; the page translates them. */
export interface StatusLine {
  name: LineName
  state: State
  /** The message; the one with the same key and `Do` says what to do about it. */
  says: Says
  values: Record<string, Value>
}
