import { setTimeout as sleep } from 'node:timers/promises'

/** In ms: a whole copy is as old as this at most. */
const DAY = 86_400_000

interface FollowOptions {
  /**
   * Archives the log until it fails or is stopped. It calls `onStart` when it has found its place; `gap`: only a copy
   * taken from now on can use what it archives.
   */
  archive: (onStart: (gap: boolean) => void) => Promise<void>
  /** Takes a whole copy. False or an error if it could not. */
  copy: () => Promise<boolean>
  /** When the last copy began. */
  lastCopy: () => Promise<Date | undefined>
  signal: AbortSignal
  report: (error: unknown) => void
  /** In ms: how often it looks whether a copy is due, and how long it waits before it archives again. */
  look?: number
  again?: number
}

/**
 * Keeps backups up to date until it is stopped: archives the log, and takes a copy each day and wherever the log does
 * not continue. It takes one copy at a time, and tries again after one that failed.
 */
export async function followBackups({
  archive,
  copy,
  lastCopy,
  signal,
  report,
  look = 60_000,
  again = 5_000,
}: FollowOptions): Promise<void> {
  let gap = false
  let wake = new AbortController()
  const isDue = async () => {
    const last = await lastCopy()
    return gap || !last || Date.now() - last.getTime() >= DAY
  }
  const takeCopy = async () => {
    const forGap = gap
    gap = false
    const taken = await copy().catch((error: unknown) => report(error))
    if (!taken) gap ||= forGap
  }

  let archiving = Promise.resolve()
  // A copy taken before the archive has found its place might be one that it does not continue.
  await new Promise<void>((ready) => {
    const onStart = (isGap: boolean) => {
      gap ||= isGap
      if (isGap) wake.abort()
      ready()
    }
    archiving = (async () => {
      while (!signal.aborted) {
        await archive(onStart).catch(report)
        ready()
        await pause(again, signal)
      }
    })()
  })
  while (!signal.aborted) {
    wake = new AbortController()
    if (await isDue()) await takeCopy()
    await pause(look, AbortSignal.any([signal, wake.signal]))
  }
  await archiving
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return sleep(ms, undefined, { signal }).catch(() => undefined)
}
