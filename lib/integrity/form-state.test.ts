import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/use-database'
import { openFormState, sealFormState } from './form-state'

useDatabase()

const now = new Date('2026-03-01T23:55:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const draft = { values: { name: '김지수', email: 'not an address', comment: 'Why' }, errors: { email: ['invalid'] } }

describe('a form in a URL', () => {
  it('is restored as typed, across midnight, and not after fifteen minutes', async () => {
    const text = await sealFormState(draft, now)
    expect(await openFormState(text, now)).toEqual(draft)
    expect(await openFormState(text, later(14))).toEqual(draft)
    expect(await openFormState(text, later(15))).toBeNull()
  })

  it('reveals nothing that was typed, and fits a request line whatever was typed', async () => {
    const comment = Array.from({ length: 20_000 }, (_, i) => String.fromCodePoint(0xac00 + ((i * 7919) % 11_000))).join(
      '',
    )
    const text = await sealFormState({ values: { ...draft.values, comment }, errors: {} }, now)
    expect(text).toMatch(/^[\w-]{40,6000}$/)
    const opened = await openFormState(text, now)
    expect(opened?.values.name).toBe('김지수')
    expect(comment.startsWith(opened?.values.comment ?? '-')).toBe(true)
    expect(opened?.values.comment?.length).toBeGreaterThan(900)
  })

  it('is rejected if altered, cut or invented', async () => {
    const text = await sealFormState(draft, now)
    const altered = (text[20] === 'A' ? 'B' : 'A') + text.slice(1)
    for (const bad of [
      altered === text ? `${text.slice(0, -2)}AA` : altered,
      text.slice(0, -4),
      '',
      'x',
      'A'.repeat(5_000),
    ]) {
      expect(await openFormState(bad, now)).toBeNull()
    }
  })
})
