import { expect, it } from 'vitest'
import { redactError } from './redact-error'

it('says what failed and where, and not what was in it', () => {
  const error = Object.assign(new TypeError('“Maria\n    Beispiel” is not a date'), { code: '22007' })
  const line = redactError(error, 2)
  expect(line).toMatch(/^TypeError 22007 at .*redact-error\.test/)
  expect(line).not.toContain('Maria')
  expect(line).not.toContain('Beispiel')
  expect(line).not.toContain('\n')
  expect(redactError('Maria', 2)).toBe('unknown error')
})
