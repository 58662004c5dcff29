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

/** Kinds of the audit log that have a page too, besides. */
const others: Record<string, string> = {
  member: 'coalition/members',
  activity: 'coalition/activities',
  document: 'coalition/documents',
  co_signature: 'coalition/co-signatures',
  staff: 'staff',
}

/** The address of the page about a subject; null where it has none. */
export function roomOf(subject: string): string | null {
  const [kind = '', key = ''] = subject.split(':')
  const all = { ...rooms, ...others }
  return Object.hasOwn(all, kind) && key ? `/admin/${all[kind]}/${encodeURIComponent(key)}` : null
}

/** Whether a request is about something that has a page of its own. */
export function hasPage(subject: string): boolean {
  return Object.hasOwn(rooms, subject.split(':')[0] ?? '')
}

/** Leads to what a request is about, where it has a page; nothing for anything else. */
export function SubjectLink({ subject }: { subject: string }) {
  const href = hasPage(subject) ? roomOf(subject) : null
  return href ? <a href={href}>{tOf('subject', subject.split(':')[0])}</a> : null
}
