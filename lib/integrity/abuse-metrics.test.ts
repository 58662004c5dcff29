import { expect, it, vi } from 'vitest'
import { countAbuseEvent } from './abuse-metrics'

it('logs counts once a minute, and nothing if there were none', () => {
  vi.useFakeTimers()
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  for (let i = 0; i < 30; i++) countAbuseEvent('refused')
  countAbuseEvent('held')
  vi.advanceTimersByTime(59_000)
  expect(log).not.toHaveBeenCalled()
  vi.advanceTimersByTime(600_000)
  expect(log.mock.calls).toEqual([['limits: in the last minute 30 refused, 1 held']])
  vi.useRealTimers()
})
