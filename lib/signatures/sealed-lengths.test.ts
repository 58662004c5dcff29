import { expect, it } from 'vitest'
import { fields } from '@/test/a-petition'
import { makeSignature } from './make-signature'
import { limits, readForm } from './signature-form'

const now = new Date('2026-11-30T10:00:00Z')

/** The lengths of what is stored of a form. */
function stored(more: Record<string, string>) {
  const { email = 'a@example.org', ...rest } = more
  const read = readForm(fields(email, rest))
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  const { sealed, own } = makeSignature(read.form, {
    petition: { id: '00000000-0000-4000-8000-000000000001', slug: 'some-petition' },
    textSha256: Buffer.alloc(32),
    locale: 'ko',
    signals: '',
    suspicious: false,
    now,
    mailAt: now,
    network: null,
    networkGroup: null,
    solved: false,
  })
  return { sealed: sealed.length, own: own.length }
}

const shortest = { name: '이', email: 'a@b.kr' }
const long = {
  name: 'Νικόλαος Κωνσταντίνου Παπαδημητρίου του Αλεξάνδρου',
  email: `${'long.name.'.repeat(6)}x@long-domain.example.org`,
}

it('the shortest name and a long one are as long as each other', () => {
  expect(stored(shortest)).toEqual(stored(long))
  expect(stored({ ...shortest, comment: 'Yes.' })).toEqual(stored({ ...long, comment: 'For all who cannot say it.' }))
})

it('all signatures have one of five lengths, whatever was typed', () => {
  const names = [1, 20, 60, limits.name].map((length) => '각'.repeat(length))
  const comments = ['', 'a', '각'.repeat(100), '각'.repeat(500), '😀'.repeat(limits.comment)]
  const lengths = names.flatMap((name) => comments.map((comment) => stored({ name, comment }).sealed))
  expect(new Set(lengths).size).toBeLessThanOrEqual(5)
})
