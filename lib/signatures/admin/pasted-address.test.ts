import { expect, test } from 'vitest'
import { pastedAddress } from './pasted-address'

test.each([
  'maria@example.org',
  '  maria@example.org\u200b',
  '\u202amaria@example.org\u202c',
  'maria＠example.org',
  'ｍａｒｉａ＠ｅｘａｍｐｌｅ．ｏｒｇ',
  'Maria Beispiel <maria@example.org>',
  '"Beispiel, Maria" <maria@example.org>;',
  'Maria (work) <mailto:maria@example.org>',
  '<maria@example.org>',
  'mailto:maria@example.org',
  'MAILTO:Maria@Example.org?subject=My%20signature',
  'mailto:maria%40example.org',
  '“maria@example.org”.',
  '(maria@example.org),',
  "'maria@example.org'",
  '김지수 <maria@example.org>',
])('%j contains the address', (typed) => {
  expect(pastedAddress(typed)?.canonical).toBe('maria@example.org')
})

test('characters that belong to an address stay', () => {
  expect(pastedAddress("o'brien@example.org")?.canonical).toBe("o'brien@example.org")
  expect(pastedAddress('{maria}@example.org')?.canonical).toBe('{maria}@example.org')
  expect(pastedAddress('mailto:%ff@example.org')?.canonical).toBe('%ff@example.org')
  expect(pastedAddress('a%40b@example.org')?.canonical).toBe('a%40b@example.org')
})

test.each(['M@ria', '@maria', 'maria@', 'a@b', 'mailto:', '<>', 'Maria <maria>', '@', ''])(
  '%j contains no address',
  (typed) => {
    expect(pastedAddress(typed)).toBeNull()
  },
)
