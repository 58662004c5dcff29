'use server'

import { entityViewAt } from '@/components/admin/coalition/entities/entity-views'
import { confirmPath } from '@/components/admin/confirm/confirmables'
import { type LetterStep, requestLetterStep } from '@/lib/coalition/admin/letter-steps'
import { publishActivity as publish, withdrawActivity as withdraw } from '@/lib/coalition/admin/publish-activity'
import { removeDocument as removeWithFile } from '@/lib/coalition/documents/remove-document'
import { readForm } from '@/lib/coalition/entities/fields'
import { findEditable } from '@/lib/coalition/entities/find-editable'
import { member } from '@/lib/coalition/entities/member'
import { requestRemoval, saveEntity } from '@/lib/coalition/entities/save-entity'
import { saveNames as saveMemberNames } from '@/lib/coalition/entities/save-names'
import { invitationForm, invite as inviteOrganisation } from '@/lib/coalition/invite'
import { env } from '@/lib/env'
import { isId } from '@/lib/input/id'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { keepDraft } from '@/lib/staff/drafts/keep-draft'
import type { Staff } from '@/lib/staff/staff'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { saveForm } from '@/lib/web/admin/form-action'
import { keepForReview } from '@/lib/web/admin/keep-typed'
import { sealQuery } from '@/lib/web/admin/sealed-query'
import { Unreadable } from '@/lib/web/admin/unreadable'
import { confirmed } from '../../confirm/confirmed'

const coalition = '/admin/coalition'

/**
 * Adds a row, or changes an existing one. An entity with texts continues on its page, where they are written. A change
 * that also deletes something continues on the page that asks first.
 */
export const save = adminAction('coalition.write', (staff, form) => {
  const view = viewIn(form)
  const { path, entity } = view
  let asks = ''
  const ways = {
    name: entity.name,
    form: ({ id = '' }) => `${path}/${entity.isId(id) ? id : 'new'}`,
    saved: (id: string) => asks || (entity.texts ? `${path}/${id}?done=saved` : `${path}?done=saved`),
  }
  return saveForm(staff, form, ways, async (typed, now) => {
    const { id, expectedVersion, reason = '', ...fields } = typed
    const read = readForm(entity.schema, fields)
    if (!read.ok) return read
    const before = id ? await findEditable(staff, entity, id) : null
    const act = before && view.confirms?.(before.values, fields)
    if (id && act) {
      asks = confirmPath(act, await keepForReview(staff, { name: entity.name, path: ways.form(typed) }, form, now))
      return { ok: true, id }
    }
    return saveEntity(staff, entity, { id, expectedVersion, form: read.form, reason: reason.slice(0, 300) }, now)
  })
})

/** Saves the member's form with the day on which it left. */
export const endMembership = adminAction(
  'coalition.write',
  confirmed('end-membership', async (staff, form) => {
    const typed = (await findDraft(staff, member.name, field(form, 'draftId')))?.fields ?? {}
    const { id = '', expectedVersion, entity: _, ...fields } = typed
    const read = readForm(member.schema, fields)
    if (!read.ok) return `${coalition}/members?problem=changed`
    const now = new Date()
    const saved = await saveEntity(staff, member, { id, expectedVersion, form: read.form }, now)
    if (saved.ok) return `${coalition}/members/${id}?done=membership_ended`
    const draft = await keepDraft(staff, member.name, { fields: typed, errors: saved.errors }, now)
    return `${coalition}/members/${id}?draft=${draft}`
  }),
)

/** Requests approval to remove a row. */
export const remove = adminAction(
  'coalition.write',
  confirmed('remove-government', async (staff, form) => {
    const { path, entity } = viewIn(form)
    const [id, expectedVersion, reason] = [field(form, 'id'), field(form, 'expectedVersion'), whyOf(form)]
    const asked = await requestRemoval(staff, entity, { id, expectedVersion, reason }, new Date())
    return asked.ok && asked.approval ? `/admin/approvals/${asked.approval}?done=asked` : `${path}?problem=changed`
  }),
)

/** Saves a member's names in all languages. */
export const saveNames = adminAction('coalition.write', (staff, form) => {
  const page = () => pageOf('members', form, '')
  const ways = { name: 'names', form: page, saved: () => pageOf('members', form, 'done=saved') }
  return saveForm(staff, form, ways, (fields, now) => saveMemberNames(staff, fields.id ?? '', fields, now))
})

export const publishActivity = adminAction('coalition.write', async (staff, form) => {
  const result = await publish(staff, field(form, 'id'), new Date())
  return pageOf('activities', form, result.ok ? 'done=published' : `problem=${result.reason}`)
})

export const withdrawActivity = adminAction(
  'coalition.write',
  confirmed('withdraw-activity', async (staff, form) => {
    const result = await withdraw(staff, field(form, 'id'), new Date())
    return pageOf('activities', form, result.ok ? 'done=taken_off' : `problem=${result.reason}`)
  }),
)

/** Deletes a document with its file. */
export const removeDocument = adminAction(
  'coalition.write',
  confirmed('remove-document', async (staff, form) => {
    const result = await removeWithFile(staff, field(form, 'id'), whyOf(form), new Date())
    return `${coalition}/documents?${result.ok ? 'done=document_removed' : `problem=${result.reason}`}`
  }),
)

/** Both request approval. */
export const openLetter = adminAction(
  'coalition.publish',
  confirmed('open-letter', (staff, form) => requestStep(staff, form, 'open')),
)
export const closeLetter = adminAction(
  'coalition.publish',
  confirmed('close-letter', (staff, form) => requestStep(staff, form, 'sent')),
)

/** Makes a link for one organisation. It is shown in this session only, for ten minutes, and not stored. */
export const invite = adminAction('coalition.write', (staff, form) => {
  let link = ''
  const ways = {
    name: 'invitation',
    form: () => pageOf('letters', form, ''),
    saved: () => pageOf('letters', form, `invited=${link}`),
  }
  return saveForm(staff, form, ways, async (fields, now) => {
    const read = readForm(invitationForm, fields)
    if (!read.ok) return read
    const { id = '', slug = '' } = fields
    const result = await inviteOrganisation(staff, slug, read.form, now)
    if (!result.ok) return { ok: false, errors: { organisation: [result.reason] } }
    link = sealQuery(staff, 'invited', `${env().SITE_URL}/en/letters/${slug}/co-sign/${result.token}`, now)
    return { ok: true, id }
  })
})

async function requestStep(staff: Staff, form: FormData, to: LetterStep): Promise<string> {
  const asked = await requestLetterStep(staff, field(form, 'id'), to, whyOf(form), new Date())
  return asked.ok ? `/admin/approvals/${asked.approval}?done=asked` : pageOf('letters', form, `problem=${asked.reason}`)
}

/**
 * The entity of a form, and the path of its kind.
 * @throws Unreadable
 */
function viewIn(form: FormData) {
  const name = field(form, 'entity')
  const view = entityViewAt(name)
  if (!view) throw new Unreadable('entity')
  return { path: `${coalition}/${name}`, ...view }
}

function pageOf(room: string, form: FormData, query: string): string {
  const id = field(form, 'id')
  return `${coalition}/${room}${isId(id) ? `/${id}` : ''}${query && `?${query}`}`
}

function whyOf(form: FormData): string {
  return field(form, 'why').slice(0, 300)
}
