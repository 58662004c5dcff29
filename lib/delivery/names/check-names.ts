import { Decrypter, identityToRecipient } from 'age-encryption'
import { Fault } from '@/lib/ledger/check/fault'
import { reasonsFor } from '@/lib/ledger/leaf-kinds'
import type { PackCount } from '../count-file'
import { type Manifest, NAMES_FILE } from '../manifest'

/**
 * Checks the readers of a pack's names: addressees of the delivery, each once, and as many as the file has recipients.
 * Only readers can check which keys these are (`openNames`), because age does not store them.
 * @param file null if it is not here
 * @throws Fault
 */
export function checkReaders({ format, addressees, withheld, namesTo }: Manifest, file: Uint8Array | null): void {
  if (format < 4) return
  const hasNames = withheld.some(({ path }) => path === NAMES_FILE)
  const offices = new Set(namesTo.map(({ addressee }) => addressee))
  const keys = new Set(namesTo.map(({ key }) => key))
  const known = namesTo.every(({ addressee }) => addressees.includes(addressee))
  if (!known || offices.size !== namesTo.length || keys.size !== namesTo.length || hasNames !== namesTo.length > 0)
    throw new Fault('readers_differ', 'the manifest does not say who of the addressees can read the names')
  const readers = file && hasNames ? readersOf(file) : namesTo.length
  if (readers !== namesTo.length)
    throw new Fault('readers_differ', `the names have ${readers} readers, and the manifest names ${namesTo.length}`)
}

/** How many keys can decrypt a file, by its header (C2SP age). */
function readersOf(file: Uint8Array): number {
  const [head = '', end] = Buffer.from(file.subarray(0, 100_000)).toString('latin1').split('\n---', 2)
  if (end === undefined)
    throw new Fault('file_malformed', 'the names have no header, or one that is too long to be read')
  return head.split('\n').filter((line) => line.startsWith('-> ')).length
}

/**
 * Decrypts the names of a pack with an addressee's identity. Checks that its key is in the manifest, and that there are
 * no more names than counted online signatures.
 * @returns the names, in the form to be shown
 * @throws Fault
 */
export async function openNames(
  file: Uint8Array,
  identity: string,
  count: PackCount,
  { format, namesTo }: Pick<Manifest, 'format' | 'namesTo'>,
): Promise<string[]> {
  const decrypter = new Decrypter()
  const table = await open(decrypter, file, identity)
  const own = await identityToRecipient(identity)
  if (format >= 4 && !namesTo.some(({ key }) => key === own))
    throw new Fault('readers_differ', 'this identity opens the names, and the manifest does not name its key')
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
