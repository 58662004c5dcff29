import { formatAddCheckpoint } from '@/lib/ledger/log/add-checkpoint'
import { fromDecimal } from '@/lib/ledger/log/bytes'
import { formatSignature, type Note, parseSignature } from '@/lib/ledger/log/note'
import { proveConsistency, type TiledTree } from '@/lib/ledger/log/prove'
import { verifyNote } from '@/lib/ledger/log/verify-note'
import type { Vkey } from '@/lib/ledger/log/vkey'
import { nodeSuite } from '@/lib/ledger/node-suite'

const TIMEOUT = 5_000

export type WitnessReply =
  | { ok: true; line: string }
  | { ok: false; reason: 'unreachable' | 'refused' | 'ahead' | 'signature_false'; size: number | null }

/**
 * Asks a witness to cosign a checkpoint (C2SP tlog-witness, "add-checkpoint").
 * @param known the size that it cosigned last, as far as known; it answers with the right one if that is wrong
 * @returns the signature line to add to the checkpoint
 */
export async function requestCosignature(
  url: string,
  key: Vkey,
  head: { note: Note; text: string; tree: TiledTree },
  known: number,
): Promise<WitnessReply> {
  const first = await post(url, head, known)
  const size = first?.status === 409 ? await sizeSaid(first) : null
  if (size !== null && size > head.tree.size) return { ok: false, reason: 'ahead', size }
  const response = size === null || size === known ? first : await post(url, head, size)
  if (!response) return { ok: false, reason: 'unreachable', size }
  if (response.status !== 200) return { ok: false, reason: response.status >= 500 ? 'unreachable' : 'refused', size }
  const signatures = (await response.text())
    .split('\n')
    .map(parseSignature)
    .filter((signature) => signature?.name === key.name && signature.keyId === key.keyId)
    .filter((signature) => signature !== null)
  const verified = await verifyNote({ text: head.note.text, signatures }, [key], nodeSuite)
  const [signature] = signatures
  if (!verified?.length || !signature) return { ok: false, reason: 'signature_false', size }
  return { ok: true, line: formatSignature(signature) }
}

async function post(url: string, head: { text: string; tree: TiledTree }, oldSize: number): Promise<Response | null> {
  if (oldSize > head.tree.size) return null
  const proof = await proveConsistency(head.tree, oldSize)
  const body = formatAddCheckpoint({ oldSize, proof, checkpoint: head.text })
  const signal = AbortSignal.timeout(TIMEOUT)
  return fetch(`${url.replace(/\/+$/, '')}/add-checkpoint`, { method: 'POST', body, signal, redirect: 'error' }).catch(
    () => null,
  )
}

async function sizeSaid(response: Response): Promise<number | null> {
  if (!response.headers.get('content-type')?.startsWith('text/x.tlog.size')) return null
  return fromDecimal((await response.text()).trim())
}
