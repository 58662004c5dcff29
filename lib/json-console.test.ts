import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it, vi } from 'vitest'
import { logUnexpected } from '@/lib/web/log-unexpected'
import { jsonConsole } from './json-console'

function heard() {
  const lines: string[] = []
  const say = (line: string) => void lines.push(line)
  const target = { log: say, info: say, warn: say, error: say } as Pick<Console, 'log' | 'info' | 'warn' | 'error'>
  jsonConsole(target, { role: 'web', part: 'main' }, () => new Date('2026-01-01T00:00:00Z'))
  return { target, said: () => lines.map((line) => JSON.parse(line) as object) }
}

it('makes one object of each call, whatever is in its text', () => {
  const { target, said } = heard()
  target.log('worker: running')
  target.error('two\nlines "quoted"')
  expect(said()).toEqual([
    { at: '2026-01-01T00:00:00.000Z', level: 'info', role: 'web', part: 'main', message: 'worker: running' },
    { at: '2026-01-01T00:00:00.000Z', level: 'error', role: 'web', part: 'main', message: 'two\nlines "quoted"' },
  ])
})

it('gives the reference that a person was shown a field of its own', () => {
  const { target, said } = heard()
  vi.spyOn(console, 'error').mockImplementation((line: string) => target.error(line))
  const reference = logUnexpected('a request failed', new Error('somebody@example.org'))
  expect(said()).toEqual([
    expect.objectContaining({ reference, message: expect.stringMatching(/^a request failed: Error at /) }),
  ])
  expect(JSON.stringify(said())).not.toContain('somebody')
})

it('says of errors what failed and where, and of objects nothing', () => {
  const { target, said } = heard()
  target.error('failed', new TypeError('Kim typed this'), { name: 'Kim' })
  expect(JSON.stringify(said())).toMatch(/failed TypeError at .* object/)
  expect(JSON.stringify(said())).not.toContain('Kim')
})

it('covers warnings of Node and what ends the process', async () => {
  const program = `import { logAsJson } from './lib/json-console.ts'
logAsJson()
process.emitWarning('some warning')
setTimeout(() => { throw new RangeError('Kim typed this') }, 50)`
  const env = { ...process.env, LOG_FORMAT: 'json', ROLE: 'worker' }
  const args = ['--import', 'tsx', '--input-type=module', '--eval', program]
  const { stderr } = await promisify(execFile)(process.execPath, args, { env }).catch((error) => error)
  const lines = (stderr as string).trim().split('\n')
  expect(lines.map((line) => JSON.parse(line).message)).toEqual([
    'node: Warning: some warning',
    expect.stringMatching(/^ended: RangeError at /),
  ])
  expect(stderr).not.toContain('Kim')
}, 30_000)
