import { z } from 'zod'
import { sha256 as hash } from '@/lib/vault/sha256'

/** A file of a pack, by its path in it. */
export interface PackFile {
  path: string
  body: Uint8Array
}

/** The name of the file that lists all others with their hashes. Its own hash is the pack's. */
export const MANIFEST = 'manifest.json'

export const manifestSchema = z.object({
  /** Those of format 1 hold no proofs. */
  format: z.literal([1, 2]),
  petition: z.string(),
  deliveredOn: z.iso.date(),
  addressees: z.array(z.string()),
  files: z.array(
    z.object({
      // Of the kinds that a pack has: no way out of its folder.
      path: z.string().regex(/^[A-Za-z0-9-]+(?:\/[A-Za-z0-9-]+)?\.?[a-z]*$/),
      bytes: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
})

/** What a pack is about. */
export type PackSubject = Pick<z.infer<typeof manifestSchema>, 'petition' | 'deliveredOn' | 'addressees'>

/** The manifest of these files, as text. */
export function formatManifest(subject: PackSubject, files: PackFile[]): string {
  const listed = files.map(({ path, body }) => ({ path, bytes: body.length, sha256: sha256(body) }))
  return `${JSON.stringify({ format: 2, ...subject, files: listed }, null, 2)}\n`
}

/** SHA-256 in hex. */
export function sha256(body: Uint8Array | string): string {
  return hash(body).toString('hex')
}
