import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { expect, it } from 'vitest'

const outlive = `(await import(${JSON.stringify(new URL('./outlive-log.ts', import.meta.url).href)})).outliveLog();`
/** It says something, and so does a thread of it: which of them would end it depends on Node. */
const say = `const { Worker } = await import('node:worker_threads');
  console.log('said');
  new Worker("console.log('said'); setTimeout(() => console.log('said'), 300)", { eval: true })
    .on('exit', () => setTimeout(() => process.exit(0), 500))`

/** The exit code of a program whose log is a file on a full disk. */
async function run(code: string): Promise<number> {
  const full = await open('/dev/full', 'w')
  const args = ['--import', 'tsx', '--input-type=module', '--eval', code]
  const [status] = await once(spawn(process.execPath, args, { stdio: ['ignore', full.fd, full.fd] }), 'exit')
  await full.close()
  return status
}

/** Where there is a device that is always full. */
it.skipIf(!existsSync('/dev/full'))('a process outlives a log that cannot be written', async () => {
  expect(await run(outlive + say)).toBe(0)
  expect(await run(say)).not.toBe(0)
})
