import { expect, test } from 'vitest'
import { alsoJson, errorsOf, isFlaky } from './run-e2e.mjs'

test('a reporter that a person asks for is one besides the one whose report is counted', () => {
  expect(alsoJson(['e2e/share.spec.ts', '--reporter=line'])).toEqual(['e2e/share.spec.ts', '--reporter=line,json'])
  expect(alsoJson(['--reporter', 'dot', '-x'])).toEqual(['--reporter', 'dot,json', '-x'])
  expect(alsoJson(['e2e/share.spec.ts', '-g', 'shared'])).toEqual(['e2e/share.spec.ts', '-g', 'shared'])
})

test('a story that passed only at its second try is named, with what it said at the first', () => {
  const spec = (title: string, status: string, messages: string[]) => ({
    title,
    ok: status !== 'unexpected',
    tests: [{ status, results: messages.map((message) => ({ errors: message ? [{ message }] : [] })) }],
  })
  const specs = [
    spec('signs', 'expected', ['']),
    spec('reads', 'flaky', ['no button', '']),
    spec('fails', 'unexpected', ['no', 'no']),
  ]
  const suite = { file: 'a.spec.ts', specs: [], suites: [{ file: 'a.spec.ts', specs }] }
  expect(errorsOf(suite, isFlaky)).toEqual(['a.spec.ts › reads\nno button'])
  expect(errorsOf(suite, ({ ok }) => !ok)).toEqual(['a.spec.ts › fails\nno\nno'])
})
