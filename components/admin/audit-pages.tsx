import { t } from './words'

interface Props {
  /** The address of its newest entries. */
  path: string
  /** These are older ones. */
  older: boolean
  /** The last of these, if there are more. */
  next: bigint | null
}

/** Below entries of the audit log: the ways to older ones and back to the newest. */
export function AuditPages({ path, older, next }: Props) {
  if (!older && !next) return null
  const { pathname, searchParams } = new URL(path, 'http://admin.invalid')
  const before = new URLSearchParams([...searchParams, ['before', String(next)]])
  return (
    <nav className="pages" aria-label={t('list.pages')}>
      {older && (
        <a href={path} className="button">
          {t('audit.newestEntries')}
        </a>
      )}
      {next && (
        <a href={`${pathname}?${before}`} rel="next" className="button">
          {t('audit.olderEntries')}
        </a>
      )}
    </nav>
  )
}
