import type { Metadata } from 'next'
import { CheckPage } from '@/components/check/check-page'
import { PageFrame } from '@/components/site/page-frame'
import { pageMetadata } from '@/components/site/page-metadata'
import { env } from '@/lib/env'
import { ledgerStatus } from '@/lib/ledger/ledger-status'
import { listCorrections } from '@/lib/ledger/list-corrections'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { translator } from '@/messages/translator'
import { localeOf } from '../locale-of'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = translator(locale, 'check')
  return pageMetadata({ locale, path: '/check', title: t('title'), description: t('lead') })
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  const ledgers = await Promise.all(
    (await listPetitions(locale)).map(async (petition) => ({
      petition,
      status: await ledgerStatus(petition.id),
      corrections: await listCorrections(petition.id, new Date()),
    })),
  )
  // A ledger that never had an entry, of a petition that is over, has nothing to check.
  const shown = ledgers.flatMap(({ status, ...ledger }) =>
    status && (status.composition.size > 0 || ledger.petition.status === 'open') ? [{ status, ...ledger }] : [],
  )
  return (
    <PageFrame locale={locale} path="/check">
      <CheckPage ledgers={shown} locale={locale} site={env().SITE_URL} />
    </PageFrame>
  )
}
