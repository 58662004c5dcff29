import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/scripts/testing/use-database'
import { openDraft } from './open-draft'
import { sealDraft } from './seal-draft'

useDatabase()

const now = new Date('2026-03-01T23:55:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const draft = { values: { name: '김지수', email: 'not an address', comment: 'Why' }, errors: { email: ['invalid'] } }

describe('a draft', () => {
  it('comes back as typed, over midnight too, and not after fifteen minutes', async () => {
    const text = await sealDraft(draft, now)
    expect(await openDraft(text, now)).toEqual(draft)
    expect(await openDraft(text, later(14))).toEqual(draft)
    expect(await openDraft(text, later(15))).toBeNull()
  })

  it('shows nothing of what was typed, and fits a request line whatever was typed', async () => {
    const comment = Array.from({ length: 20_000 }, (_, i) => String.fromCodePoint(0xac00 + ((i * 7919) % 11_000))).join(
      '',
    )
    const text = await sealDraft({ values: { ...draft.values, comment }, errors: {} }, now)
    expect(text).toMatch(/^[\w-]{40,6000}$/)
    const opened = await openDraft(text, now)
    expect(opened?.values.name).toBe('김지수')
    expect(comment.startsWith(opened?.values.comment ?? '-')).toBe(true)
    expect(opened?.values.comment?.length).toBeGreaterThan(900)
  })

  it('is refused when altered, cut or invented', async () => {
    const text = await sealDraft(draft, now)
    const altered = (text[20] === 'A' ? 'B' : 'A') + text.slice(1)
    for (const bad of [
      altered === text ? `${text.slice(0, -2)}AA` : altered,
      text.slice(0, -4),
      '',
      'x',
      'A'.repeat(5_000),
    ]) {
      expect(await openDraft(bad, now)).toBeNull()
    }
  })
})
