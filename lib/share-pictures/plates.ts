import { PNG } from 'pngjs'
import { db } from '@/lib/db'
import { sha256 } from '@/lib/vault/sha256'
import { HEIGHT, WIDTH } from './layout'

/** Whether a petition's title, as it is now, is drawn in a language. */
export async function hasPlate(petitionId: string, locale: string, title: string): Promise<boolean> {
  return (await db().sharePlate.count({ where: { petitionId, locale, title } })) > 0
}

/** Keeps a drawn title instead of the petition's former one. @throws Error if it has another size than pictures have */
export async function savePlate(petitionId: string, locale: string, title: string, file: Buffer, now: Date) {
  const { width, height } = PNG.sync.read(file)
  if (width !== WIDTH || height !== HEIGHT) throw new Error(`The plate is ${width} × ${height} pixels`)
  const plate = { title, sha256: sha256(file).toString('hex'), bytes: new Uint8Array(file), madeAt: now }
  const key = { petitionId, locale }
  await db().sharePlate.upsert({ where: { petitionId_locale: key }, create: { ...key, ...plate }, update: plate })
}
