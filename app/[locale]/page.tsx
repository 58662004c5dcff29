import type { Metadata } from 'next'
import { HomePage } from '@/components/petitions/home-page'
import { PageFrame } from '@/components/site/page-frame'
import { pageMetadata } from '@/components/site/page-metadata'
import { listActivities } from '@/lib/coalition/list-activities'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { translator } from '@/messages/translator'
import { localeOf } from './locale-of'

interface Props {
  params: Promise<{ locale: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const title = translator(locale, 'home')('title')
  return pageMetadata({ locale, path: '', title, description: translator(locale, 'site')('description') })
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  const [petitions, activities] = await Promise.all([listPetitions(locale), listActivities(locale)])
  return (
    <PageFrame locale={locale} path="">
      <HomePage petitions={petitions} answers={activities.filter(({ answers }) => answers)} locale={locale} />
    </PageFrame>
  )
}
