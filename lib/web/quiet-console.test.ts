import { expect, test } from 'vitest'
import { quietConsole } from './quiet-console'

function heard(now = { at: 0 }) {
  const lines: string[] = []
  const say = (line: string) => void lines.push(line)
  const target = { error: say, warn: say } as Pick<Console, 'error' | 'warn'>
  quietConsole(target, () => now.at)
  return { lines, target }
}

test('errors are logged without their messages, whatever carries them', () => {
  const { lines, target } = heard()
  const error = Object.assign(new TypeError('typed@example.org\n    is no name'), { digest: '1', typed: 'typed' })
  error.cause = new Error('typed')
  target.error(error)
  target.error(' ⨯', error)
  target.warn(error.stack)
  target.error({ typed: 'typed' }, ['typed'])
  expect(lines).toHaveLength(4)
  expect(lines[0]).toMatch(/^TypeError at .*quiet-console\.test\.ts/)
  expect(lines.join('\n')).not.toContain('typed')
})

test('texts are logged without anything that a visitor may have typed', () => {
  const { lines, target } = heard()
  target.error('`host` header with value `typed` does not match `origin` header with value `typed"s`')
  target.error('0199BAD158 a request failed: Error at makePage (/lib/web/server/make-page.ts:18:37)')
  target.error('one\ntyped')
  expect(lines.join('\n')).not.toContain('typed')
  expect(lines[1]).toBe('0199BAD158 a request failed: Error at makePage (/lib/web/server/make-page.ts:18:37)')
})

test('requests for unknown actions are logged without a stack, once a minute', () => {
  const now = { at: 0 }
  const { lines, target } = heard(now)
  const unknown = new Error('Failed to find Server Action "typed". This request might be from an older deployment.')
  for (let i = 0; i < 100; i++) target.warn(unknown)
  target.warn(new Error('Invalid Server Actions request.'))
  expect(lines).toEqual(['framework: an action was asked for that this build has not'])
  now.at = 60_000
  target.warn(unknown)
  expect(lines).toHaveLength(2)
})
