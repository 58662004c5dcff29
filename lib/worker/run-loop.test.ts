import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, expect, test, vi } from 'vitest'
import { runLoop } from './run-loop'

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))

test('repeats a step after the time it asked for', async () => {
  const step = vi.fn(async () => 20)
  const loop = runLoop('test', step)
  await vi.waitFor(() => expect(step.mock.calls.length).toBeGreaterThan(3))
  await loop.stop()
})

test('stopping waits for the running step, starts no other, and cuts a wait short', async () => {
  let ended = false
  const step = vi.fn(async () => {
    await sleep(50)
    ended = true
    return 60_000
  })
  const loop = runLoop('test', step)
  const begin = Date.now()
  await loop.stop()
  expect(ended).toBe(true)
  expect(step).toHaveBeenCalledTimes(1)
  expect(Date.now() - begin).toBeLessThan(5_000)
})

test('a step that throws is retried, and the log says which and where, without the message', async () => {
  const step = vi.fn(async () => 60_000)
  step.mockRejectedValueOnce(Object.assign(new TypeError('bad row: Kim\nkim@example.org'), { code: '57P01' }))
  const loop = runLoop('send mail', step)
  await vi.waitFor(() => expect(step).toHaveBeenCalledTimes(2), { timeout: 3_000 })
  await loop.stop()
  const lines = vi.mocked(console.error).mock.calls.flat()
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^worker: send mail: TypeError 57P01 at .*run-loop\.test\.ts/)
  expect(lines[0]).not.toMatch(/Kim|kim@/)
})
