import type { Prisma } from '@/prisma/generated/client'

/** The newest published version in each language, such as `en 2, ko 1`; `none`. */
export async function publishedVersions(tx: Prisma.TransactionClient, petitionId: string): Promise<string> {
  const rows = await tx.petitionText.groupBy({
    by: ['locale'],
    where: { petitionId },
    _max: { version: true },
    orderBy: { locale: 'asc' },
  })
  return rows.map(({ locale, _max }) => `${locale} ${_max.version}`).join(', ') || 'none'
}
