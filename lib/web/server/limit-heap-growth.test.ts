import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { root } from '@/scripts/setup/root.mjs'

/** Keeps 700,000 objects, and lets others live for a while: what is alive, and the most that the heap had, in MB. */
const program = `
const { limitHeapGrowth } = await import('./lib/web/server/limit-heap-growth.ts')
limitHeapGrowth()
const kept = Array.from({ length: 700_000 }, (_, i) => ({ i, text: String(i) }))
const queue = []
let most = 0
for (let i = 0; i < 4_000_000; i++) {
  queue.push({ i, pair: [i, i] })
  if (queue.length > 100_000) queue.splice(0, 50_000)
  if (i % 10_000 === 0) most = Math.max(most, process.memoryUsage().heapTotal)
}
queue.length = 0
gc()
console.log(JSON.stringify([process.memoryUsage().heapUsed, most, kept.length]))
`

test('a heap grows by little over what is alive in it', async () => {
  const args = ['--expose-gc', '--import', 'tsx', '--input-type=module', '--eval', program]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root })
  const [alive = 0, most = 0] = JSON.parse(stdout).map((bytes: number) => bytes / 2 ** 20)
  // 133 of 53 with the limit, with what is young; 311 without.
  expect(most).toBeLessThan(alive * 2 + 100)
})
