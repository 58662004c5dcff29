import type { AdminKey } from '@/messages/admin/translator'

/** `unset`: nobody has set it up; `unknown`: it runs elsewhere, and does not tell. */
export type State = 'good' | 'attention' | 'unset' | 'unknown'

/** What is looked at, in the order in which it is shown, by what it belongs to. */
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

/** What words are filled with: a number as it is; a size in bytes and a span in ms, in units that say something. */
export type Value = number | string | Date | null | { bytes: number } | { span: number } | { faults: string[] }

/** What can be said: a message of the area `status`. */
type Says = AdminKey extends infer Key ? (Key extends `status.${infer Name}` ? Name : never) : never

/** One thing that is looked at, as codes: the words are those of whoever reads it. */
export interface StatusLine {
  name: LineName
  state: State
  /** What is said of it; a message with `Do` at its end says what to do about it. */
  says: Says
  values: Record<string, Value>
}
