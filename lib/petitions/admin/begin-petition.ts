import { fieldIssues } from '@/lib/input/form-fields'
import type { Staff } from '@/lib/staff/staff'
import { sourceLocale } from '@/messages/translator'
import { requestPublication } from '../texts/publish-text'
import { formDay } from './change-days'
import { firstDrafts } from './copied-drafts'
import { create } from './create'
import { findForAdmin } from './find-for-admin'
import { type NewPetition, newPetitionForm } from './new-petition-form'
import { proposeSlugs } from './propose-slugs'
import { requestSchedule } from './schedule'

type BeginResult =
  /** `approval`: of its opening day. `planned`: false if that day could not be asked for. */
  { ok: true; id: string; approval: string | null; planned: boolean } | { ok: false; errors: Record<string, string[]> }

/**
 * Creates a petition from the form of one page. Without an address, it gets the first free one that its title suggests.
 * As a copy, it has the texts of another petition as drafts in every language, and what is asked for after confirming;
 * nothing of its signatures and days. With an opening day, the English text is published in the draft, and a second
 * person is asked.
 */
export async function beginPetition(by: Staff, typed: Record<string, string>, now: Date): Promise<BeginResult> {
  const read = newPetitionForm(now).safeParse(typed)
  if (!read.success) return { ok: false, errors: fieldIssues(read.error) }
  const { words, slug, goal, closes, from } = read.data
  const original = from === null ? null : await findForAdmin(by, from)
  const beginning = {
    goal,
    closesOn: closes,
    drafts: firstDrafts(original?.languages ?? [], words),
    ...(original && { nextAct: original.petition.nextAct, copyOf: original.petition.slug }),
  }
  const slugs = slug ? [slug] : proposeSlugs(words.title)
  if (slugs.length === 0) return { ok: false, errors: { slug: ['missing'] } }
  for (const one of slugs) {
    const made = await create(by, { ...beginning, slug: one }, now)
    if (made.ok) return { ok: true, id: made.id, ...(await open(by, made.id, read.data, beginning.drafts, now)) }
    if (made.reason !== 'slug_taken') return { ok: false, errors: { slug: ['invalid'] } }
  }
  return { ok: false, errors: { slug: ['slug_taken'] } }
}

/** Asks a second person for its opening day, if it has one. */
async function open(
  by: Staff,
  petitionId: string,
  { opens, closes }: NewPetition,
  drafts: { locale: string; revision: number }[],
  now: Date,
): Promise<{ approval: string | null; planned: boolean }> {
  if (!opens) return { approval: null, planned: true }
  const expectedVersion = Math.max(
    ...drafts.filter(({ locale }) => locale === sourceLocale).map(({ revision }) => revision),
  )
  const text = { petitionId, locale: sourceLocale, expectedVersion, version: 0, reason: '' }
  const published = await requestPublication(by, text, now)
  if (!published.ok) return { approval: null, planned: false }
  const days = { opens: '', closes: formDay(closes) }
  const plan = { expected: days, wanted: { ...days, opens: formDay(opens) }, reason: '' }
  const asked = await requestSchedule(by, petitionId, plan, now)
  return { approval: asked.ok ? asked.approval : null, planned: asked.ok }
}
