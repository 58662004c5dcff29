import { expect, test } from 'vitest'
import { identityIn } from './identity-in'
import { BadArguments } from './ledger/read-arguments'

test('an identity is the first line that says one; a file without any is refused, and none need be given', () => {
  expect(identityIn(undefined)).toBeUndefined()
  expect(identityIn('# created\n\n  AGE-SECRET-KEY-1X \nAGE-SECRET-KEY-1Y\n')).toBe('AGE-SECRET-KEY-1X')
  for (const empty of ['', '\n \n', '# public key: age1x\n']) expect(() => identityIn(empty)).toThrow(BadArguments)
})
