import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { t } from '@/components/admin/words'
import { readLanguage } from '@/lib/web/admin/reader-language'
import './admin.css'
import './cards.css'
import './forms.css'
import './petitions.css'
import './review.css'
import './shell.css'
import './touch.css'

export async function generateMetadata(): Promise<Metadata> {
  await readLanguage()
  return {
    title: { template: `%s · ${t('frame.admin')}`, default: t('frame.admin') },
    robots: { index: false, follow: false },
    icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' } },
    referrer: 'same-origin',
  }
}

// Everything here depends on the viewer.
export const dynamic = 'force-dynamic'

export default async function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang={await readLanguage()}>
      <body>{children}</body>
    </html>
  )
}
