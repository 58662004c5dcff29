import { expect, test } from 'vitest'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { locales } from '@/messages/translator'
import { shareWords } from './share-words'

const words = {
  locale: 'en',
  version: 1,
  publishedAt: new Date('2026-11-28'),
  words: { sign: '{title}. Please sign:', read: 'What we ask.', closed: null, won: null, delivered: null },
}
const petition = (status: PetitionView['status']) =>
  ({ status, text: { locale: 'en', title: 'A register' } }) as PetitionView

test('what is said with a petition follows its state', () => {
  expect(shareWords(petition('open'), words, 'en')).toBe('A register. Please sign:')
  expect(shareWords(petition('open'), null, 'en')).toBe('A register')
  expect(shareWords(petition('won'), words, 'en')).toBe('A register (Successful)')
})

test.each(locales)('%s: nobody is asked to sign what cannot be signed any more', (locale) => {
  for (const status of ['closed', 'won', 'delivered'] as const) {
    expect(shareWords(petition(status), words, locale)).not.toContain('Please sign')
    expect(shareWords(petition(status), words, locale)).toMatch(/^A register \(.+\)$/)
  }
})

test('editors write what is said in each later state', () => {
  const later = { closed: '{title} is closed.', won: '{title} has won.', delivered: '{title} was delivered.' }
  const written = { ...words, words: { ...words.words, ...later } }
  expect(shareWords(petition('closed'), written, 'en')).toBe('A register is closed.')
  expect(shareWords(petition('won'), written, 'en')).toBe('A register has won.')
  expect(shareWords(petition('delivered'), written, 'en')).toBe('A register was delivered.')
  expect(shareWords(petition('open'), written, 'en')).toBe('A register. Please sign:')
})
