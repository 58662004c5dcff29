import type { ReactNode } from 'react'
import { type Locale, translator } from '@/messages/translator'
import { QrCode } from './qr-code'

/**
 * Services that accept an address in a plain link. KakaoTalk requires its own script, so people copy the address, or
 * use the device's share sheet.
 */
const services: { name: string; href: (address: string, text: string) => string }[] = [
  { name: 'WhatsApp', href: (address, text) => `https://wa.me/?text=${encodeURIComponent(`${text} ${address}`)}` },
  { name: 'Telegram', href: (address, text) => `https://t.me/share/url?${query({ url: address, text })}` },
  { name: 'X', href: (address, text) => `https://x.com/intent/post?${query({ text, url: address })}` },
  { name: 'Facebook', href: (address) => `https://www.facebook.com/sharer/sharer.php?${query({ u: address })}` },
  { name: 'LINE', href: (address, text) => `https://line.me/R/share?${query({ text: `${text} ${address}` })}` },
]

/** Ways to share a page: copy its address, email it, or open another service. Nothing is loaded from these services. */
export function ShareLinks(props: {
  address: string
  text: string
  title: string
  locale: Locale
  /** Unique on the page. */
  id?: string
  heading?: ReactNode
  /** With the address as a folded QR code. */
  qr?: boolean
}) {
  const { address, text, title, locale, id = 'share' } = props
  const t = translator(locale, 'share')
  const mail = `mailto:?${query({ subject: title, body: `${text}\n\n${address}` })}`
  return (
    <section aria-labelledby={id} className="print:hidden">
      <h2 id={id}>{props.heading || t('title')}</h2>
      <div className="mt-3 flex max-w-[44rem] flex-wrap items-center gap-x-5 gap-y-2">
        <input
          readOnly
          value={address}
          dir="ltr"
          aria-label={t('address')}
          aria-describedby={`${id}-hint`}
          className="min-h-12 min-w-0 grow rounded-sm border border-edge bg-panel px-3 py-2 text-small"
        />
        <button
          type="button"
          hidden
          data-copy={t('copied')}
          className="min-h-12 min-w-12 cursor-pointer rounded-sm border border-edge px-5 not-[[hidden]]:inline-flex not-[[hidden]]:items-center"
        >
          {t('copy')}
        </button>
        {/* site.js shows it if the browser can share. */}
        <button
          type="button"
          hidden
          data-share={text}
          className="min-h-12 cursor-pointer rounded-sm border border-edge px-5 not-[[hidden]]:inline-flex not-[[hidden]]:items-center"
        >
          {t('apps')}
        </button>
      </div>
      <p id={`${id}-hint`} className="mt-2 text-small text-muted">
        {t('copyHint')}
      </p>
      <ul className="mt-2 flex flex-wrap gap-x-6" aria-label={t('linksPetition', { title })}>
        <li>
          <a href={mail} className="inline-flex min-h-11 items-center">
            {t('mail')}
          </a>
        </li>
        {services.map(({ name, href }) => (
          <li key={name}>
            <a href={href(address, text)} rel="noopener noreferrer" className="inline-flex min-h-11 items-center">
              {name}
            </a>
          </li>
        ))}
      </ul>
      {props.qr && (
        <details>
          <summary className="flex min-h-11 items-center py-2 underline underline-offset-4">{t('qr.title')}</summary>
          <div className="max-w-[16rem] pb-4">
            <QrCode address={address} label={t('qr.alt', { address })} />
          </div>
        </details>
      )}
    </section>
  )
}

/** Encodes spaces as %20, which mail programs read too. */
function query(parts: Record<string, string>): string {
  return Object.entries(parts)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
}
