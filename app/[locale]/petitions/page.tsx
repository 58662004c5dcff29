import type { Metadata } from 'next'
import { PetitionList } from '@/components/petitions/petition-list'
import { PageFrame } from '@/components/site/page-frame'
import { pageMetadata } from '@/components/site/page-metadata'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { translator } from '@/messages/translator'
import { localeOf } from '../locale-of'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const t = translator(locale, 'petition')
  return pageMetadata({ locale, path: '/petitions', title: t('listTitle'), description: t('listLead') })
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  return (
    <PageFrame locale={locale} path="/petitions">
      <PetitionList petitions={await listPetitions(locale)} locale={locale} />
    </PageFrame>
  )
}
