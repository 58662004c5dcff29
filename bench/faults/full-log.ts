import { open } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Inject, restartWorker } from './own'

/** All processes write their log to a disk without a free byte. */
export const fillLog: Inject = async (load) => {
  const full = await open('/dev/full', 'w').catch(() => null)
  if (!full) return { said: 'this system has no /dev/full', result: 'not run' }
  const restart = async (log?: number) => {
    await restartWorker(load, {}, log)
    for (const i of [0, 1]) {
      await load.webs[i]?.kill()
      load.webs[i] = await load.site.startWeb(i, { log })
    }
  }
  await restart(full.fd)
  // Something is logged: a database that is away.
  await sleep(3_000)
  await load.signalDatabase('SIGKILL')
  await load.startDatabase()
  await sleep(10_000)
  const all = [...load.webs, load.worker]
  const ended = all.filter(({ running }) => !running()).length
  await restart()
  await full.close()
  return { said: `${ended} of ${all.length} processes ended`, ...(ended > 0 && { result: 'FAILED' as const }) }
}
