import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { isoDay } from '@/lib/input/day'
import { noteCount } from '@/lib/metrics/note'
import { redactError } from '@/lib/redact-error'
import { queueEvent } from '@/lib/webhooks/queue-event'
import type { Prisma } from '@/prisma/generated/client'
import { formatManifest, MANIFEST, NAMES_FILE, type NamesTo, type PackFile, type PackSubject, sha256 } from './manifest'
import { type NamesFile, namesFile } from './names/names-file'
import { packFiles } from './pack-files'
import { printPapers } from './print-papers'
import { type NoteProgress, noteFailure, notePackProgress } from './progress'
import { zip } from './zip'

/**
 * Makes the packs of approved deliveries, with the names that go with them, if any. One transaction stores both, so
 * that a crash leaves nothing, and of two workers the first wins. Published packs never change. A pack that cannot be
 * made does not block the others.
 * @returns how many were made
 */
export async function makePacks(now: Date): Promise<number> {
  const waiting = await db().delivery.findMany({ where: { madeAt: null }, select, orderBy: { approvedAt: 'asc' } })
  let made = 0
  for (const delivery of waiting) {
    try {
      made += await makePack(delivery, now)
    } catch (error) {
      noteCount('errors', 'worker: make delivery packs')
      console.error(`worker: make delivery packs: ${delivery.id}: ${redactError(error, 1)}`)
      await noteFailure(delivery.id, new Date())
    }
  }
  return made
}

const select = {
  id: true,
  deliveredOn: true,
  addressees: true,
  namesTo: true,
  petition: { select: { id: true, slug: true } },
  names: { select: { recipient: true, recipients: true } },
} satisfies Prisma.DeliverySelect

type Waiting = Prisma.DeliveryGetPayload<{ select: typeof select }>

/** Packs and names of large petitions are many megabytes, in ms. */
const STORED_WITHIN = 120_000

async function makePack(delivery: Waiting, now: Date): Promise<number> {
  const { id, petition, deliveredOn, addressees, namesTo: offices, names: wanted } = delivery
  const subject = { petition: petition.slug, deliveredOn: isoDay(deliveredOn), addressees }
  const noteProgress: NoteProgress = (step, done, total) => notePackProgress(id, step, new Date(), done, total)
  await noteProgress('ledger')
  const found = await packFiles(petition.id, subject, env().SITE_URL, wanted && offices)
  if (!found) return 0
  const printed = await printPapers(found.files, undefined, noteProgress)
  const files = [...found.files, ...printed]
  const namesTo = offices.map((addressee, i) => ({ addressee, key: wanted?.recipients[i] ?? '' }))
  // Requests from before several addressees could get names.
  const keys = namesTo.length > 0 ? namesTo.map(({ key }) => key) : [wanted?.recipient ?? '']
  const names = wanted && (await namesFile({ id, petition, keys, addressees }, found.size, now, noteProgress))
  const { hash, archive } = packOf(subject, files, names, namesTo)
  const pack = { madeAt: now, sha256: Buffer.from(hash, 'hex'), pack: archive }
  return db().$transaction(
    async (tx) => {
      const { count } = await tx.delivery.updateMany({ where: { id, madeAt: null }, data: pack })
      if (count === 0) return 0
      await tx.deliveryProgress.updateMany({
        where: { deliveryId: id },
        data: { unprinted: unprinted(found.files, printed) },
      })
      if (names) {
        // Signers who withdrew meanwhile are noticed before the file is handed over (names/standing.ts).
        const data = { madeAt: now, file: names.body, entries: found.size, ...names.standing }
        await tx.deliveryNames.update({ where: { deliveryId: id }, data })
      }
      const told = { day: subject.deliveredOn, addressees, pack: `${env().SITE_URL}/api/v1/packs/${id}`, sha256: hash }
      await queueEvent(tx, { kind: 'delivery.published', petitionId: petition.id, data: told, from: deliveredOn }, now)
      return count
    },
    { timeout: STORED_WITHIN },
  )
}

/** The pages without a PDF. */
function unprinted(files: PackFile[], printed: PackFile[]): string[] {
  const pages = files.filter(({ path }) => path.endsWith('.html')).map(({ path }) => path)
  return pages.filter((page) => printed.every(({ path }) => path !== page.replace(/html$/, 'pdf')))
}

function packOf(subject: PackSubject, files: PackFile[], names: NamesFile | null, namesTo: NamesTo) {
  const withheld = names ? [{ path: NAMES_FILE, body: names.body }] : []
  const manifest = Buffer.from(formatManifest(subject, files, withheld, namesTo))
  return { hash: sha256(manifest), archive: zip([...files, { path: MANIFEST, body: manifest }]) }
}
