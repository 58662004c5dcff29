import { isMainThread, workerData } from 'node:worker_threads'

/** The counters, each with one label of a few fixed values. None says anything about a person or a network. */
export type Count = 'limits' | 'mails' | 'errors'
/** The gauges. */
export type Level = 'connections' | 'frameworkQueue'

/** The channel on which the threads of a process report to the one that answers Prometheus. */
export const CHANNEL = 'icnk-metrics'

export type Note =
  | { count: Count; label: string; by: number }
  | { level: Level; label: string; value: number; part: Part }

/** The parts of a process: the server, the Next.js thread, and the worker. */
type Part = 'server' | 'framework' | 'worker'

/** Counts something that happened, where metrics are wanted; otherwise it does nothing. */
export function noteCount(count: Count, label: string, by = 1): void {
  tell({ count, label, by })
}

/** Says how much of something there is now. */
export function noteLevel(level: Level, label: string, value: number): void {
  tell({ level, label, value, part: thisPart() })
}

/** Whether this process is asked for metrics. */
export function wantsMetrics(): boolean {
  return Boolean(process.env.METRICS_PORT)
}

let channel: BroadcastChannel | undefined

function tell(note: Note): void {
  if (!wantsMetrics()) return
  if (!channel) {
    channel = new BroadcastChannel(CHANNEL)
    // It keeps no process from ending.
    ;(channel as unknown as { unref(): void }).unref()
  }
  channel.postMessage(note)
}

function thisPart(): Part {
  if (isMainThread) return process.env.ROLE === 'worker' ? 'worker' : 'server'
  return workerData ? 'framework' : 'worker'
}
