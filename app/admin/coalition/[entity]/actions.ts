'use server'

import { entityViewAt } from '@/components/admin/coalition/entities/entity-views'
import { type LetterStep, requestLetterStep } from '@/lib/coalition/admin/letter-steps'
import { publishActivity as publish, withdrawActivity as withdraw } from '@/lib/coalition/admin/publish-activity'
import { removeDocument as removeWithFile } from '@/lib/coalition/documents/remove-document'
import { readForm } from '@/lib/coalition/entities/fields'
import { requestRemoval, saveEntity } from '@/lib/coalition/entities/save-entity'
import { invitationForm, invite as inviteOrganisation } from '@/lib/coalition/invite'
import { env } from '@/lib/env'
import { isId } from '@/lib/input/id'
import type { Staff } from '@/lib/staff/staff'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { saveForm } from '@/lib/web/admin/form-action'
import { sealQuery } from '@/lib/web/admin/sealed-query'
import { Unreadable } from '@/lib/web/admin/unreadable'
import { confirmed } from '../../confirm/confirmed'

const coalition = '/admin/coalition'

/** Adds a row, or changes an existing one. An entity with texts goes on to its page, where they are written. */
export const save = adminAction('coalition.write', (staff, form) => {
  const { path, entity } = entityIn(form)
  const ways = {
    name: entity.name,
    form: ({ id = '' }) => `${path}/${entity.isId(id) ? id : 'new'}`,
    saved: (id: string) => (entity.texts ? `${path}/${id}?done=saved` : `${path}?done=saved`),
  }
  return saveForm(staff, form, ways, async ({ id, expectedVersion, reason = '', ...fields }, now) => {
    const read = readForm(entity.schema, fields)
    if (!read.ok) return read
    return saveEntity(staff, entity, { id, expectedVersion, form: read.form, reason: reason.slice(0, 300) }, now)
  })
})

/** Asks a second person to remove a row. */
export const remove = adminAction(
  'coalition.write',
  confirmed('remove-government', async (staff, form) => {
    const { path, entity } = entityIn(form)
    const [id, expectedVersion, reason] = [field(form, 'id'), field(form, 'expectedVersion'), whyOf(form)]
    const asked = await requestRemoval(staff, entity, { id, expectedVersion, reason }, new Date())
    return asked.ok && asked.approval ? `/admin/approvals/${asked.approval}?done=asked` : `${path}?problem=changed`
  }),
)

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

/** Both ask a second person. */
export const openLetter = adminAction(
  'coalition.publish',
  confirmed('open-letter', (staff, form) => requestStep(staff, form, 'open')),
)
export const closeLetter = adminAction(
  'coalition.publish',
  confirmed('close-letter', (staff, form) => requestStep(staff, form, 'sent')),
)

/** Makes a link for one organisation. It is shown to this session alone, for ten minutes, and kept nowhere. */
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
 * The entity that a form is about.
 * @throws Unreadable
 */
function entityIn(form: FormData) {
  const name = field(form, 'entity')
  const view = entityViewAt(name)
  if (!view) throw new Unreadable('entity')
  return { path: `${coalition}/${name}`, entity: view.entity }
}

function pageOf(room: string, form: FormData, query: string): string {
  const id = field(form, 'id')
  return `${coalition}/${room}${isId(id) ? `/${id}` : ''}${query && `?${query}`}`
}

function whyOf(form: FormData): string {
  return field(form, 'why').slice(0, 300)
}
