import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { readLanguage } from '@/lib/web/admin/reader-language'
import { readerTheme } from '@/lib/web/admin/reader-theme'
import './admin.css'
import './colours.css'
import './cards.css'
import './exports.css'
import './lists.css'
import './charts.css'
import './forms.css'
import './panel.css'
import './petitions.css'
import './print.css'
import './review.css'
import './shell.css'
import './pills.css'
import './search.css'
import './selection.css'
import './status.css'
import './touch.css'

// Each page sets its own title (components/admin/page-heading.tsx).
export const metadata: Metadata = {
  robots: { index: false, follow: false },
  icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' } },
  referrer: 'same-origin',
}

// Everything here depends on the viewer.
export const dynamic = 'force-dynamic'

export default async function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang={await readLanguage()} data-theme={(await readerTheme()) ?? undefined}>
      <body>{children}</body>
    </html>
  )
}
