import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { queueEvent } from '@/lib/webhooks/queue-event'
import { formatManifest, MANIFEST, type PackFile, type PackSubject, sha256 } from './manifest'
import { packFiles } from './pack-files'
import { zip } from './zip'

/**
 * Makes the packs of approved deliveries. One statement stores a pack: of two workers that made it the first wins, and
 * what was published never changes.
 * @returns how many were made
 */
export async function makePacks(now: Date): Promise<number> {
  const waiting = await db().delivery.findMany({
    where: { madeAt: null },
    select: { id: true, petitionId: true, deliveredOn: true, addressees: true, petition: { select: { slug: true } } },
    orderBy: { approvedAt: 'asc' },
  })
  let made = 0
  for (const { id, petitionId, deliveredOn, addressees, petition } of waiting) {
    const subject = { petition: petition.slug, deliveredOn: deliveredOn.toISOString().slice(0, 10), addressees }
    const files = await packFiles(petitionId, subject, env().SITE_URL)
    if (!files) continue
    const { hash, archive } = packOf(subject, files)
    const pack = { madeAt: now, sha256: Buffer.from(hash, 'hex'), pack: archive }
    made += await db().$transaction(async (tx) => {
      const { count } = await tx.delivery.updateMany({ where: { id, madeAt: null }, data: pack })
      const told = { day: subject.deliveredOn, addressees, pack: `${env().SITE_URL}/api/v1/packs/${id}`, sha256: hash }
      const event = { kind: 'delivery.published', petitionId, data: told, from: deliveredOn } as const
      if (count > 0) await queueEvent(tx, event, now)
      return count
    })
  }
  return made
}

function packOf(subject: PackSubject, files: PackFile[]) {
  const manifest = Buffer.from(formatManifest(subject, files))
  return { hash: sha256(manifest), archive: zip([...files, { path: MANIFEST, body: manifest }]) }
}
