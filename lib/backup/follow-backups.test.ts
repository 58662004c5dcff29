import { once } from 'node:events'
import { expect, it, vi } from 'vitest'
import { followBackups } from './follow-backups'

/** A folder of backups whose archive begins as told, each time that it is opened. */
function aFolder(gaps: boolean[], copies: boolean[]) {
  const stopping = new AbortController()
  const { signal } = stopping
  let last: Date | undefined
  let underWay = 0
  const atOnce: number[] = []
  const copy = vi.fn(async () => {
    underWay += 1
    atOnce.push(underWay)
    await new Promise((resolve) => setImmediate(resolve))
    underWay -= 1
    const taken = copies.shift() ?? true
    if (taken) last = new Date()
    if (copies.length === 0) stopping.abort()
    return taken
  })
  const archive = vi.fn(async (onStart: (gap: boolean) => void) => {
    const gap = gaps.shift()
    if (gap !== undefined) onStart(gap)
    if (gaps.length === 0 && !signal.aborted) await once(signal, 'abort')
  })
  const report = vi.fn()
  const follow = () => followBackups({ archive, copy, lastCopy: async () => last, signal, report, look: 1, again: 1 })
  return { follow, copy, atOnce, report, stop: () => stopping.abort() }
}

it('begins with one copy, though there is none and no archive either', async () => {
  const { follow, copy } = aFolder([true], [true])
  await follow()
  expect(copy).toHaveBeenCalledTimes(1)
})

it('takes another copy where the log does not continue, and never two at once', async () => {
  const { follow, copy, atOnce } = aFolder([true, true, false], [true, true])
  await follow()
  expect(copy).toHaveBeenCalledTimes(2)
  expect(atOnce).toEqual([1, 1])
})

it('tries again after a copy that failed, though the last one is not a day old', async () => {
  const { follow, copy } = aFolder([false, true, false], [true, false, true])
  await follow()
  expect(copy).toHaveBeenCalledTimes(3)
})
