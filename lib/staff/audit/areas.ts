/** What the audit log is filtered by: the first parts of the verbs that belong to it. */
const areas = {
  signatures: ['signature', 'suppression', 'bulk', 'incident'],
  comments: ['comment'],
  paper: ['paper'],
  exports: ['export'],
  petitions: ['petition', 'delivery'],
  mailings: ['update'],
  coalition: [
    'member',
    'activity',
    'letter',
    'co_signature',
    'application',
    'government',
    'source',
    'document',
    'statement',
    'clause',
    'home',
    'site',
    'coalition',
  ],
  approvals: ['approval'],
  staff: ['staff', 'factor', 'session'],
  settings: ['settings', 'keys', 'webhook', 'audit'],
}

export type AuditArea = keyof typeof areas

export const auditAreas = Object.keys(areas) as [AuditArea, ...AuditArea[]]

/** The beginnings of its verbs. */
export function verbsIn(area: AuditArea): string[] {
  return areas[area].map((part) => `${part}.`)
}
