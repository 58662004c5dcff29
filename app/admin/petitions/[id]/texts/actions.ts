'use server'

import { textLocales } from '@/lib/petitions/desk/find-for-desk'
import { sourceLocale } from '@/lib/petitions/petition-view'
import { publishText } from '@/lib/petitions/texts/publish-text'
import { discardAside, saveDraft } from '@/lib/petitions/texts/save-draft'
import type { Words } from '@/lib/petitions/texts/words'
import { deskAction, field } from '@/lib/web/desk/desk-action'

export const saveWords = deskAction('petition.write', async (staff, form) => {
  const page = pageOf(form)
  const saving = {
    ...page,
    words: wordsOf(form),
    seen: Number(field(form, 'seen')),
    matches: field(form, 'follows') && /^\d{1,9}$/.test(field(form, 'source')) ? Number(field(form, 'source')) : null,
    aside: uuid(field(form, 'aside')),
  }
  const result = await saveDraft(staff, saving, new Date())
  if (result.ok) return `${path(page)}?done=text_saved`
  if (result.reason === 'unknown') return `/admin/petitions/${page.petitionId}?problem=changed`
  return `${path(page)}?problem=set_aside&aside=${result.aside}`
})

export const discard = deskAction('petition.write', async (staff, form) => {
  const aside = uuid(field(form, 'aside'))
  if (aside) await discardAside(staff, aside)
  return path(pageOf(form))
})

export const publishWords = deskAction('petition.write', async (staff, form) => {
  const page = pageOf(form)
  const seen = { seen: Number(field(form, 'seen')), version: Number(field(form, 'version')) }
  const result = await publishText(staff, { ...page, ...seen }, new Date())
  if (result.ok) return `/admin/petitions/${page.petitionId}?done=text_published`
  return `${path(page)}/publish?problem=${result.reason}`
})

function pageOf(form: FormData): { petitionId: string; locale: string } {
  const locale = field(form, 'locale')
  return {
    petitionId: uuid(field(form, 'id')) ?? '00000000-0000-0000-0000-000000000000',
    locale: textLocales.includes(locale) ? locale : sourceLocale,
  }
}

function wordsOf(form: FormData): Words {
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

function uuid(text: string): string | null {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : null
}
