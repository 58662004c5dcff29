import { escapeHtml } from '@/lib/text/escape-html'
import { direction, isLocale, type Locale, translator } from '@/messages/translator'

/** The statuses that have a plain page; words in `trouble`. */
export type Trouble = 400 | 403 | 404 | 405 | 410 | 411 | 413 | 414 | 415 | 500 | 503

/** A page for when no real page can be shown: one sentence, no script. */
export function plainPage(status: Trouble, locale: Locale, reference?: string): string {
  const t = translator(locale, 'trouble')
  const line = reference ? `<p>${escapeHtml(t('reference', { reference }))}</p>` : ''
  return (
    `<!doctype html><html lang="${locale}" dir="${direction(locale)}">${plainHead(`${status}`)}` +
    `<body><main><h1>${escapeHtml(t(`${status}`))}</h1>${line}<p><a href="/${locale}">${escapeHtml(t('home'))}</a></p></main></body></html>`
  )
}

/**
 * The URL of the page for a status.
 * @param reference of an unexpected error, for the person to quote
 */
export function troubleAt(status: Trouble, locale: string, reference?: string): string {
  const language = isLocale(locale) ? `&locale=${locale}` : ''
  return `/form-result?status=${status}${language}${reference ? `&reference=${reference}` : ''}`
}

/** The head of a plain page. Its style is a file of its own, because these pages are made where no build is at hand. */
export function plainHead(title: string): string {
  return (
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">` +
    `<title>${escapeHtml(title)}</title><link rel="stylesheet" href="/plain.css"></head>`
  )
}
