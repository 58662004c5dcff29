import { db } from '@/lib/db'
import { tryLock } from '@/lib/locks'
import { sha256 } from '@/lib/vault/sha256'
import { type Locale, sourceLocale } from '@/messages/translator'
import type { Prisma } from '@/prisma/generated/client'
import { commonPlate, composePicture } from './compose-picture'
import { pictured } from './find-titles'

/** In ms: however many sign meanwhile, a picture is made again no sooner; a title that is drawn does not wait. */
const REST = 600_000
/** A plate that is not the petition's own. */
const COMMON = 'common'

interface Due {
  petition_id: string
  locale: Locale
  count: bigint
  source: string
}

/**
 * Makes one picture whose petition has another number or title by now. Requests only read what is there, so that no
 * number of them costs more.
 * @returns whether there was one to make
 */
export async function makePicture(now: Date): Promise<boolean> {
  return db().$transaction(
    async (tx) => {
      const isOurs = await tryLock(tx, 'sharePictures')
      const due = isOurs ? await findDue(tx, new Date(now.getTime() - REST)) : undefined
      if (!due) return false
      const { petition_id: petitionId, locale, count, source } = due
      const key = { petitionId, locale }
      const own = source === COMMON ? null : await tx.sharePlate.findUnique({ where: { petitionId_locale: key } })
      const bytes = await composePicture(own?.bytes ?? (await commonPlate(locale)), locale, Number(count))
      const picture = {
        count,
        source: own ? source : COMMON,
        sha256: sha256(bytes).toString('hex'),
        bytes: new Uint8Array(bytes),
        madeAt: now,
      }
      await tx.sharePicture.upsert({
        where: { petitionId_locale: key },
        create: { ...key, ...picture },
        update: picture,
      })
      return true
    },
    { timeout: 30_000 },
  )
}

/** A petition in view and a language that has no picture, or one with another number or plate; the oldest first. */
async function findDue(tx: Prisma.TransactionClient, before: Date): Promise<Due | undefined> {
  const rows = await tx.$queryRaw<Due[]>`
    SELECT p.id::text AS petition_id, l.locale, coalesce(t.net, 0) AS count,
      coalesce(plate.sha256, ${COMMON}) AS source
    FROM petition p
    CROSS JOIN unnest(${pictured}::text[]) AS l(locale)
    LEFT JOIN petition_total t ON t.petition_id = p.id
    LEFT JOIN LATERAL (SELECT x.title FROM petition_text x
      WHERE x.petition_id = p.id AND x.locale IN (l.locale, ${sourceLocale})
      ORDER BY (x.locale = l.locale) DESC, x.version DESC LIMIT 1) text ON true
    LEFT JOIN share_plate plate ON plate.petition_id = p.id AND plate.locale = l.locale AND plate.title = text.title
    LEFT JOIN share_picture s ON s.petition_id = p.id AND s.locale = l.locale
    WHERE p.status <> 'draft' AND p.removed_at IS NULL
      AND (s.made_at IS NULL OR (s.made_at < ${before} AND s.count <> coalesce(t.net, 0))
        OR s.source <> coalesce(plate.sha256, ${COMMON}))
    ORDER BY s.made_at NULLS FIRST, p.opened_at, array_position(${pictured}::text[], l.locale) LIMIT 1`
  return rows[0]
}
