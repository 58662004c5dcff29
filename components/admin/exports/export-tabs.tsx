import { Tabs } from '../tabs'
import { t } from '../words'

const tabs = [
  { href: '/admin/exports', words: 'exports.files' },
  { href: '/admin/exports/recipients', words: 'exports.recipients' },
  { href: '/admin/exports/trace', words: 'exports.traceALeakedRow' },
] as const

/** Tabs of the pages about exports. */
export function ExportTabs({ here }: { here: (typeof tabs)[number]['href'] }) {
  const named = tabs.map(({ href, words }) => ({ href, words: t(words), current: href === here }))
  return <Tabs name={t('exports.exports')} tabs={named} />
}
