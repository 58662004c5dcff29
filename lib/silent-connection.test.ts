import { connect, createServer, type Socket } from 'node:net'
import { expect, it, vi } from 'vitest'
import { useDatabase } from '@/test/use-database'
import { closeDb } from './db'
import { isAway } from './failover/is-away'
import type { giveUpSilent } from './silent-connection'

vi.mock('./silent-connection', async (original) => {
  const real = await original<typeof import('./silent-connection')>()
  return { ...real, giveUpSilent: (client: Parameters<typeof giveUpSilent>[0]) => real.giveUpSilent(client, 500) }
})

useDatabase()

/** Passes connections on to a server until told to stand still: they then stay open, and nothing comes back. */
async function openPath(to: URL) {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    const onward = connect(Number(to.port), to.hostname)
    socket.pipe(onward).pipe(socket)
    for (const one of [socket, onward]) open.add(one.on('error', () => undefined))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: String(typeof address === 'object' ? address?.port : 0),
    standStill: () => {
      for (const socket of open) socket.unpipe().pause()
      open.clear()
    },
    close: () => server.close(),
  }
}

it.each(['a statement', 'a transaction'])(
  '%s on a silent connection ends soon, and the next gets a new connection',
  async (what) => {
    await closeDb()
    const url = new URL(process.env.DATABASE_URL ?? '')
    const path = await openPath(url)
    vi.stubEnv('DATABASE_URL', Object.assign(new URL(url), { port: path.port }).href)
    vi.stubEnv('ROLE', 'web')
    vi.resetModules()
    try {
      const here = await import('./db')
      const ask =
        what === 'a statement'
          ? () => here.pool().query('SELECT 1')
          : () =>
              here
                .db()
                .$transaction(async (tx) => [await tx.petition.count(), path.standStill(), await tx.petition.count()])
      await here.pool().query('SELECT 1')
      if (what === 'a statement') path.standStill()
      const began = performance.now()
      const error = await ask().catch((caught: unknown) => caught)
      expect(isAway(error), String(error)).toBe(true)
      expect(performance.now() - began).toBeLessThan(5_000)
      expect((await here.pool().query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
      expect(await here.db().petition.count()).toBe(0)
      await here.closeDb()
    } finally {
      vi.unstubAllEnvs()
      path.close()
    }
  },
  30_000,
)

it.each([
  ['web', 10_000],
  ['all', 60_000],
] as const)('in the role of %s an idle connection is kept for %i ms', async (role, kept) => {
  vi.stubEnv('ROLE', role)
  vi.resetModules()
  await closeDb()
  const here = await import('./db')
  try {
    expect(here.pool().options.idleTimeoutMillis).toBe(kept)
  } finally {
    await here.closeDb()
  }
})
