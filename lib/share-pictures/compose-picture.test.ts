import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { type Locale, locales } from '@/messages/translator'
import { commonPlate, composePicture } from './compose-picture'
import { BACKGROUND, HEIGHT, MARGIN, NUMBER_TOP, WIDTH } from './layout'

const languages = locales.filter((locale) => locale !== 'ar-XB')

describe('what it is put together of', () => {
  /** One for each form that the words beside a number have in a language, and the longest. */
  function countsIn(locale: Locale): number[] {
    const rules = new Intl.PluralRules(locale)
    const forms = [0, 1, 2, 3, 11, 111, 1_000_000].map((count) => [rules.select(count), count] as const)
    return [...new Map(forms).values(), 9_999_999]
  }
  const background = Number.parseInt(`${BACKGROUND.slice(1)}ff`, 16)

  /** The columns of a picture with ink below its plate. */
  async function inked(plate: Buffer, locale: Locale, count: number): Promise<number[]> {
    const { data } = PNG.sync.read(await composePicture(plate, locale, count))
    const ink = (x: number) => {
      for (let y = NUMBER_TOP + 2; y < HEIGHT; y++)
        if (data.readUInt32BE((y * WIDTH + x) * 4) !== background) return true
      return false
    }
    return Array.from({ length: WIDTH }, (_, x) => x).filter(ink)
  }

  it.each(languages)(
    'fits, whatever the number, in %s',
    async (locale: Locale) => {
      const plate = await commonPlate(locale)
      for (const count of countsIn(locale)) {
        const columns = await inked(plate, locale, count)
        expect([count, columns.length > 20]).toEqual([count, true])
        expect([count, Math.min(...columns) >= MARGIN - 2, Math.max(...columns) <= WIDTH - MARGIN + 2]).toEqual([
          count,
          true,
          true,
        ])
      }
    },
    60_000,
  )

  it.each(languages)(
    'has every digit of the number, in %s',
    async (locale: Locale) => {
      // Of one plural category, so that the words beside the number are the same: what is added is digits.
      const rules = new Intl.PluralRules(locale)
      const of = (digits: number) => Number('8'.repeat(digits))
      const alike = [1, 2, 3, 4, 5, 6, 7].filter((digits) => rules.select(of(digits)) === rules.select(of(7)))
      expect(alike.length).toBeGreaterThanOrEqual(5)
      const plate = await commonPlate(locale)
      const widths: number[] = []
      for (const digits of alike) {
        const columns = await inked(plate, locale, of(digits))
        widths.push(Math.max(...columns) - Math.min(...columns))
      }
      for (const [at, digits] of alike.entries()) {
        if (at === 0) continue
        const added = ((widths[at] ?? 0) - (widths[at - 1] ?? 0)) / (digits - (alike[at - 1] ?? 0))
        expect([digits, added > 40, added < 100]).toEqual([digits, true, true])
      }
      // Other digits, another picture.
      const pictures = await Promise.all([10, 11, 12, 20, 21].map((count) => composePicture(plate, locale, count)))
      expect(new Set(pictures.map((picture) => picture.toString('latin1'))).size).toBe(5)
    },
    60_000,
  )
})
