import type { LineName } from '@/lib/overview/status/status-line'

interface Guide {
  /** Below `docs/`. */
  file: string
  /** The heading of its section. */
  section: string
}

const alerts = (section: string): Guide => ({ file: 'operations/alerts.md', section })
const backups = (section: string): Guide => ({ file: 'operations/backups.md', section })
const status: Guide = { file: 'operations/monitoring.md', section: 'System status' }

/** The section of the guides that explains how to set up or repair each line. */
export const guides: Record<LineName, Guide> = {
  worker: alerts('WorkerSilent'),
  mailQueue: alerts('MailWaits'),
  mailFailed: alerts('MailRefused'),
  bounces: alerts('MailRefused'),
  sender: status,
  ledger: { file: 'ledger.md', section: 'A checkpoint' },
  ledgerLag: alerts('LedgerLags'),
  witnesses: { file: 'ledger.md', section: 'Running an independent witness' },
  recount: { file: 'operations/monitoring.md', section: 'By hand' },
  mirror: backups('Set up'),
  auditLog: { file: 'ledger.md', section: 'The head of the audit log' },
  backup: alerts('BackupLate'),
  archive: backups('Set up'),
  drill: backups('Drill'),
  database: alerts('DatabasePoolFull'),
  disk: status,
  diskOfBackups: status,
  clock: status,
  release: status,
  migrations: status,
  erasures: status,
}
