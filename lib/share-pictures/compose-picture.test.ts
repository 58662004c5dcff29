import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { type Locale, locales } from '@/messages/translator'
import { commonPlate, composePicture } from './compose-picture'
import { BACKGROUND, HEIGHT, MARGIN, NUMBER_TOP, WIDTH } from './layout'

const languages = locales.filter((locale) => locale !== 'ar-XB')

describe('what it is put together of', () => {
  const counts = [0, 2, 3, 9_999_999]

  it.each(languages)(
    'fits, whatever the number, in %s',
    async (locale: Locale) => {
      const background = Number.parseInt(`${BACKGROUND.slice(1)}ff`, 16)
      for (const count of counts) {
        const { data } = PNG.sync.read(await composePicture(await commonPlate(locale), locale, count))
        const ink = (x: number) => {
          for (let y = NUMBER_TOP + 2; y < HEIGHT; y++)
            if (data.readUInt32BE((y * WIDTH + x) * 4) !== background) return true
          return false
        }
        const columns = Array.from({ length: WIDTH }, (_, x) => x).filter(ink)
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
})
