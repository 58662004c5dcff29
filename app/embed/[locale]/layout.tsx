import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { localeOf } from '@/app/[locale]/locale-of'
import { direction } from '@/messages/translator'
import '../../globals.css'
import '../embed.css'

interface Props {
  params: Promise<{ locale: string }>
  children: ReactNode
}

export const metadata: Metadata = { referrer: 'same-origin', robots: { index: false } }

/** The page in other sites' frames. Every link and the form lead out of it: the site's other pages refuse frames. */
export default async function Layout({ params, children }: Props) {
  const locale = await localeOf(params)
  return (
    <html lang={locale} dir={direction(locale)}>
      <head>
        <base target="_top" />
      </head>
      <body>
        {children}
        <script src="/site.js" type="module" />
        <script src="/frame.js" type="module" />
      </body>
    </html>
  )
}
