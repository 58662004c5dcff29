import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { quick } from '@/bench/faults/quick'
import { root } from '@/scripts/setup/root.mjs'

it('npm test injects a third of the faults at least, by tests and stories that exist', () => {
  const files = Object.values(quick).flat()
  expect(Object.keys(quick).length).toBeGreaterThanOrEqual(28 / 3)
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
  expect(files.filter((file) => !/^(lib|scripts)\/.*\.test\.ts$|^e2e\/.*\.spec\.ts$/.test(file))).toEqual([])
})
