'use client'

import { useParams } from 'next/navigation'
import en from '@/messages/en.json'
import ko from '@/messages/ko.json'

/**
 * For a page that fails on a host that runs only Next.js; our server answers with a page of its own. Error boundaries
 * must be client components.
 */
export default function ErrorPage() {
  const { locale } = useParams<{ locale: string }>()
  const words = (locale === 'ko' ? ko : en).missing
  return (
    <main className="mx-auto w-full max-w-6xl grow px-5 py-8 sm:px-8">
      <h1>{words.failedTitle}</h1>
      <p className="mt-5">{words.failedLead}</p>
      <p className="mt-6">
        <a href={`/${locale}`}>{words.home}</a>
      </p>
    </main>
  )
}
