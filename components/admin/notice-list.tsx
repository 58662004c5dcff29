import type { ReceivedNotice } from '@/lib/staff/notices/list-notices'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { adminTranslator } from '@/messages/admin/translator'
import { AdminTable } from './admin-table'
import { Time } from './time'
import { t } from './words'

/** The reader's latest notices, newest first, each with a link and whether it was mailed. */
export function NoticeList({ notices }: { notices: ReceivedNotice[] }) {
  if (notices.length === 0) return <p className="empty">{t('notices.noneYet')}</p>
  const words = adminTranslator(readerLanguage())
  return (
    <AdminTable id="list" heads={[{ time: t('notices.when') }, t('notices.notice'), t('notices.emailed')]}>
      {notices.map(({ id, kind, detail, noticedAt, mailedAt, timing }) => (
        <tr key={id}>
          <td>
            <Time at={noticedAt} />
          </td>
          <td>
            {kind.says(words, detail)} <a href={kind.path(detail)}>{t('notices.open')}</a>
          </td>
          <td>{emailed(mailedAt, timing)}</td>
        </tr>
      ))}
    </AdminTable>
  )
}

function emailed(mailedAt: Date | null, timing: ReceivedNotice['timing']): string {
  if (timing === 'off') return t('notices.turnedOff')
  if (!mailedAt) return t(timing === 'digest' ? 'notices.waitsForDigest' : 'notices.waits')
  return t(timing === 'digest' ? 'notices.inDigest' : 'timing.at_once')
}
