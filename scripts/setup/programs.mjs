/** The programs of dist/, besides the server: what a machine without the sources runs. */
export const programs = [
  'framework',
  'worker',
  'seed',
  'first-owner',
  'staff-invite',
  'staff-disable',
  'production-check',
  'recount',
  'check-audit',
  'backup',
  'restore',
  'drill-restore',
  'restore-ledger',
  'apply-erasures',
  'rotate-keys',
]
