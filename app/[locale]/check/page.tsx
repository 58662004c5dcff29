import { CheckPage } from '@/components/check/check-page'
import { pageMetadata } from '@/components/site/page-metadata'
import { env } from '@/lib/env'
import { ledgerStatus } from '@/lib/ledger/ledger-status'
import { listCorrections } from '@/lib/ledger/list-corrections'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { type Locale, translator } from '@/messages/translator'
import { publicPage } from '../public-page'

const page = publicPage({
  path: '/check',
  head: ({ locale, path }) => {
    const t = translator(locale, 'check')
    return pageMetadata({ locale, path, title: t('title'), description: t('lead') })
  },
  body: async ({ locale }) => <CheckPage ledgers={await listLedgers(locale)} locale={locale} site={env().SITE_URL} />,
})

export const { generateMetadata } = page
export default page.Page

async function listLedgers(locale: Locale) {
  const ledgers = await Promise.all(
    (await listPetitions(locale)).map(async (petition) => ({
      petition,
      status: await ledgerStatus(petition.id),
      corrections: await listCorrections(petition.id, new Date()),
    })),
  )
  // The ledger of a petition that is over and never had an entry has nothing to check.
  return ledgers.flatMap(({ status, ...ledger }) =>
    status && (status.composition.size > 0 || ledger.petition.status === 'open') ? [{ status, ...ledger }] : [],
  )
}
