import { escapeHtml } from '@/lib/text/escape-html'
import { packPage } from '../pack-page'

/**
 * The decrypted names of a pack, to print for an office that accepts only paper: in their chosen form, in alphabetical
 * order.
 */
export function namesPage(petition: string, names: string[]): string {
  const sorted = names.toSorted(new Intl.Collator('en').compare)
  const title = `${petition}: ${names.length} names`
  const items = sorted.map((name) => `<li><bdi>${escapeHtml(name)}</bdi></li>`)
  return packPage(title, [`<h1>${escapeHtml(title)}</h1>`, '<ol>', ...items, '</ol>'], 'en')
}
