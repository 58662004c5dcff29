import { t } from '../words'

const tabs = [
  { href: '/admin/exports', words: 'exports.files' },
  { href: '/admin/exports/recipients', words: 'exports.recipients' },
  { href: '/admin/exports/trace', words: 'exports.traceALeakedRow' },
] as const

/** The pages about exports. */
export function ExportTabs({ here }: { here: (typeof tabs)[number]['href'] }) {
  return (
    <nav aria-label={t('exports.exports')} className="row">
      {tabs.map(({ href, words }) => (
        <a key={href} href={href} aria-current={href === here ? 'page' : undefined}>
          {t(words)}
        </a>
      ))}
    </nav>
  )
}
