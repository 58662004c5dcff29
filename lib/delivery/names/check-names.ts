import { Decrypter } from 'age-encryption'
import { Fault } from '@/lib/ledger/check/fault'
import { reasonsFor } from '@/lib/ledger/leaf-kinds'
import type { PackCount } from '../count-file'

/**
 * Opens the names of a pack with the identity of its addressee, and checks that no more are named than signed online and
 * are counted.
 * @returns the names, as they are to be shown
 * @throws Fault
 */
export async function openNames(file: Uint8Array, identity: string, count: PackCount): Promise<string[]> {
  const decrypter = new Decrypter()
  const table = await open(decrypter, file, identity)
  const [head, ...rows] = table.split('\r\n').map((line) => line.trim())
  // As exports write it (lib/exports/write-rows.ts): every cell quoted, the name first.
  const names = rows.flatMap((row) => /^"((?:[^"]|"")*)","[^"]*"$/.exec(row)?.[1]?.replaceAll('""', '"') ?? [])
  if (!head?.includes('"name"') || names.length !== rows.filter((row) => row !== '').length)
    throw new Fault('file_malformed', 'the names cannot be read')
  const retracted = reasonsFor('sign').reduce((sum, reason) => sum + (count.retracted[reason] ?? 0), 0)
  const online = (count.added.sign ?? 0) - retracted
  if (names.length > online)
    throw new Fault('count_differs', `${names.length} names, but only ${online} signatures online are counted`)
  return names
}

async function open(decrypter: Decrypter, file: Uint8Array, identity: string): Promise<string> {
  try {
    decrypter.addIdentity(identity)
    return await decrypter.decrypt(file, 'text')
  } catch {
    throw new Fault('not_for_identity', 'this identity does not open the names')
  }
}
