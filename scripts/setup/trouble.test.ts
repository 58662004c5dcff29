import { expect, test } from 'vitest'
import { CommandError } from './run-command.mjs'
import { explain, SetupError } from './setup-error.mjs'

test.each([
  [Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })],
  [new CommandError('npm', 1, 'npm error nospc ENOSPC: no space left on device')],
  [new CommandError('pg_ctl', 1, 'FATAL: could not write file: No space left on device')],
  [new Error('PostgreSQL does not start.', { cause: new CommandError('pg_ctl', 1, 'No space left on device') })],
])('a full disk is said in one sentence', (error) => {
  expect(explain(error)).toMatch(/^The disk is full\. .+ nothing is lost\.$/)
})

test('an error that a person can fix is shown without a stack', () => {
  expect(explain(new SetupError('Port 3000 is taken.'))).toBe('Port 3000 is taken.')
})

test('an unexpected error keeps its stack', () => {
  expect(explain(new TypeError('x is not a function'))).toMatch(/TypeError: x is not a function\n +at /)
})
