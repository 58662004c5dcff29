import type { Operation } from '@/lib/web/openapi/operation'

/** The command that sends an example of the document; `-i` shows status and headers. */
export function exampleCommand(site: string, { path, body }: NonNullable<Operation['example']>): string {
  const address = `'${site}${path}'`
  if (!body) return `curl -i ${address}`
  // Within single quotes a shell reads nothing, and the only one ends them.
  const text = JSON.stringify(body).replaceAll("'", String.raw`'\''`)
  return `curl -i ${address} -H 'Content-Type: application/json' \\\n  -d '${text}'`
}
