import { constants } from 'node:fs'
import { access, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Inject, restartWorker } from './own'

const FAKETIME = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1'

/** The clocks of a public process and the worker are moved while they are at work, and at last put right. */
export const moveClock: Inject = async (load) => {
  const there = await access(FAKETIME, constants.R_OK).then(
    () => true,
    () => false,
  )
  if (!there) return { said: 'libfaketime is not installed', result: 'not run' }
  const file = join(tmpdir(), `faults-clock-${process.pid}`)
  await writeFile(file, '+0')
  const faked = {
    LD_PRELOAD: FAKETIME,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_CACHE_DURATION: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  }
  await restartWorker(load, faked)
  await load.webs[1]?.kill()
  load.webs[1] = await load.site.startWeb(1, { env: faked })
  for (const offset of ['+1h', '-1h', '+1d', '+0']) {
    await sleep(10_000)
    await writeFile(file, offset)
  }
  await sleep(10_000)
  await restartWorker(load)
  await load.webs[1]?.kill()
  load.webs[1] = await load.site.startWeb(1)
  await rm(file)
}
