import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { CHANNEL, type Count, type Level, type Note } from '@/lib/metrics/note'

/** The metrics of this process. */
export const registry = new Registry()
const registers = [registry]

/** Answers to visitors. */
export const requests = new Histogram({
  name: 'petition_http_request_seconds',
  help: 'Time from the head of a request to the end of its answer, by what was asked for and the class of the status',
  labelNames: ['kind', 'status'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers,
})

const counters: Record<Count, Counter<string>> = {
  limits: new Counter({
    name: 'petition_limits_total',
    help: 'Requests that met a limit, and signatures held for review, by what came of them',
    labelNames: ['label'],
    registers,
  }),
  mails: new Counter({
    name: 'petition_mails_total',
    help: 'Mails that were handed to the provider or settled, by what came of them',
    labelNames: ['label'],
    registers,
  }),
  errors: new Counter({
    name: 'petition_errors_total',
    help: 'Unexpected errors in the log, by what failed',
    labelNames: ['label'],
    registers,
  }),
}

const gauges: Record<Level, Gauge<string>> = {
  connections: new Gauge({
    name: 'petition_database_connections',
    help: 'Connections of the pool: open, idle, and callers that wait for one',
    labelNames: ['part', 'label'],
    registers,
  }),
  frameworkQueue: new Gauge({
    name: 'petition_framework_queue',
    help: 'Pages that nobody has seen yet: being made, and waiting to be',
    labelNames: ['part', 'label'],
    registers,
  }),
}

/**
 * Gathers what all threads of this process note, from now on.
 * @returns ends it
 */
export function gatherNotes(): () => void {
  collectDefaultMetrics({ register: registry })
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = (message) => take((message as { data: Note }).data)
  ;(channel as unknown as { unref(): void }).unref()
  return () => channel.close()
}

function take(note: Note): void {
  if ('count' in note) counters[note.count].inc({ label: note.label }, note.by)
  else gauges[note.level].set({ part: note.part, label: note.label }, note.value)
}
