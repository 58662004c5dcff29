import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import './admin.css'
import './forms.css'
import './petitions.css'
import './review.css'
import './shell.css'

export const metadata: Metadata = {
  title: { template: '%s · Admin', default: 'Admin' },
  robots: { index: false, follow: false },
  icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' } },
  referrer: 'same-origin',
}

// Everything here depends on the viewer.
export const dynamic = 'force-dynamic'

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
