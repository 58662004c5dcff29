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

/** Whether a request is about something that has a page of its own. */
export function hasPage(subject: string): boolean {
  return Object.hasOwn(rooms, subject.split(':')[0] ?? '')
}

/** Leads to what a request is about, where it has a page; nothing for anything else. */
export function SubjectLink({ subject }: { subject: string }) {
  const [kind = '', key = ''] = subject.split(':')
  const found = Object.hasOwn(rooms, kind) ? rooms[kind] : undefined
  return found ? <a href={`/admin/${found}/${encodeURIComponent(key)}`}>{tOf('subject', kind)}</a> : null
}
