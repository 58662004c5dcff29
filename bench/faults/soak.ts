import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { exhaustConnections } from './exhaust'
import * as own from './own'
import type { UnderLoad } from './under-load'

export const minutes = Number(process.env.FAULTS_SOAK ?? 60)
/** People a second. */
export const soakRate = Number(process.env.FAULTS_SOAK_RATE ?? 200)
/** By how much the memory of the process that lives throughout may grow. */
const MAX_GROWTH = 0.05

/** One public process is left alone: its memory is measured. */
const some: ((load: UnderLoad) => Promise<unknown>)[] = [
  (load) => own.killWebs(load, 1, () => 1),
  (load) => own.killWorker(load, 1),
  (load) => own.killDatabase(load, 1),
  (load) => own.restartDatabase(load, 1),
  (load) => own.cutNetwork(load, [1 + load.random() * 9]),
  (load) => own.slowDatabase(load, 5),
  (load) => exhaustConnections(load, 5),
  (load) => own.loseLimits(load, 1),
  (load) => own.loseKey(load, 5),
  (load) => own.loseMail(load, 30),
]

/** One fault after the other, at random, with some rest between them. */
export const soak: own.Inject = async (load) => {
  const memory: number[] = []
  const timer = setInterval(
    () =>
      void memoryOf(load.webs[0]?.pid).then(
        (mb) => memory.push(mb),
        () => undefined,
      ),
    2_000,
  )
  const end = performance.now() + minutes * 60_000
  let faults = 0
  try {
    while (performance.now() < end) {
      await some[Math.floor(load.random() * some.length)]?.(load)
      faults += 1
      await sleep(5_000 + load.random() * 10_000)
    }
  } finally {
    clearInterval(timer)
  }
  const fifth = (i: number) => medianOf(memory.slice((memory.length * i) / 5, (memory.length * (i + 1)) / 5))
  const fifths = [0, 1, 2, 3, 4].map(fifth)
  const [, early = Number.NaN, , , late = Number.NaN] = fifths
  const growth = late / early - 1
  return {
    said: `${faults} faults; the memory of the process that lived throughout was ${fifths.map((mb) => mb.toFixed(0)).join(', ')} MB in the fifths of the time (${(100 * growth).toFixed(1)} % from the second to the last)`,
    ...(growth > MAX_GROWTH && { result: 'FAILED' as const }),
  }
}

/** In MB, what a process has in memory. */
async function memoryOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1_024
}

function medianOf(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
