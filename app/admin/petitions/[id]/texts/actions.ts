'use server'

import { z } from 'zod'
import { textLocales } from '@/lib/petitions/admin/find-for-admin'
import type { PetitionWords } from '@/lib/petitions/texts/petition-words'
import { requestPublication } from '@/lib/petitions/texts/publish-text'
import { discardDraftConflict, saveDraft } from '@/lib/petitions/texts/save-draft'
import type { Staff } from '@/lib/staff/staff'
import { adminAction, field } from '@/lib/web/admin/admin-action'
import { idIn, wholeIn } from '@/lib/web/admin/read-field'
import { Unreadable } from '@/lib/web/admin/unreadable'
import { confirmed } from '../../../confirm/confirmed'

export const saveWords = adminAction('petition.write', async (staff, form) => {
  const page = pageOf(form)
  const saving = {
    ...page,
    words: wordsOf(form),
    expectedVersion: wholeIn(form, 'expectedVersion'),
    matches: field(form, 'follows') ? wholeIn(form, 'source') : null,
    conflictId: field(form, 'conflict') ? idIn(form, 'conflict') : null,
  }
  const result = await saveDraft(staff, saving, new Date())
  if (result.ok && field(form, 'then') === 'correct') return correct(staff, form, result.revision)
  if (result.ok && field(form, 'then') === 'preview') return `${path(page)}?done=text_saved&view=preview`
  if (result.ok) return `${path(page)}${field(form, 'then') === 'publish' ? '/publish' : ''}?done=text_saved`
  if (result.reason === 'unknown') return `/admin/petitions/${page.petitionId}?problem=changed`
  return `${path(page)}?problem=draft_conflict&conflict=${result.conflictId}`
})

export const discard = adminAction(
  'petition.write',
  confirmed('discard-my-text', async (staff, form) => {
    await discardDraftConflict(staff, idIn(form, 'conflict'), new Date())
    return path(pageOf(form))
  }),
)

export const publishWords = adminAction('petition.write', async (staff, form) => {
  const page = pageOf(form)
  const edition = { expectedVersion: wholeIn(form, 'expectedVersion'), version: wholeIn(form, 'version') }
  const reason = field(form, 'why').slice(0, 500)
  const result = await requestPublication(staff, { ...page, ...edition, reason }, new Date())
  if (result.ok && result.approval) return `/admin/approvals/${result.approval}?done=asked`
  if (result.ok) return `/admin/petitions/${page.petitionId}/texts?done=text_published`
  return `${path(page)}/publish?problem=${result.reason}`
})

/**
 * Publishes the texts of several languages independently: a refused one does not hold up the others, and the page then
 * shows the rest.
 */
export const publishAll = adminAction('petition.write', async (staff, form) => {
  const petitionId = idIn(form)
  const reason = field(form, 'why').slice(0, 500)
  const results = []
  for (const text of textsIn(form))
    results.push(await requestPublication(staff, { petitionId, ...text, reason }, new Date()))
  const texts = `/admin/petitions/${petitionId}/texts`
  const refused = results.find((result) => !result.ok)
  if (refused && !refused.ok) return `${texts}/publish?problem=${refused.reason}`
  return results.some((result) => result.ok && result.approval)
    ? '/admin/approvals?done=asked'
    : `${texts}?done=text_published`
})

/** Requests publication of the saved correction at once. If that is refused, leads to the page that publishes it. */
async function correct(staff: Staff, form: FormData, revision: number): Promise<string> {
  const page = pageOf(form)
  const edition = { expectedVersion: revision, version: wholeIn(form, 'version'), correction: true }
  const asked = await requestPublication(staff, { ...page, ...edition, reason: '' }, new Date())
  if (asked.ok && asked.approval) return `/admin/approvals/${asked.approval}?done=asked`
  if (asked.ok) return `/admin/petitions/${page.petitionId}/texts?done=text_published`
  return `${path(page)}/publish?problem=${asked.reason}`
}

/** Language, revision and published version of each text shown on the page. */
function textsIn(form: FormData): { locale: string; expectedVersion: number; version: number }[] {
  const read = z.array(shownText).min(1).max(textLocales.length).safeParse(form.getAll('text'))
  if (!read.success) throw new Unreadable('text')
  return read.data
}

const shownText = z
  .string()
  .regex(/^[A-Za-z-]{2,10}\.\d{1,9}\.\d{1,9}$/)
  .transform((text) => {
    const [locale = '', expectedVersion, version] = text.split('.')
    return { locale, expectedVersion: Number(expectedVersion), version: Number(version) }
  })
  .refine(({ locale }) => textLocales.includes(locale))

function pageOf(form: FormData): { petitionId: string; locale: string } {
  const locale = field(form, 'locale')
  if (!textLocales.includes(locale)) throw new Unreadable('locale')
  return {
    petitionId: idIn(form),
    locale,
  }
}

function wordsOf(form: FormData): PetitionWords {
  return {
    title: field(form, 'title'),
    call: field(form, 'call'),
    addressee: field(form, 'addressee'),
    asks: field(form, 'asks'),
    body: field(form, 'body'),
    story: field(form, 'story'),
  }
}

function path({ petitionId, locale }: { petitionId: string; locale: string }): string {
  return `/admin/petitions/${petitionId}/texts/${locale}`
}
