/** Every column that holds what `sealRecord` sealed. */
export const sealedColumns = [
  { table: 'signature', column: 'sealed' },
  { table: 'signature', column: 'appeal' },
  { table: 'application', column: 'sealed' },
  { table: 'co_signature', column: 'sealed' },
  { table: 'mail', column: 'sealed' },
] as const
