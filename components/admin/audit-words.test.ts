import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { approvable } from '@/lib/staff/roles'
import { auditChoices, auditWords } from './audit-words'

test('every verb that is written into the audit log has words', () => {
  const sources = readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('.test.') && !path.includes('generated'))
    .map((path) => readFileSync(`lib/${path}`, 'utf8'))
  // `log('kind.act', …)`, `audit(tx, { by, verb: 'kind.act' … })`, also as one of two.
  const written = sources.flatMap((text) => [
    ...[...text.matchAll(/\blog\(\s*'([a-z_]+\.[a-z_]+)'/g)].map(([, verb = '']) => verb),
    ...[...text.matchAll(/\baudit\([^)]*?verb: '([a-z_]+\.[a-z_]+)'/gs)].map(([, verb = '']) => verb),
  ])
  expect(written.length).toBeGreaterThan(40)
  const verbs = new Set([...written, ...Object.keys(approvable)])
  // A verb that is shown as it is has no words.
  expect([...verbs].filter((verb) => auditWords(verb) === verb)).toEqual([])
})

test('says how often, and what the coalition’s editors did with which kind of row', () => {
  expect(auditWords('signature.remove')).toBe('removed a signature')
  expect(auditWords('signature.remove', 1_300)).toBe('removed 1,300 signatures')
  expect(auditWords('member.save', 2)).toBe('edited members 2 times')
  expect(auditWords('letter.words.ko')).toBe('edited a text of a letter')
  expect(auditWords('constructor.add')).toBe('constructor.add')
})

test('every act of the log can be chosen by its words', () => {
  const choices = auditChoices()
  expect(choices).toContainEqual(['signature.remove', 'removed a signature'])
  expect(choices.filter(([verb, words]) => words === verb || words.includes('{'))).toEqual([])
  const words = choices.map(([, said]) => said)
  expect(words).toEqual(words.toSorted(new Intl.Collator('en').compare))
})
