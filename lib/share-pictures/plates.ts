import { PNG } from 'pngjs'
import { db } from '@/lib/db'
import { sha256 } from '@/lib/vault/sha256'
import type { PictureTitle } from './find-titles'
import { HEIGHT, WIDTH } from './layout'

/** Keeps a drawn title instead of the petition's former one. @throws Error if it has another size than pictures have */
export async function savePlate(
  { petitionId, locale, title }: Pick<PictureTitle, 'petitionId' | 'locale' | 'title'>,
  file: Buffer,
  now: Date,
): Promise<void> {
  const { width, height } = PNG.sync.read(file)
  if (width !== WIDTH || height !== HEIGHT) throw new Error(`The plate is ${width} × ${height} pixels`)
  const plate = { title, sha256: sha256(file).toString('hex'), bytes: new Uint8Array(file), madeAt: now }
  const key = { petitionId, locale }
  await db().sharePlate.upsert({ where: { petitionId_locale: key }, create: { ...key, ...plate }, update: plate })
}
