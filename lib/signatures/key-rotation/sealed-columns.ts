/** Every column that holds what `sealRecord` sealed. */
export const sealedColumns = [
  { table: 'signature', column: 'sealed' },
  { table: 'signature', column: 'appeal' },
  { table: 'pending_signature', column: 'sealed' },
  { table: 'application', column: 'sealed' },
  { table: 'co_signature', column: 'sealed' },
  { table: 'mail', column: 'sealed' },
  { table: 'mail_domain', column: 'sealed' },
  { table: 'member_contact', column: 'sealed' },
  { table: 'paper_sheet', column: 'sealed' },
  { table: 'webhook', column: 'sealed' },
  // Megabytes each.
  { table: 'paper_scan', column: 'sealed', batch: 5 },
] as const
