import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

// A Prisma generator that writes out the schema as Prisma parsed it. Prisma speaks JSON-RPC to it, one message per
// line, and reads the answers from standard error.
for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line)
  if (method === 'generate') writeFileSync(params.generator.output.value, JSON.stringify(params.dmmf.datamodel))
  const result = method === 'getManifest' ? { manifest: { prettyName: 'data model', defaultOutput: 'out' } } : null
  process.stderr.write(`${JSON.stringify({ jsonrpc: '2.0', id, result })}\n`)
}
