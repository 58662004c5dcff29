import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { direction, translator } from '@/messages/translator'
import '../globals.css'
import { localeOf } from './locale-of'

interface Props {
  params: Promise<{ locale: string }>
  children: ReactNode
}

// Pages are rendered when first requested and cached for three seconds: a build needs no database.
export const revalidate = 3
export const dynamicParams = true
export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(await localeOf(params), 'site')
  return {
    title: { template: `%s · ${t('short')}`, default: t('coalition') },
    description: t('description'),
    icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' } },
    referrer: 'same-origin',
  }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf6ee' },
    { media: '(prefers-color-scheme: dark)', color: '#161512' },
  ],
}

export default async function Layout({ params, children }: Props) {
  const locale = await localeOf(params)
  return (
    <html lang={locale} dir={direction(locale)}>
      <body className="flex min-h-dvh flex-col">
        {children}
        <script src="/site.js" type="module" />
      </body>
    </html>
  )
}
