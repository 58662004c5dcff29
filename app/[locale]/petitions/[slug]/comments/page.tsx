import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CommentsPage } from '@/components/petitions/comments-page'
import { PageFrame } from '@/components/site/page-frame'
import { pageMetadata } from '@/components/site/page-metadata'
import { listPublishedComments } from '@/lib/comments/list-published-comments'
import { findPetition } from '@/lib/petitions/find-petition'
import { translator } from '@/messages/translator'
import { localeOf } from '../../../locale-of'

interface Props {
  params: Promise<{ locale: string; slug: string }>
}

export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params)
  const { slug } = await params
  const title = translator(locale, 'petition.comments')('title')
  return { ...pageMetadata({ locale, path: `/petitions/${slug}/comments`, title }), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  const { slug } = await params
  const petition = await findPetition(slug, locale)
  if (!petition) notFound()
  return (
    <PageFrame locale={locale} path={`/petitions/${slug}/comments`}>
      <CommentsPage petition={petition} comments={await listPublishedComments(petition.id)} locale={locale} />
    </PageFrame>
  )
}
