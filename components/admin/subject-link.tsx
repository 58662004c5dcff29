const rooms: Record<string, [room: string, words: string]> = {
  petition: ['petitions', 'The petition'],
  paper: ['paper', 'The sheet'],
  letter: ['coalition/letters', 'The letter'],
  update: ['updates', 'The mailing in all its languages'],
  bulk: ['bulk', 'The signatures, with a sample'],
  export: ['exports', 'The export'],
  webhook: ['webhooks', 'The webhook'],
}

/** Whether a request is about something that has a page of its own. */
export function hasPage(subject: string): boolean {
  return Object.hasOwn(rooms, subject.split(':')[0] ?? '')
}

/** Leads to what a request is about, where it has a page; nothing for anything else. */
export function SubjectLink({ subject }: { subject: string }) {
  const [kind = '', key = ''] = subject.split(':')
  const found = Object.hasOwn(rooms, kind) ? rooms[kind] : undefined
  return found ? <a href={`/admin/${found[0]}/${encodeURIComponent(key)}`}>{found[1]}</a> : null
}
