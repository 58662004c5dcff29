'use server'

import { addClause, clauseForm, moveClause, removeClause } from '@/lib/coalition/admin/change-clauses'
import { discardStatement, draftStatement, setStatementAuthor } from '@/lib/coalition/admin/draft-statement'
import { requestPublication } from '@/lib/coalition/admin/publish-statement'
import { readForm } from '@/lib/coalition/entities/fields'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { saveForm } from '@/lib/web/admin/form-action'
import { wholeIn } from '@/lib/web/admin/read-field'
import { confirmed } from '../../confirm/confirmed'

const room = '/admin/coalition/statement'

export const draft = adminAction('coalition.write', async (staff) => {
  const result = await draftStatement(staff, new Date())
  return result.ok ? page(result.version, 'done=drafted') : `${room}?problem=${result.reason}`
})

/** Requests approval. */
export const publish = adminAction(
  'coalition.publish',
  confirmed('publish-statement', async (staff, form) => {
    const version = versionOf(form)
    const asked = await requestPublication(staff, version, field(form, 'why').slice(0, 300), new Date())
    return asked.ok ? `/admin/approvals/${asked.approval}?done=asked` : page(version, `problem=${asked.reason}`)
  }),
)

export const setAuthor = adminAction('coalition.write', async (staff, form) => {
  const version = versionOf(form)
  const author = field(form, 'author')
  if (author !== 'coalition' && author !== 'editors') return page(version, 'problem=changed')
  const { ok } = await setStatementAuthor(staff, version, author, new Date())
  return page(version, ok ? 'done=saved' : 'problem=changed')
})

export const discard = adminAction(
  'coalition.write',
  confirmed('discard-statement', async (staff, form) => {
    const { ok } = await discardStatement(staff, versionOf(form), field(form, 'words'), new Date())
    return ok ? `${room}?done=draft_discarded` : page(versionOf(form), 'problem=changed')
  }),
)

export const add = adminAction('coalition.write', (staff, form) => {
  const version = versionOf(form)
  const ways = {
    name: 'clause',
    form: () => page(version, ''),
    saved: (id: string) => `/admin/coalition/texts/clause/${id}/en?done=saved`,
  }
  return saveForm(staff, form, ways, async (fields, now) => {
    const read = readForm(clauseForm, fields)
    return read.ok ? addClause(staff, version, read.form, now) : read
  })
})

export const remove = adminAction(
  'coalition.write',
  confirmed('remove-clause', async (staff, form) => {
    const version = versionOf(form)
    const { ok } = await removeClause(staff, version, field(form, 'anchor'), field(form, 'words'), new Date())
    return page(version, ok ? 'done=saved' : 'problem=changed')
  }),
)

export const move = adminAction('coalition.write', async (staff, form) => {
  const version = versionOf(form)
  const { ok } = await moveClause(staff, version, field(form, 'anchor'), field(form, 'above'), new Date())
  return page(version, ok ? 'done=saved' : 'problem=changed')
})

function versionOf(form: FormData): number {
  return wholeIn(form, 'version', 9_999)
}

function page(version: number, query: string): string {
  return `${room}?version=${version}${query && `&${query}`}`
}
