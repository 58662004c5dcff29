import { readAuditFile } from '@/lib/ledger/audit-head/read-audit-file'
import { type LedgerFile, readLedgerFile } from '@/lib/ledger/read-ledger-file'

const types = {
  text: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
  bytes: 'application/octet-stream',
}

/**
 * A file of a public log, readable by scripts of any site. Immutable files may be cached for ever, the others for five
 * seconds.
 */
export async function answerLedgerFile(slug: string, path: string): Promise<Response> {
  return answer(await readLedgerFile(slug, path))
}

/** A public file about the audit log, in the same way. */
export async function answerAuditFile(path: string): Promise<Response> {
  return answer(await readAuditFile(path))
}

function answer(file: LedgerFile | null): Response {
  const open = { 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' }
  if (!file) {
    const headers = { ...open, 'content-type': types.text, 'cache-control': 'public, max-age=5' }
    return new Response('There is no such file in this log.\n', { status: 404, headers })
  }
  const cache = file.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=5'
  const body = typeof file.body === 'string' ? file.body : new Uint8Array(file.body)
  return new Response(body, { headers: { ...open, 'content-type': types[file.kind], 'cache-control': cache } })
}
