import { z } from 'zod'
import { sha256 as hash } from '@/lib/vault/sha256'

/** A file of a pack, with its path. */
export interface PackFile {
  path: string
  body: Uint8Array
}

/** The name of the file that lists all others with their hashes. Its own hash is the pack's. */
export const MANIFEST = 'manifest.json'

/** The path of the signers' names beside a pack, encrypted to some of its addressees. */
export const NAMES_FILE = 'names.age'

const listed = z.array(
  z.object({
    // Restricted to the paths of a pack, so that none leads out of its folder.
    path: z.string().regex(/^[A-Za-z0-9-]+(?:\/[A-Za-z0-9-]+)?\.?[a-z]*$/),
    bytes: z.int().min(0),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
)

export const manifestSchema = z.object({
  /**
   * Format 1 has no proofs. Before format 3 nothing was withheld; before format 4 it was for one addressee, who is not
   * named.
   */
  format: z.literal([1, 2, 3, 4]),
  petition: z.string(),
  deliveredOn: z.iso.date(),
  addressees: z.array(z.string()),
  files: listed,
  /** Files that only addressees got; their hashes show that they belong to this pack. */
  withheld: listed.default([]),
  /** The addressees with the age public keys to which it is encrypted: exactly these can read it. */
  namesTo: z.array(z.object({ addressee: z.string(), key: z.string() })).default([]),
})

export type Manifest = z.infer<typeof manifestSchema>
export type NamesTo = Manifest['namesTo']

/** The subject of a pack. */
export type PackSubject = Pick<Manifest, 'petition' | 'deliveredOn' | 'addressees'>

/** Formats the manifest of these files. */
export function formatManifest(
  subject: PackSubject,
  files: PackFile[],
  withheld: PackFile[] = [],
  namesTo: NamesTo = [],
): string {
  const list = (of: PackFile[]) => of.map(({ path, body }) => ({ path, bytes: body.length, sha256: sha256(body) }))
  const { petition, deliveredOn, addressees } = subject
  const about = { format: 4, petition, deliveredOn, addressees, namesTo }
  return `${JSON.stringify({ ...about, files: list(files), withheld: list(withheld) }, null, 2)}\n`
}

/** SHA-256 in hex. */
export function sha256(body: Uint8Array | string): string {
  return hash(body).toString('hex')
}
