import { expect, test } from 'vitest'
import { alsoJson } from './run-e2e.mjs'

test('a reporter that a person asks for is one besides the one whose report is counted', () => {
  expect(alsoJson(['e2e/share.spec.ts', '--reporter=line'])).toEqual(['e2e/share.spec.ts', '--reporter=line,json'])
  expect(alsoJson(['--reporter', 'dot', '-x'])).toEqual(['--reporter', 'dot,json', '-x'])
  expect(alsoJson(['e2e/share.spec.ts', '-g', 'shared'])).toEqual(['e2e/share.spec.ts', '-g', 'shared'])
})
