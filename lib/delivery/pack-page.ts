import { escapeHtml } from '@/lib/text/escape-html'
import { direction, type Locale } from '@/messages/translator'

const style =
  'body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color:#111;background:#fff}' +
  'table{border-collapse:collapse;width:100%}th,td{padding:.3rem 0;border-bottom:1px solid #bbb;text-align:start;font-weight:400}' +
  'td{text-align:end}h2{margin-top:2rem;break-after:avoid}tr{break-inside:avoid}' +
  '.sign{margin-top:4rem;border-top:1px solid;padding-top:.3rem;max-width:24rem}@page{margin:2cm}@media print{body{margin:0;padding:0}}'

/** One page of HTML without script, for reading, printing and screen readers. */
export function packPage(title: string, main: string[], locale: Locale): string {
  return [
    `<!doctype html><html lang="${locale}" dir="${direction(locale)}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${style}</style></head><body><main>`,
    ...main,
    '</main></body></html>\n',
  ].join('\n')
}
