import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { t } from '@/components/admin/words'
import { readLanguage } from '@/lib/web/admin/reader-language'
import { direction } from '@/messages/translator'
import '@/app/globals.css'

export async function generateMetadata(): Promise<Metadata> {
  await readLanguage()
  return {
    title: `${t('petitions.preview')} · ${t('frame.admin')}`,
    robots: { index: false, follow: false },
    icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' } },
    referrer: 'same-origin',
  }
}

// It depends on the viewer.
export const dynamic = 'force-dynamic'

interface Props {
  params: Promise<{ locale: string }>
  children: ReactNode
}

/** An admin page by its URL, a public page by its looks. */
export default async function Layout({ params, children }: Props) {
  const { locale } = await params
  return (
    <html lang={locale} dir={direction(locale)}>
      <body className="flex min-h-dvh flex-col">{children}</body>
    </html>
  )
}
