import { createServer, type Server } from 'node:net'
import { expect, test } from 'vitest'
import { freePort } from './free-port.mjs'

test('a free port is below those that systems give out by themselves, and another each time', async () => {
  const ports = await Promise.all(Array.from({ length: 20 }, () => freePort()))
  for (const port of ports) {
    expect(port).toBeGreaterThanOrEqual(20_000)
    expect(port).toBeLessThan(32_768)
  }
  expect(new Set(ports).size).toBeGreaterThan(15)
})

test('the wanted port is given while it is free, and another while it is taken', async () => {
  const wanted = await freePort()
  expect(await freePort(wanted)).toBe(wanted)
  const server = await new Promise<Server>((listening) => {
    const made: Server = createServer().listen(wanted, '127.0.0.1', () => listening(made))
  })
  try {
    expect(await freePort(wanted)).not.toBe(wanted)
  } finally {
    await new Promise((closed) => server.close(closed))
  }
})
