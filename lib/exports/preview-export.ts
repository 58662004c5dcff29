import { db } from '@/lib/db'
import { countriesOf } from '@/lib/petitions/countries'
import { authoriseRole } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { ExportOrder } from './order'
import { countRows } from './which-rows'

export type PreviewResult =
  | { ok: true; rows: number; petition: string }
  | { ok: false; reason: 'petition_missing' | 'country_alone' }

/**
 * Counts the signatures that a file would hold now, before it is requested.
 * @returns with the petition's slug; `country_alone`: the public table does not name the country, so its export
 *   requires approval
 */
export async function previewExport(
  by: Staff,
  { filter, columns, recipient }: Pick<ExportOrder, 'filter' | 'columns' | 'recipient'>,
  now: Date,
): Promise<PreviewResult> {
  authoriseRole(by, recipient ? 'export.personal' : 'export.ask')
  const { petition: id, country } = filter
  const petition = await db().petition.findUnique({ where: { id }, select: { slug: true } })
  if (!petition) return { ok: false, reason: 'petition_missing' }
  if (!recipient && country) {
    const { rows } = await countriesOf(id, now)
    if (!rows.some((row) => row.country === country)) return { ok: false, reason: 'country_alone' }
  }
  return { ok: true, rows: await countRows({ filter, columns, askedAt: now }), petition: petition.slug }
}
