import { RequestLink } from '@/components/self-service/request-link'
import { PageFrame } from '@/components/site/page-frame'
import { localeOf } from '../../locale-of'

interface Props {
  params: Promise<{ locale: string }>
}

export { generateMetadata } from '../page'

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  return (
    <PageFrame locale={locale} path="/signature">
      <RequestLink locale={locale} wrong />
    </PageFrame>
  )
}
