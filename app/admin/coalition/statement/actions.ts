'use server'

import { addClause, clauseForm, moveClause, removeClause } from '@/lib/coalition/desk/change-clauses'
import { discardStatement, draftStatement } from '@/lib/coalition/desk/draft-statement'
import { requestPublication } from '@/lib/coalition/desk/publish-statement'
import { readForm } from '@/lib/coalition/desk/read-form'
import { sayWhose } from '@/lib/coalition/desk/say-whose'
import { deskAction, field } from '@/lib/web/desk/desk-action'
import { saveForm } from '@/lib/web/desk/form-action'
import { wholeIn } from '@/lib/web/desk/read-field'

const room = '/admin/coalition/statement'

export const draft = deskAction('coalition.write', async (staff) => {
  const result = await draftStatement(staff, new Date())
  return result.ok ? page(result.version, 'done=drafted') : `${room}?problem=${result.reason}`
})

/** Asks a second person. */
export const publish = deskAction('coalition.publish', async (staff, form) => {
  const version = versionOf(form)
  const asked = await requestPublication(staff, version, field(form, 'why').slice(0, 300), new Date())
  return asked.ok ? `/admin/approvals/${asked.approval}?done=asked` : page(version, `problem=${asked.reason}`)
})

export const whose = deskAction('coalition.write', async (staff, form) => {
  const version = versionOf(form)
  const said = field(form, 'whose')
  if (said !== 'coalition' && said !== 'editors') return page(version, 'problem=changed')
  const { ok } = await sayWhose(staff, version, said, new Date())
  return page(version, ok ? 'done=saved' : 'problem=changed')
})

export const discard = deskAction('coalition.write', async (staff, form) => {
  const { ok } = await discardStatement(staff, versionOf(form), new Date())
  return `${room}?${ok ? 'done=draft_discarded' : 'problem=changed'}`
})

export const add = deskAction('coalition.write', (staff, form) => {
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

export const remove = deskAction('coalition.write', async (staff, form) => {
  const version = versionOf(form)
  const { ok } = await removeClause(staff, version, field(form, 'anchor'), new Date())
  return page(version, ok ? 'done=saved' : 'problem=changed')
})

export const move = deskAction('coalition.write', async (staff, form) => {
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
