import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isHeld, takeLock, withLock } from './lock.mjs'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'))
  path = join(folder, 'a.lock')
})
afterEach(() => rm(folder, { recursive: true }))

test('one holder at a time; others learn who holds it', async () => {
  const first = await takeLock(path, 'http://localhost:3000')
  expect(await takeLock(path)).toEqual({ taken: false, pid: process.pid, note: 'http://localhost:3000' })
  if (first.taken) await first.release()
  expect(await isHeld(path)).toBe(false)
  expect(await takeLock(path)).toMatchObject({ taken: true, stolen: false })
})

test('the lock of a process that was killed is free', async () => {
  const child = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `const { takeLock } = await import(${JSON.stringify(new URL('lock.mjs', import.meta.url).href)})
     await takeLock(${JSON.stringify(path)})
     console.log('taken')
     setInterval(() => {}, 1000)`,
  ])
  await once(child.stdout, 'data')
  expect(await takeLock(path)).toMatchObject({ taken: false, pid: child.pid })
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await takeLock(path)).toMatchObject({ taken: true, stolen: true })
})

test('another process with the number of the dead holder does not hold its lock', async () => {
  await writeFile(path, `${process.pid}\nlong ago\n\n`)
  expect(await takeLock(path)).toMatchObject({ taken: true, stolen: true })
  expect(await readFile(path, 'utf8')).not.toContain('long ago')
})

test('waiting processes take the lock one after the other', async () => {
  let inside = 0
  const most = await Promise.all(
    [1, 2, 3].map(() =>
      withLock(path, async () => {
        inside += 1
        const seen = inside
        await new Promise((resolve) => setTimeout(resolve, 50))
        inside -= 1
        return seen
      }),
    ),
  )
  expect(most).toEqual([1, 1, 1])
})
