import { Prisma } from '@/prisma/generated/client'

/** SQL predicate (`p` is `paper_sheet`): this person must count the sheet now. */
export function awaitsCountOf(id: string): Prisma.Sql {
  return Prisma.sql`p.state = 'open'
    AND NOT EXISTS (SELECT FROM paper_count c WHERE c.sheet_id = p.id AND c.round = p.round AND (c.counted_by = ${id}::uuid
      OR (c.seat = 'first') = (p.entered_by = ${id}::uuid)))`
}
