import cluster from 'node:cluster'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { AggregatorRegistry } from 'prom-client'
import { env } from '@/lib/env'
import { redactError } from '@/lib/redact-error'
import { describeInstallation } from './database-meters'
import { gatherNotes, registry } from './meters'

/**
 * Answers Prometheus at METRICS_PORT, if that is set: a port of its own, on the loopback unless METRICS_HOST says
 * otherwise, which no visitor reaches. Of several web processes the first answers for all.
 * @returns ends it
 */
export async function startMetrics(): Promise<() => unknown> {
  const { METRICS_PORT: port, METRICS_HOST: host } = env()
  if (!port) return () => undefined
  const own = new AggregatorRegistry()
  if (cluster.isWorker) {
    AggregatorRegistry.setRegistries(registry)
    return gatherNotes()
  }
  const forgo = gatherNotes()
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    const several = Object.keys(cluster.workers ?? {}).length > 0
    Promise.all([several ? own.clusterMetrics() : registry.metrics(), describeInstallation(new Date())]).then(
      (texts) => response.writeHead(200, { 'Content-Type': registry.contentType }).end(texts.join('\n')),
      (error: unknown) => {
        console.error(`metrics: ${redactError(error, 3)}`)
        response.writeHead(500).end()
      },
    )
  })
  server.once('error', ({ code }: NodeJS.ErrnoException) => {
    console.error(
      `METRICS_PORT: ${port} cannot be opened (${code}). Each process of a machine needs a port of its own.`,
    )
    process.exit(1)
  })
  server.listen(port, host)
  await once(server, 'listening')
  return () => {
    forgo()
    server.close()
    server.closeAllConnections()
  }
}
