import { tOf } from './words'

const rooms: Record<string, string> = {
  petition: 'petitions',
  paper: 'paper',
  letter: 'coalition/letters',
  update: 'updates',
  bulk: 'bulk',
  export: 'exports',
  webhook: 'webhooks',
}

/** Further kinds of the audit log that have a page. */
const others: Record<string, string> = {
  member: 'coalition/members',
  activity: 'coalition/activities',
  document: 'coalition/documents',
  co_signature: 'coalition/co-signatures',
  staff: 'staff',
}

/** The address of a subject's page; null if it has none. */
export function roomOf(subject: string): string | null {
  const [kind = '', key = ''] = subject.split(':')
  const all = { ...rooms, ...others }
  return Object.hasOwn(all, kind) && key ? `/admin/${all[kind]}/${encodeURIComponent(key)}` : null
}

/** Tells whether a request's subject has a page of its own. */
export function hasPage(subject: string): boolean {
  return Object.hasOwn(rooms, subject.split(':')[0] ?? '')
}

/** A link to the page of a request's subject; nothing if it has none. */
export function SubjectLink({ subject }: { subject: string }) {
  const href = hasPage(subject) ? roomOf(subject) : null
  return href ? <a href={href}>{tOf('subject', subject.split(':')[0])}</a> : null
}
