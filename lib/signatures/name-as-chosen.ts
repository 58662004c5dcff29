import type { Display } from '@/prisma/generated/enums'

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** A signer's name as they chose to appear wherever the petition is shown or handed over; empty where not at all. */
export function nameAsChosen(name: string, display: Display): string {
  if (display === 'full') return name
  if (display === 'hidden') return ''
  return name
    .split(/[\s\-·・]+/u)
    .flatMap((part) => firstLetter(part) ?? [])
    .map((letter) => `${letter.toLocaleUpperCase('en')}.`)
    .join(' ')
}

function firstLetter(part: string): string | undefined {
  return Array.from(letters.segment(part), ({ segment }) => segment).find((segment) => /\p{L}/u.test(segment))
}
