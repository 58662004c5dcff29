/** The areas that the audit log can be filtered by, each with the first parts of its verbs. */
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

/** The prefixes of an area's verbs. */
export function verbsIn(area: AuditArea): string[] {
  return areas[area].map((part) => `${part}.`)
}
