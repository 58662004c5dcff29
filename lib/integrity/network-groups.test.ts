import { beforeEach, describe, expect, it, vi } from 'vitest'

const now = new Date('2026-11-22T10:30:00Z')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
const school = '203.0.113.0/24'

/** A web process: a separate instance of the module, with its own memory. */
async function aProcess() {
  vi.resetModules()
  return import('./network-groups')
}

let one: Awaited<ReturnType<typeof aProcess>>
beforeEach(async () => {
  one = await aProcess()
})

describe("a busy network's number", () => {
  it('is the same for an hour, differs from that of other networks, and is another afterwards', () => {
    const first = one.networkGroup(school, now)
    expect(Number.isInteger(first) && first >= -(2 ** 31) && first < 2 ** 31).toBe(true)
    expect(one.networkGroup(school, minutes(59))).toBe(first)
    expect(one.networkGroup('198.51.100.0/24', now)).not.toBe(first)
    expect(one.networkGroup(school, minutes(60))).not.toBe(first)
  })

  it('is made from nothing: another process, or this one restarted, draws another for the same network', async () => {
    const first = one.networkGroup(school, now)
    expect((await aProcess()).networkGroup(school, now)).not.toBe(first)
  })

  it('is forgotten with its hour, though nobody signs any more, and not earlier', () => {
    const first = one.networkGroup(school, now)
    one.purgeGroups(minutes(59))
    expect(one.networkGroup(school, minutes(59))).toBe(first)
    one.purgeGroups(minutes(60))
    // Even for a form that was received before: nothing here knows the number any more.
    expect(one.networkGroup(school, minutes(59))).not.toBe(first)
  })
})
